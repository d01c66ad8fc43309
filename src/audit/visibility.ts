import { type Actor, hasRole, isStaff } from '../kernel/actor.js';
import { entrySpec, type EntryType } from './entry-catalogue.js';
import type { SubjectType } from './entry-fields.js';
import { type Entry, renderEntry, STORED_ENTRY, type StoredEntry } from './entries/entry.js';

/**
 * What of the log somebody may see: the one place that timeline, search, export, evidence, feed, stream and webhooks
 * ask. Whether they may ask at all is a permission.
 */

/** Internal notes, and what is attached to one: hidden whole from whom the complaint is about. */
const NOTES: readonly EntryType[] = ['message.noted', 'attachment.noted'];
const IS_NOTE = `e.type IN (${NOTES.map((type) => `'${type}'`).join(', ')})`;

/** The users whom an entry is not shown to, or not all of it; null where it hides nothing. */
export type HiddenFrom = readonly string[] | null;

/** An entry as it is read to be shown. */
export interface VisibleEntry extends StoredEntry {
  hiddenFrom: HiddenFrom;
}

/**
 * The column `hidden_from` for a statement that calls the entries `e`. What was noted on a link stands in the logs of
 * both complaints, and is hidden from whom either of them is about.
 */
export const HIDDEN_FROM = `
  CASE WHEN ${IS_NOTE} OR e.type = 'link.added' THEN ARRAY(
    SELECT unnest(c.complained_about_user_ids) FROM complaints c WHERE c.id = ANY (ARRAY[e.complaint_id,
      CASE e.type WHEN 'link.added' THEN (convert_from(e.bytes, 'UTF8')::jsonb #>> '{data,otherId}')::uuid END
    ])) END AS hidden_from`;

/** The columns of a `VisibleEntry`, where the positions are called `p`. */
export const VISIBLE_ENTRY = `${STORED_ENTRY}, ${HIDDEN_FROM}`;

/** A condition of a statement: `e` is no internal note of a complaint about the user. @param user a parameter */
export function noNoteAbout(user: string): string {
  return `NOT (${IS_NOTE} AND EXISTS (
    SELECT FROM complaints c WHERE c.id = e.complaint_id AND ${user} = ANY (c.complained_about_user_ids)))`;
}

/**
 * After these an entry that was read before may read otherwise: a value of it is gone, or it is hidden from somebody
 * more. Whoever keeps entries in memory lets go of them here.
 */
export const CHANGES_WHAT_IS_SEEN: ReadonlySet<EntryType> = new Set<EntryType>([
  'complaint.updated',
  'complaint.merged',
  'values.erased',
]);

/** Whether somebody who follows what happens gets an entry. */
export function maySee(viewer: Actor, entry: Entry, hiddenFrom: HiddenFrom): boolean {
  if (NOTES.includes(entry.type) && isHiddenFrom(viewer, hiddenFrom)) return false;
  if (entry.complaintId !== null || OF_THE_TRADE.has(entry.subject.type)) return true;
  return hasRole(viewer, 'auditor', 'admin');
}

/** The entry as it reads to the viewer: fields that are not for their eyes are null. */
export function shownTo(viewer: Actor, entry: Entry, hiddenFrom: HiddenFrom): Entry {
  return without(entry, withheldFrom(viewer, entry, hiddenFrom));
}

/** The same of a row. */
export function readAs(viewer: Actor, { hiddenFrom, ...stored }: VisibleEntry): Entry {
  return shownTo(viewer, renderEntry(stored), hiddenFrom);
}

/** The same for readers who are not known: as everybody who works here may read it; null where somebody may not. */
export function readByAll({ hiddenFrom, ...stored }: VisibleEntry): Entry | null {
  const entry = renderEntry(stored);
  if (!hiddenFrom?.length) return entry;
  return NOTES.includes(entry.type) ? null : without(entry, ['note']);
}

/** The fields of `data` that are not for the eyes of the viewer; one's own words are. */
export function withheldFrom(viewer: Actor, { type, actor }: Entry, hiddenFrom: HiddenFrom): string[] {
  const fields = isStaff(viewer) ? [] : staffOnlyFields(type);
  const hidesNote = type === 'link.added' && actor.id !== viewer.id && isHiddenFrom(viewer, hiddenFrom);
  return hidesNote ? [...fields, 'note'] : fields;
}

function isHiddenFrom({ id }: Actor, hiddenFrom: HiddenFrom): boolean {
  return id !== null && hiddenFrom?.includes(id) === true;
}

function staffOnlyFields(type: EntryType): string[] {
  const { data } = entrySpec(type);
  return Object.keys(data).filter((field) => data[field]?.staffOnly);
}

function without(entry: Entry, fields: readonly string[]): Entry {
  if (fields.length === 0) return entry;
  return { ...entry, data: { ...entry.data, ...Object.fromEntries(fields.map((field) => [field, null])) } };
}

/**
 * What everybody who works here can read as a resource. Everything else beside complaints, above all who signed in and
 * who was given which account, is for those who may search the log.
 */
const OF_THE_TRADE: ReadonlySet<SubjectType> = new Set<SubjectType>([
  'authority',
  'calendar',
  'contact_point',
  'standard',
  'team',
  'cause',
  'category',
  'corrective_action',
  'organisation_unit',
  'policy_version',
  'template_version',
  'absence',
  'legal_hold',
  'tier',
  'account',
  'customer',
  'contact',
  'complaint',
  'log',
]);
