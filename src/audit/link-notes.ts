import type { Actor } from '../kernel/actor.js';
import type { Entry } from './entries/entry.js';

/** One SELECT on a connection of the pool. */
type Query = <T>(sql: string, params?: unknown[]) => Promise<T[]>;

type Link = Entry<'link.added'>;

/**
 * The same entries, without what others noted on a link where it is the viewer who is complained about, at either end
 * of it: the note stands in both logs.
 */
export async function withoutLinkNotes(query: Query, viewer: Actor, entries: Entry[]): Promise<Entry[]> {
  const ends = entries.filter(isOfOthers(viewer)).flatMap(endsOf);
  if (ends.length === 0) return entries;
  const rows = await query<{ id: string }>(ABOUT, [ends, viewer.id]);
  const about = new Set(rows.map(({ id }) => id));
  const hides = (entry: Entry) =>
    isOfOthers(viewer)(entry) && endsOf(entry).some((complaintId) => about.has(complaintId));
  return entries.map((entry) => (hides(entry) ? { ...entry, data: { ...entry.data, note: null } } : entry));
}

const isOfOthers =
  (viewer: Actor) =>
  (entry: Entry): entry is Link =>
    entry.type === 'link.added' && entry.actor.id !== viewer.id;

function endsOf({ complaintId, data }: Link): string[] {
  return [complaintId, data.otherId].filter((id) => id !== null);
}

const ABOUT = `
  SELECT c.id FROM complaints c WHERE c.id = ANY ($1::uuid[]) AND $2::uuid = ANY (c.complained_about_user_ids)`;
