/** The closed lists of words about remedies, each value with its meaning. */

export const REMEDY_TYPES = {
  apology: 'words that say sorry',
  explanation: 'why it happened',
  refund: 'money back that was paid',
  replacement: 'another one in its place',
  repair: 'it is put right',
  voucher: 'money to be spent with the house',
  compensation: 'money for the trouble',
  corrective_action: 'the house changes something, so that it does not happen again',
} as const;
export type RemedyType = keyof typeof REMEDY_TYPES;

/** Those that are nothing without an amount, and those that never have one. The others may have one: what it costs. */
export const MONEY_ALWAYS: readonly RemedyType[] = ['refund', 'voucher', 'compensation'];
export const MONEY_NEVER: readonly RemedyType[] = ['apology', 'explanation'];

export const REMEDY_STATES = {
  proposed: 'on record, not weighed yet; the call that proposes passes through it, so that nobody reads it',
  pending_approval: 'waits for somebody else whose authority suffices',
  approved: 'granted, and promised to the customer',
  refused: 'not granted, or taken back by whoever proposed it',
  executed: 'carried out',
  reversed: 'taken back after it was granted',
  expired: 'nobody decided about it in time, or the complaint was over before',
} as const;
export type RemedyState = keyof typeof REMEDY_STATES;
