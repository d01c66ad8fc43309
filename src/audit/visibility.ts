import { type Actor, hasRole, isStaff } from '../kernel/actor.js';
import { entrySpec } from './entry-catalogue.js';
import type { SubjectType } from './entry-fields.js';
import type { Entry } from './entries/entry.js';

/**
 * What of the log somebody may see: the one place that timeline, search, export, feed and stream ask. Whether they may
 * ask at all is a permission.
 */

/** Whether the entry `e` of a statement is an internal note. */
export const IS_NOTE = `e.type = 'message.noted'`;

/** A condition of a statement: `e` is no internal note of a complaint about the user. @param user a parameter */
export function noNoteAbout(user: string): string {
  return `NOT (${IS_NOTE} AND EXISTS (
    SELECT FROM complaints c WHERE c.id = e.complaint_id AND ${user} = ANY (c.complained_about_user_ids)))`;
}

/** A column of a statement: the users who may not see the entry `e`; null where it is hidden from nobody. */
export const HIDDEN_FROM = `CASE WHEN ${IS_NOTE} THEN (
    SELECT c.complained_about_user_ids FROM complaints c WHERE c.id = e.complaint_id) END AS hidden_from`;

/** Whether somebody who follows what happens gets an entry. @param hiddenFrom the column `HIDDEN_FROM` */
export function maySee(viewer: Actor, entry: Entry, hiddenFrom: readonly string[] | null): boolean {
  if (viewer.id !== null && hiddenFrom?.includes(viewer.id)) return false;
  if (entry.complaintId !== null || OF_THE_TRADE.has(entry.subject.type)) return true;
  return hasRole(viewer, 'auditor', 'admin');
}

/** The entry as it reads to the viewer: what is for staff only is null to everybody else. */
export function shownTo(viewer: Actor, entry: Entry): Entry {
  if (isStaff(viewer)) return entry;
  const { data: fields } = entrySpec(entry.type);
  const shown = Object.entries(entry.data).map(([field, value]): [string, unknown] => [
    field,
    fields[field]?.staffOnly ? null : value,
  ]);
  return { ...entry, data: Object.fromEntries(shown) };
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
  'tier',
  'account',
  'customer',
  'contact',
  'complaint',
]);
