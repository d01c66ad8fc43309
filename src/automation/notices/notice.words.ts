import type { EntryType } from '../../audit/entry-catalogue.js';

/** What somebody of the house is told, by what it is about. */
export const NOTICE_KINDS = {
  assigned: 'a complaint is yours now, or you stand in for its owner',
  reply: 'the customer wrote, or staff noted what the customer said',
  warning: 'a promise is near its end',
  breach: 'a promise was broken',
  escalated: 'a complaint was escalated, or its decision disputed',
  approval: 'a remedy waits for the approval of somebody who may grant so much',
  undelivered: 'words for the customer came back, or could not be sent',
  unassigned: 'a complaint has no owner any more',
} as const;
export type NoticeKind = keyof typeof NOTICE_KINDS;

export const NOTICE_KIND_NAMES = Object.keys(NOTICE_KINDS) as NoticeKind[];

/** How somebody wants a kind of notice. The inbox has all of them, whatever is chosen. */
export const NOTICE_WAYS = {
  at_once: 'a mail within a minute or two, with all that happened meanwhile',
  digest: 'in one mail a day',
  off: 'no mail; it stands in the inbox only',
} as const;
export type NoticeWay = keyof typeof NOTICE_WAYS;

/** How far the mail with a notice came. */
export const NOTICE_MAIL_STATES = {
  none: 'it goes by no mail',
  waiting: 'it waits for the next mail',
  sending: 'a mail with it is on its way',
  sent: 'the mail server took a mail with it',
  failed: 'the mail with it could not be sent, and is not tried again',
} as const;
export type NoticeMailState = keyof typeof NOTICE_MAIL_STATES;

/** What happened, by the type of the entry: no word of the case stands in it. */
export const NOTICE_SENTENCES = {
  'complaint.owner_assigned': 'You are responsible for this complaint now.',
  'complaint.owner_changed': 'You are responsible for this complaint now.',
  'complaint.stand_in_changed': 'Its owner is away, and you stand in.',
  'message.received': 'There is word from the customer.',
  'promise.warned': 'The time of a promise is nearly over.',
  'promise.broken': 'A promise was broken: an apology and a cause are owed.',
  'complaint.escalated': 'The complaint was escalated.',
  'complaint.disputed': 'The customer disagrees with the decision.',
  'remedy.proposed': 'A remedy waits for your approval.',
  'message.bounced': 'Words for the customer came back.',
  'message.failed': 'Words for the customer could not be sent.',
} as const satisfies Partial<Record<EntryType, string>>;
export type NoticeEntry = keyof typeof NOTICE_SENTENCES;

/** What happened, in a sentence. */
export function sentenceOf(kind: NoticeKind, type: NoticeEntry): string {
  if (kind === 'unassigned') return 'The complaint has no owner any more.';
  return NOTICE_SENTENCES[type];
}
