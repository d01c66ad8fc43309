import type { Case } from '../case/case.js';
import type { CustomerPromise } from '../promises/promise.entity.js';

/** Another promise stands in the place of one: the remedy that it was made for is promised by the other. */
export function carriedBy(c: Case, promise: CustomerPromise, next: CustomerPromise): void {
  for (const remedy of c.view.remedies) {
    if (remedy.promiseId === promise.id) c.alter('remedy', remedy, { promiseId: next.id, updatedAt: c.now });
  }
}

/** It is kept by carrying out the remedy, and by nothing else. */
export function isForRemedy({ view }: Case, { id }: CustomerPromise): boolean {
  return view.remedies.some(({ promiseId, state }) => promiseId === id && state === 'approved');
}
