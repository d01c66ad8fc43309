import { Injectable } from '@nestjs/common';
import { type Actor, isStaff } from '../kernel/actor.js';
import { Database } from '../platform/database/database.js';
import { Cursors, cursorScope } from '../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../platform/http/page.js';
import type { EntryQuery } from './audit.dto.js';
import { entrySpec } from './entry-catalogue.js';
import { withoutLinkNotes } from './link-notes.js';
import { type Entry, renderEntry, STORED_ENTRY, type StoredEntry } from './entries/entry.js';

/** Where a page of entries begins, and how long it is. */
interface EntriesQuery {
  cursor?: string;
  /** Default 25. */
  limit?: number;
}

/** What is shown of the log. */
@Injectable()
export class AuditReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /**
   * The entries of one complaint by `seq`, those included that have no position yet.
   * @param hideNotes leaves internal notes out: for a viewer who is complained about. Notes on links are hidden by what
   * both complaints say.
   * @throws Refusal 400 `bad_cursor`.
   */
  timeline(
    viewer: Actor,
    complaintId: string,
    query: EntriesQuery,
    hideNotes: boolean,
  ): Promise<Page<Entry>> {
    const condition = `e.complaint_id = $1 ${hideNotes ? `AND NOT ${IS_NOTE}` : ''}`;
    const scope = cursorScope('timeline', { complaintId, hideNotes }, viewer);
    return this.bySeq(viewer, condition, complaintId, scope, query);
  }

  /**
   * The entries about one thing outside of any complaint, by `seq`, those included that have no position yet.
   * @throws Refusal 400 `bad_cursor`.
   */
  ofSubject(viewer: Actor, subjectId: string, query: EntriesQuery): Promise<Page<Entry>> {
    const scope = cursorScope('ofSubject', { subjectId }, viewer);
    return this.bySeq(viewer, 'e.complaint_id IS NULL AND e.subject_id = $1', subjectId, scope, query);
  }

  /**
   * Sealed entries by position. A viewer never gets the notes of others, internal or on links, about themselves.
   * @throws Refusal 400 `bad_cursor`.
   */
  async entries(viewer: Actor, query: EntryQuery): Promise<Page<Entry>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listEntries', query, viewer);
    const [after = query.after ?? 0] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const { sql, params } = search(viewer, query);
    const rows = await this.database.read<StoredEntry & { position: number }>(
      `SELECT ${STORED_ENTRY} FROM entry_positions p JOIN entries e ON e.id = p.entry_id
       WHERE p.position > $1 ${sql} ORDER BY p.position LIMIT $2`,
      [after, limit + 1, ...params],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.position], scope));
    return this.shown(viewer, page);
  }

  private async bySeq(
    viewer: Actor,
    condition: string,
    id: string,
    scope: string,
    { cursor, limit = DEFAULT_LIMIT }: EntriesQuery,
  ): Promise<Page<Entry>> {
    const [after = 0] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<StoredEntry & { seq: number }>(
      `SELECT e.seq, ${STORED_ENTRY} FROM entries e LEFT JOIN entry_positions p ON p.entry_id = e.id
       WHERE ${condition} AND e.seq > $2 ORDER BY e.seq LIMIT $3`,
      [id, after, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.seq], scope));
    return this.shown(viewer, page);
  }

  private async shown(viewer: Actor, page: Page<StoredEntry>): Promise<Page<Entry>> {
    const { items, nextCursor } = mapPage(page, (row) => shownTo(viewer, renderEntry(row)));
    const query = <T>(sql: string, params?: unknown[]) => this.database.read<T>(sql, params);
    return { items: await withoutLinkNotes(query, viewer, items), nextCursor };
  }
}

/** What is for staff only reads null to everybody else. */
function shownTo(viewer: Actor, entry: Entry): Entry {
  if (isStaff(viewer)) return entry;
  const { data: fields } = entrySpec(entry.type);
  const shown = Object.entries(entry.data).map(([field, value]): [string, unknown] => [
    field,
    fields[field]?.staffOnly ? null : value,
  ]);
  return { ...entry, data: Object.fromEntries(shown) };
}

/** What is attached to a note is a part of it. */
const IS_NOTE = `e.type IN ('message.noted', 'attachment.noted')`;

/** Only the conditions that were given stand in the statement: its plan is made for just these. */
function search(viewer: Actor, query: EntryQuery): { sql: string; params: unknown[] } {
  const conditions: string[] = [];
  const params: unknown[] = [];
  const where = (condition: (parameter: string) => string, value: unknown) => {
    if (value === undefined || value === null) return;
    params.push(value);
    conditions.push(`AND ${condition(`$${params.length + 2}`)}`);
  };
  where((type) => `e.type = ${type}`, query.type);
  where((actor) => `e.actor_id = ${actor}`, query.actorId);
  where((complaint) => `e.complaint_id = ${complaint}`, query.complaintId);
  where((from) => `e.at >= ${from}::timestamptz`, query.from);
  where((to) => `e.at < ${to}::timestamptz`, query.to);
  where(recordOfAccessTo, query.accessTo);
  where((me) => `NOT (${IS_NOTE} AND ${complainedAbout(me)})`, viewer.id);
  return { sql: conditions.join(' '), params };
}

function recordOfAccessTo(subject: string): string {
  return `e.complaint_id IS NULL AND e.subject_id IN (
    SELECT a.id FROM access_records a WHERE a.subject_id = ${subject})`;
}

function complainedAbout(user: string): string {
  return `EXISTS (
    SELECT FROM complaints c WHERE c.id = e.complaint_id AND ${user} = ANY (c.complained_about_user_ids))`;
}
