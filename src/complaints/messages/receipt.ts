import type { Case } from '../case/case.js';
import type { PromiseKind } from '../complaint.words.js';
import { datesShown } from './leaving.js';
import { write } from './letters.js';
import { tell } from './telling.js';

/**
 * Who is answered by email gets the receipt there: the reference, the dates, and how to follow. It carries nothing of
 * what was handed in, for whoever hands in a complaint may name anybody's address.
 */
export function tellReceipt(c: Case): void {
  if (c.complaint.answerVia !== 'email') return;
  const letter = write(c, 'receipt', { acknowledgeBy: nextDate(c, 'acknowledge'), trackingLink: null });
  tell(c, { kind: 'notice', automatic: true, ...letter });
  datesShown(c);
}

/** Of a complaint that is from long ago, no date is still to come. */
function nextDate(c: Case, kind: PromiseKind): Date | null {
  const dates = c.view.promises.filter((one) => one.kind === kind && one.dueAt > c.now);
  return dates.reduce<Date | null>((first, { dueAt }) => (!first || dueAt < first ? dueAt : first), null);
}
