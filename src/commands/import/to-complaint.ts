import type { Schema } from '../client/amends.js';
import type { Row } from './columns.js';
import { toTime } from './times.js';

/** A thing that is wrong with a row, in the codes of the API where it has one. */
export interface Flaw {
  code: string;
  detail: string;
}

/** The body of `POST /v1/complaints`. */
export type NewComplaint = Schema<'StaffComplaintBody'> & { externalId: string };

export type Mapped =
  { complaint: NewComplaint; flaws?: undefined } | { complaint?: undefined; flaws: Flaw[] };

/** Ways in by the names that others give them. */
const CHANNELS: Record<string, NewComplaint['channel']> = {
  web: 'web',
  email: 'email',
  'e-mail': 'email',
  phone: 'phone',
  telephone: 'phone',
  chat: 'chat',
  letter: 'letter',
  'postal mail': 'letter',
  mail: 'letter',
  fax: 'fax',
  visit: 'visit',
  social: 'social',
  api: 'api',
  referral: 'referral',
  'web referral': 'referral',
};

/** Bodies are bounded by the server; what only a file can get wrong is found here. */
export function toComplaint(row: Row, externalId: string, now: Date): Mapped {
  const flaws: Flaw[] = [];
  const description = descriptionOf(row);
  if (description === '') flaws.push({ code: 'required', detail: 'there are no words of the complaint' });
  const complaint: NewComplaint = {
    externalId,
    channel: CHANNELS[(row('channel') ?? '').toLowerCase()] ?? 'other',
    description,
    ...some('language', row('language')),
    ...some('subject', row('subject')),
    ...some('product', joined(row('product'), row('subProduct'))),
    ...some('desiredOutcome', row('desiredOutcome')),
    ...some('orderReference', row('orderReference')),
    ...some('receivedAt', timeOf(row('receivedAt'), 'the date received', now, flaws)),
    ...some(
      'occurredAt',
      row('occurredAt') && timeOf(row('occurredAt'), 'the date of the event', now, flaws),
    ),
    tags: tagsOf(row('tags') ?? ''),
    ...answerOf(row),
  };
  if (JSON.stringify(complaint).includes('\uFFFD')) {
    flaws.push({ code: 'is_utf8', detail: 'has characters that are not UTF-8' });
  }
  return flaws.length > 0 ? { flaws } : { complaint };
}

/** The customer's words where there are any, else what it is about. */
function descriptionOf(row: Row): string {
  return row('description') || joined(row('subject'), row('subIssue'), ': ') || '';
}

/** A column that is there has to be filled: a date left out would make an old complaint one of today. */
function timeOf(text: string | null, name: string, now: Date, flaws: Flaw[]): string | null {
  if (text === null) return null;
  const time = toTime(text);
  if (text === '') flaws.push({ code: 'required', detail: `${name} is blank` });
  else if (time === null) flaws.push({ code: 'is_time', detail: `${name} is no date: ${text.slice(0, 40)}` });
  else if (Date.parse(time) > now.getTime())
    flaws.push({ code: 'is_past', detail: `${name} is in the future: ${text}` });
  return time;
}

/** Who can be reached is answered; who cannot is on record with the reason. */
function answerOf(row: Row): Pick<NewComplaint, 'complainant' | 'answerVia' | 'answerViaReason'> {
  const given = {
    ...some('name', row('name')),
    ...some('email', row('email')),
    ...some('phone', row('phone')),
    ...some('address', row('address')),
  };
  const { name, ...contacts } = given;
  if (name !== undefined && Object.keys(contacts).length > 0)
    return { complainant: given, answerVia: 'tracking' };
  const known = Object.keys(given).length > 0 ? { complainant: given } : {};
  return { ...known, answerVia: 'none', answerViaReason: 'Imported without contact data.' };
}

function tagsOf(text: string): string[] {
  const tags = text.split(/[,;]/).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

function joined(first: string | null, second: string | null, between = ' / '): string | null {
  return [first, second].filter((part) => part).join(between) || null;
}

function some<K extends string>(key: K, value: string | null): Partial<Record<K, string>> {
  return value ? ({ [key]: value } as Record<K, string>) : {};
}
