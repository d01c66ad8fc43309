import { act } from '../actions/act.js';
import type { Case } from '../case/case.js';
import { complainantOf } from '../case/case-view.js';
import { permit } from '../parts/nouns.js';
import type { Message } from './message.entity.js';
import { listen, type Said } from './telling.js';

/** Another complaint goes on for this one. It ends the write, and whoever began it turns to the other complaint. */
export class GoesOn extends Error {
  constructor(readonly complaintId: string) {
    super('this complaint is merged');
  }
}

/**
 * Words of the customer, on whatever way. Where the house waits for an answer, this is it.
 * @throws GoesOn where the complaint is merged, Refusal 409
 */
export function hearCustomer(c: Case, body: string, said: Said | null): Message {
  if (c.complaint.mergedIntoId) throw new GoesOn(c.complaint.mergedIntoId);
  permit(c, 'receive-message');
  const message = listen(c, body, said);
  if (c.complaint.state === 'awaiting_customer') resumeByAnswer(c);
  return message;
}

/** The customer's own answer needs nobody's leave, whoever noted it. */
function resumeByAnswer(c: Case): void {
  c.view.actor = complainantOf(c.complaint);
  act(c, 'resume', {});
}
