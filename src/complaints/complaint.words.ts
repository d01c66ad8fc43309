import type { Way } from '../communications/channels/channels.js';

/** The closed lists of words about a complaint, each value with its meaning. */

export const ANSWER_VIA = {
  tracking: 'the tracking page, opened by the tracking token',
  email: 'an email, sent after the words were written',
  phone: 'a telephone call, recorded when it was made',
  letter: 'a letter by post, recorded when it was sent',
  visit: 'a visit, recorded when it was made',
  none: 'nowhere: the customer cannot be reached, for the reason on record',
} as const satisfies Record<Way, string>;
export type AnswerVia = keyof typeof ANSWER_VIA;

/** How words were said or sent outside the product. */
export const SAID_HOW = {
  phone: 'on the telephone',
  visit: 'in person',
  letter: 'by post',
  chat: 'in a chat',
  email: 'by email',
  social: 'over a social network',
  other: 'another way',
} as const;
export type SaidHow = keyof typeof SAID_HOW;

/** Ways of saying that hand words over to the customer by themselves. */
export const HANDING_OVER: readonly SaidHow[] = ['phone', 'visit', 'letter', 'chat'];

export const COMPLEXITIES = {
  low: 'one person settles it alone',
  medium: 'several people or documents are needed',
  high: 'several departments or outside bodies are needed',
} as const;
export type Complexity = keyof typeof COMPLEXITIES;

export const OUTCOMES = {
  upheld: 'the customer is right',
  partly_upheld: 'the customer is right in part',
  not_upheld: 'the customer is not right',
  not_determined: 'nobody can say, for the reason given',
} as const;
export type Outcome = keyof typeof OUTCOMES;

export const NOT_DETERMINED_REASONS = {
  customer_unreachable: 'the customer cannot be reached',
  evidence_unavailable: 'there is no evidence to be had',
  settled_without_finding: 'both sides settled it without a finding',
} as const;
export type NotDeterminedReason = keyof typeof NOT_DETERMINED_REASONS;

export const DECLINE_REASONS = {
  not_a_complaint: 'it expresses no dissatisfaction that expects an answer',
  out_of_scope: 'it is about something the house does not answer for',
  out_of_time: 'it came too late to be looked into',
  forwarded: 'another body is responsible and has it now',
  spam: 'it is unsolicited mail; nothing is sent',
  test: 'it was a test; nothing is sent',
} as const;
export type DeclineReason = keyof typeof DECLINE_REASONS;

export const FACT_SOURCES = {
  customer: 'the customer says so',
  staff: 'a member of staff says so',
  document: 'a document shows it',
  system: 'a system recorded it',
  third_party: 'somebody else says so',
} as const;
export type FactSource = keyof typeof FACT_SOURCES;

export const FACT_STANDINGS = {
  claimed: 'said, not yet looked into',
  confirmed: 'found to be so',
  disputed: 'the sides disagree, and both views are on record',
  refuted: 'found not to be so',
  unprovable: 'it cannot be settled',
} as const;
export type FactStanding = keyof typeof FACT_STANDINGS;

export const PROMISE_KINDS = {
  acknowledge: 'a first answer',
  establish_facts: 'the facts are established',
  name_owner: 'a named person takes it over',
  update: 'news, at a rhythm, until it is over',
  resolve: 'a decision',
  action: 'an agreed action',
  callback: 'a call back',
  follow_up: 'a look afterwards whether it lasted',
} as const;
export type PromiseKind = keyof typeof PROMISE_KINDS;

export const PROMISE_STATES = {
  open: 'still to be kept',
  kept: 'kept in time',
  kept_late: 'kept after its time; brokenAt says since when it was broken',
  broken: 'its time passed and it was not kept',
  moved: 'replaced by another date, which the customer was told',
  released: 'no longer expected',
} as const;
export type PromiseState = keyof typeof PROMISE_STATES;

export const BREACH_STATES = {
  unanswered: 'an apology and a cause are owed',
  answered: 'the customer has an apology, and a cause is on record or looked for',
  waived: 'a supervisor let it be, with a reason',
  withdrawn: 'the promise was kept in time after all, which was shown later',
} as const;
export type BreachState = keyof typeof BREACH_STATES;

export const MESSAGE_KINDS = {
  acknowledgement: 'the first answer',
  owner: 'who takes it over and what will be done',
  update: 'news for the customer',
  question: 'a question to the customer',
  decision: 'the decision',
  notice: 'a confirmation or notice written by the product',
  apology: 'an apology for a broken promise',
  note: 'an internal note',
  reply: 'words of the customer',
} as const;
export type MessageKind = keyof typeof MESSAGE_KINDS;

export const DELIVERY_STATES = {
  queued: 'waits to be said or sent',
  handed_over: 'left the house',
  delivered: 'arrived',
  bounced: 'came back',
  failed: 'could not be sent',
} as const;
export type DeliveryState = keyof typeof DELIVERY_STATES;
