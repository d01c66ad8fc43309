import type { Outcome } from '../complaint.words.js';
import type { CustomerPromise } from '../promises/promise.entity.js';

/**
 * The words that the product adds to what staff write. Every letter that announces something names the date,
 * and every decision names the routes outside the house, in the words of the regulator's profile (`routes`; ISO 10002,
 * clause 7; FCA DISP 1.6).
 */

/** @param law what the law says about the decision, with the date that follows from it (FCA DISP 1.6.1R). */
export function acknowledgement(
  words: string,
  resolveBy: Date | null,
  updateBy: Date,
  law: { clause: string; dueAt: Date } | null,
): string {
  const decision = resolveBy ? ` You will have our decision by ${day(resolveBy)}.` : '';
  const limit = law ? ` The rules that bind us (${law.clause}) allow us until ${day(law.dueAt)}.` : '';
  return `${words}\n\nYou will hear from us again by ${day(updateBy)}.${decision}${limit}`;
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
  routes: string,
): string {
  const plan = stillDue
    .map((promise) => `- ${promise.what ?? 'the agreed action'} (by ${day(promise.dueAt)})`)
    .join('\n');
  const objection = final
    ? 'This decision is final within our house.'
    : `If you disagree, tell us by ${day(windowEnd)} and we will look at it again.`;
  return [explanation, ...(plan ? [`Still to come:\n${plan}`] : []), `${objection} ${routes}`].join('\n\n');
}

const FOUND: Record<Outcome, string> = {
  upheld: 'you are right',
  partly_upheld: 'you are right in part',
  not_upheld: 'we do not see it as you do',
  not_determined: 'it could not be found out',
};

/** The explanation of a decision, with what was found about each point that was decided, and why. */
export function withPoints(
  explanation: string,
  points: { what: string; outcome: Outcome | null; explanation: string | null }[],
): string {
  const found = points.flatMap(({ what, outcome, explanation: why }, index) =>
    outcome ? [`${index + 1}. ${what}\nOn this point, ${FOUND[outcome]}. ${why ?? ''}`] : [],
  );
  return [explanation, ...found].join('\n\n');
}

export function declined(words: string, forwardedTo: string | null, routes: string): string {
  const where = forwardedTo ? `Your complaint was forwarded to: ${forwardedTo}.` : routes;
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

/** Where the date was owed by law, the customer may turn elsewhere meanwhile (FCA DISP 1.6.2R, ASIC RG 271.64). */
export function moved(words: string, dueAt: Date, routes: string | null): string {
  return `${words}\n\nThe new date is ${day(dueAt)}.${routes ? ` ${routes}` : ''}`;
}

/** @param former the reference under which the customer may still ask */
export function merged(former: string, reference: string): string {
  return (
    `Your complaint ${former} is about the same as ${reference}, so we go on with both as one: ${reference}. ` +
    'Nothing is lost by that: of two dates that we gave you for the same, the earlier one holds. ' +
    'If they are not the same, please tell us.'
  );
}

export function closingNotice(closesAt: Date): string {
  return (
    `If we hear nothing from you by ${day(closesAt)}, we take our decision as settled and close your complaint. ` +
    'A word from you is enough to keep it open.'
  );
}

export function closedBySilence(disputableUntil: Date | null, routes: string): string {
  const back = disputableUntil
    ? ` If you disagree, you may still tell us until ${day(disputableUntil)}.`
    : '';
  const closed = 'We have heard nothing more from you about our decision, so we have closed your complaint.';
  return `${closed}${back} ${routes}`;
}

export function conflictTold(routes: string): string {
  return (
    'A person about whom you complained has to act on your complaint, as nobody else is able to at present. ' +
    routes
  );
}

/** The receipt, where it goes by email. */
export function received(reference: string, answerBy: Date | null, resolveBy: Date | null): string {
  const answer = answerBy ? ` You will have a first answer by ${day(answerBy)}.` : '';
  const decision = resolveBy ? ` You will have our decision by ${day(resolveBy)}.` : '';
  return `We have received your complaint. Its reference is ${reference}.${answer}${decision}`;
}

/** @see MailedWordsReads, which adds the way to the complaint */
export function tokenRenewed(): string {
  return (
    'Somebody who knows your reference and your address asked us for a new way to your complaint. Here it is; what ' +
    'we sent you before for this opens nothing any more.'
  );
}

/** A date without its hour reads the same in every zone that the house and the customer share for most of the day. */
function day(time: Date): string {
  return time.toISOString().slice(0, 10);
}
