import { ABSENCE_ENTRIES } from './catalogue/people/absences.entries.js';
import { ACCESS_RECORD_ENTRIES } from './catalogue/people/access-records.entries.js';
import { ACCESS_ENTRIES } from './catalogue/people/access.entries.js';
import { ATTACHMENT_ENTRIES } from './catalogue/attachments.entries.js';
import { NOTICE_ENTRIES } from './catalogue/people/notices.entries.js';
import { CALENDAR_ENTRIES } from './catalogue/calendars.entries.js';
import { COMPARISON_ENTRIES } from './catalogue/comparisons.entries.js';
import { COMPLAINT_ENTRIES } from './catalogue/complaints.entries.js';
import { CONTACT_POINT_ENTRIES } from './catalogue/house/contact-points.entries.js';
import { CUSTOMER_ENTRIES } from './catalogue/customers.entries.js';
import { ERASURE_ENTRIES } from './catalogue/erasures.entries.js';
import { HOUSE_ENTRIES } from './catalogue/house/house.entries.js';
import { ISSUE_ENTRIES } from './catalogue/issues.entries.js';
import { MERGING_ENTRIES } from './catalogue/merging.entries.js';
import { MAIL_ENTRIES } from './catalogue/mails/mail.entries.js';
import { PART_ENTRIES } from './catalogue/parts.entries.js';
import { PARTY_ENTRIES } from './catalogue/parties.entries.js';
import { POLICY_ENTRIES } from './catalogue/house/policy.entries.js';
import { PROOF_ENTRIES } from './catalogue/proofs.entries.js';
import { PROMISE_ENTRIES } from './catalogue/promises.entries.js';
import { REFERRAL_ENTRIES } from './catalogue/referrals.entries.js';
import { REMEDY_ENTRIES } from './catalogue/remedies.entries.js';
import { KEEPING_ENTRIES } from './catalogue/keeping.entries.js';
import { STANDARD_ENTRIES } from './catalogue/standards.entries.js';
import { LOG_ENTRIES } from './catalogue/log.entries.js';
import { SUBSCRIPTION_ENTRIES } from './catalogue/subscriptions.entries.js';
import { TEMPLATE_ENTRIES } from './catalogue/house/templates.entries.js';
import { WEBHOOK_ENTRIES } from './catalogue/house/webhooks.entries.js';
import type { EntrySpec, SubjectType, ValueOf } from './entry-fields.js';

/** Every type of entry there is. A type or a field that does not stand here does not compile. */
export const ENTRY_CATALOGUE = {
  ...ACCESS_ENTRIES,
  ...CALENDAR_ENTRIES,
  ...CONTACT_POINT_ENTRIES,
  ...HOUSE_ENTRIES,
  ...CUSTOMER_ENTRIES,
  ...COMPLAINT_ENTRIES,
  ...MERGING_ENTRIES,
  ...PART_ENTRIES,
  ...PROMISE_ENTRIES,
  ...REMEDY_ENTRIES,
  ...REFERRAL_ENTRIES,
  ...POLICY_ENTRIES,
  ...STANDARD_ENTRIES,
  ...ISSUE_ENTRIES,
  ...PARTY_ENTRIES,
  ...ABSENCE_ENTRIES,
  ...ATTACHMENT_ENTRIES,
  ...MAIL_ENTRIES,
  ...KEEPING_ENTRIES,
  ...ERASURE_ENTRIES,
  ...TEMPLATE_ENTRIES,
  ...NOTICE_ENTRIES,
  ...WEBHOOK_ENTRIES,
  ...LOG_ENTRIES,
  ...PROOF_ENTRIES,
  ...ACCESS_RECORD_ENTRIES,
  ...SUBSCRIPTION_ENTRIES,
  ...COMPARISON_ENTRIES,
} as const;

export type EntryType = keyof typeof ENTRY_CATALOGUE;

export const ENTRY_TYPES = Object.keys(ENTRY_CATALOGUE) as EntryType[];

type Fields<T extends EntryType> = (typeof ENTRY_CATALOGUE)[T]['data'];

/** The `data` that a write of this type records: every field, null where there is nothing to say. */
export type DataOf<T extends EntryType> = { [K in keyof Fields<T>]: ValueOf<Fields<T>[K]> };

/** The `data` as it is read again: an erased value is null. */
export type ReadDataOf<T extends EntryType> = { [K in keyof Fields<T>]: ValueOf<Fields<T>[K]> | null };

export type SubjectTypeOf<T extends EntryType> = (typeof ENTRY_CATALOGUE)[T]['subject'];

/** The types that are about one kind of subject. */
export type EntryTypeOf<S extends SubjectType> = {
  [T in EntryType]: SubjectTypeOf<T> extends S ? T : never;
}[EntryType];

export function entrySpec(type: EntryType): EntrySpec {
  return ENTRY_CATALOGUE[type];
}
