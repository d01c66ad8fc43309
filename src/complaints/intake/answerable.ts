import { inputError, invalid } from '../../kernel/refusal.js';
import type { AnswerVia } from '../complaint.words.js';

/** By email, who gave an address and where mail can be sent; else on the tracking page. */
export function usualAnswerVia(email: string | null | undefined, mailsOut: boolean): AnswerVia {
  return email && mailsOut ? 'email' : 'tracking';
}

/** @throws Refusal 400 where nobody can be answered by email: there is no address, or no mail server is set. */
export function expectAnswerable(
  { answerVia, complainantEmail }: { answerVia: AnswerVia; complainantEmail: string | null },
  mailsOut: boolean,
): void {
  if (answerVia !== 'email') return;
  if (!mailsOut)
    throw invalid([inputError('/answerVia', 'not_applicable', 'is not possible: this house sends no mail')]);
  if (complainantEmail === null) throw invalid([inputError('/complainant/email', 'required')]);
}
