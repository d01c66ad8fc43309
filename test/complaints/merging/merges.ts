import { type Answer, expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { Complaint, Problem } from '../../support/resources.js';

/** What the tests of merging say again and again. */

export function tryMerge(
  app: TestApp,
  made: { id: string },
  into: { id: string },
  by: CastName = 'anna',
  said: object = {},
): Promise<Answer<Problem>> {
  const body = { intoId: into.id, reason: 'The same bed.', ...said };
  return app.as(by).post<Problem>(`/v1/complaints/${made.id}/actions/merge`, body);
}

export async function merge(app: TestApp, made: Made, into: Made): Promise<Complaint> {
  return expectStatus(200, await tryMerge(app, made, into)) as unknown as Complaint;
}

/** Whoever merges says that they looked whether both are one person. */
export const CHECKED = { confirmedSamePerson: true };

/** The customer's view, by the token of one of their complaints. */
export async function seenBy(app: TestApp, { trackingToken }: Made) {
  const asked = await app
    .withToken(trackingToken)
    .get<{ reference: string; messages: { direction: string; body: string }[] }>('/v1/tracking');
  return expectStatus(200, asked);
}
