import type { CustomerPromise } from '../promises/promise.entity.js';

/**
 * The words that the product adds to what staff write. Every letter that announces something names the date,
 * and every decision names the routes outside the house (ISO 10002, clause 7; FCA DISP 1.6).
 */

export const ROUTES_OUTSIDE =
  'If you are not content with our decision you may turn to the ombudsman or ' +
  'consumer body responsible for us, or to a court.';

export function acknowledgement(words: string, resolveBy: Date | null, updateBy: Date): string {
  const decision = resolveBy ? ` You will have our decision by ${day(resolveBy)}.` : '';
  return `${words}\n\nYou will hear from us again by ${day(updateBy)}.${decision}`;
}

export function ownerNamed(
  words: string | undefined,
  owner: { name: string; email: string; phone: string | null },
  actions: { what: string; dueAt: Date }[],
): string {
  const contact = [owner.phone, owner.email].filter(Boolean).join(', ');
  const plan = actions.map(({ what, dueAt }) => `- ${what} (by ${day(dueAt)})`).join('\n');
  return [
    ...(words ? [words, ''] : []),
    `${owner.name} is now responsible for your complaint: ${contact}.`,
    ...(plan ? [`What we will do:\n${plan}`] : []),
  ].join('\n');
}

export function question(words: string, replyBy: Date): string {
  return `${words}\n\nPlease answer by ${day(replyBy)}.`;
}

/** Actions that are still to come are named by the letter itself: nobody has to remember them. */
export function decision(
  explanation: string,
  stillDue: CustomerPromise[],
  final: boolean,
  windowEnd: Date,
): string {
  const plan = stillDue
    .map((promise) => `- ${promise.what ?? 'the agreed action'} (by ${day(promise.dueAt)})`)
    .join('\n');
  const objection = final
    ? 'This decision is final within our house.'
    : `If you disagree, tell us by ${day(windowEnd)} and we will look at it again.`;
  return [explanation, ...(plan ? [`Still to come:\n${plan}`] : []), `${objection} ${ROUTES_OUTSIDE}`].join(
    '\n\n',
  );
}

export function declined(words: string, forwardedTo: string | null): string {
  const where = forwardedTo ? `Your complaint was forwarded to: ${forwardedTo}.` : ROUTES_OUTSIDE;
  return `${words}\n\n${where}`;
}

export function recordConfirmed(what: 'accepted' | 'disputed' | 'withdrawn', saidAt: Date): string {
  const did = {
    accepted: 'accepted our decision',
    disputed: 'disagreed with our decision',
    withdrawn: 'took your complaint back',
  };
  return `We noted that on ${day(saidAt)} you ${did[what]}. If that is wrong, please tell us.`;
}

export function moved(words: string, dueAt: Date): string {
  return `${words}\n\nThe new date is ${day(dueAt)}.`;
}

export function conflictTold(): string {
  return (
    'A person about whom you complained has to act on your complaint, as nobody else is able to at present. ' +
    ROUTES_OUTSIDE
  );
}

/** A date without its hour reads the same in every zone that the house and the customer share for most of the day. */
function day(time: Date): string {
  return time.toISOString().slice(0, 10);
}
