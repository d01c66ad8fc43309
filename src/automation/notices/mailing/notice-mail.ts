import type { OutgoingMail } from '../../../communications/mail-out/outgoing-mail.js';
import { written } from '../../../kernel/business-time/wall-clock.js';
import type { StaffNotice } from '../notice.entity.js';
import { sentenceOf } from '../notice.words.js';

/** A notice as a mail tells it. No name, no word and no number of the customer is in it beyond the reference. */
export interface MailedNotice extends Pick<StaffNotice, 'kind' | 'entryType' | 'complaintId' | 'at'> {
  reference: string;
  /** Of the house. */
  standInForName: string | null;
}

/** So many things are told one by one; the rest is counted. */
const MOST_TOLD = 50;

/**
 * One mail of all that was gathered, oldest first; what happened several times on a complaint is told once.
 * @param page where a complaint is opened; null: nobody said so
 */
export function noticeMail(
  id: string,
  to: { name: string; address: string; zone: string },
  notices: readonly MailedNotice[],
  page: string | null,
): OutgoingMail {
  const things = thingsOf(notices);
  const more = things.length - MOST_TOLD;
  const text = [
    ...things.slice(0, MOST_TOLD).map((alike) => paragraph(alike, to.zone, page)),
    ...(more > 0 ? [`${more} more stand in your inbox.`] : []),
    `Times are those of ${to.zone}. Which notices come by mail, and when, is yours to choose.`,
  ].join('\n\n');
  const { name, address } = to;
  const mail = { id, to: { name, address }, subject: subjectOf(notices), text };
  return { ...mail, language: 'en', replyTo: null, before: [], automatic: true };
}

function subjectOf(notices: readonly MailedNotice[]): string {
  const [only, ...others] = notices;
  const references = new Set(notices.map(({ reference }) => reference));
  if (only && others.length === 0) return `${only.reference}: ${sentenceOf(only.kind, only.entryType)}`;
  if (only && references.size === 1) return `${only.reference}: ${notices.length} notices`;
  return `${notices.length} notices about ${references.size} complaints`;
}

/** What is alike together, in the order in which it began. */
function thingsOf(notices: readonly MailedNotice[]): MailedNotice[][] {
  const things = new Map<string, MailedNotice[]>();
  for (const notice of notices) {
    const { complaintId, kind, entryType, standInForName } = notice;
    const key = JSON.stringify([complaintId, kind, entryType, standInForName]);
    const alike = things.get(key) ?? [];
    alike.push(notice);
    things.set(key, alike);
  }
  return [...things.values()];
}

/** By the last time that it happened. */
function paragraph(alike: readonly MailedNotice[], zone: string, page: string | null): string {
  const last = alike.at(-1);
  if (!last) return '';
  const { kind, entryType, complaintId, at, reference, standInForName } = last;
  const often = alike.length > 1 ? ` (${alike.length} times)` : '';
  const forWhom = standInForName === null ? '' : ` You stand in for ${standInForName}.`;
  const link = page === null ? '' : `\n${page}/${complaintId}`;
  return `${written(at, zone)}, ${reference}: ${sentenceOf(kind, entryType)}${often}${forWhom}${link}`;
}
