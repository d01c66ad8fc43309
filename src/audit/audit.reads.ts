import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import { Database } from '../platform/database/database.js';
import { Cursors, cursorScope } from '../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../platform/http/page.js';
import type { EntryFilter, EntryQuery } from './audit.dto.js';
import type { Entry } from './entries/entry.js';
import { noNoteAbout, readAs, VISIBLE_ENTRY, type VisibleEntry } from './visibility.js';

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
   * The entries of one complaint by `seq`, those included that have no position yet. A viewer who is complained about
   * gets no internal notes.
   * @throws Refusal 400 `bad_cursor`.
   */
  timeline(viewer: Actor, complaintId: string, query: EntriesQuery): Promise<Page<Entry>> {
    const scope = cursorScope('timeline', { complaintId }, viewer);
    return this.bySeq(viewer, 'e.complaint_id = $1', complaintId, scope, query);
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
   * Sealed entries by position. A viewer never gets internal notes about themselves.
   * @throws Refusal 400 `bad_cursor`.
   */
  async entries(viewer: Actor, query: EntryQuery): Promise<Page<Entry>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listEntries', query, viewer);
    const [after = query.after ?? 0] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.found(viewer, query, Number(after), limit + 1);
    return pageOf(rows, limit, (last) => this.cursors.encode([last.position], scope));
  }

  /** The first of the sealed entries that are found after a position. */
  async found(viewer: Actor, filter: EntryFilter, after: number, limit: number): Promise<Entry[]> {
    const { sql, params } = search(viewer, filter);
    const rows = await this.database.read<VisibleEntry>(
      `SELECT ${VISIBLE_ENTRY} FROM entry_positions p JOIN entries e ON e.id = p.entry_id
       WHERE p.position > $1 ${sql} ORDER BY p.position LIMIT $2`,
      [after, limit, ...params],
    );
    return rows.map((row) => readAs(viewer, row));
  }

  private async bySeq(
    viewer: Actor,
    condition: string,
    id: string,
    scope: string,
    { cursor, limit = DEFAULT_LIMIT }: EntriesQuery,
  ): Promise<Page<Entry>> {
    const [after = 0] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<VisibleEntry & { seq: number }>(
      `SELECT e.seq, ${VISIBLE_ENTRY} FROM entries e LEFT JOIN entry_positions p ON p.entry_id = e.id
       WHERE ${condition} AND e.seq > $2 AND ${noNoteAbout('$4')} ORDER BY e.seq LIMIT $3`,
      [id, after, limit + 1, viewer.id],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.seq], scope));
    return mapPage(page, (row) => readAs(viewer, row));
  }
}

/** Only the conditions that were given stand in the statement: its plan is made for just these. */
function search(viewer: Actor, query: EntryFilter): { sql: string; params: unknown[] } {
  const conditions: string[] = [];
  const params: unknown[] = [];
  const where = (condition: (parameter: string) => string, value: unknown) => {
    if (value === undefined || value === null) return;
    params.push(value);
    conditions.push(`AND ${condition(`$${params.length + 2}`)}`);
  };
  where((type) => `e.type = ${type}`, query.type);
  where((actor) => `e.actor_id = ${actor}`, query.actorId);
  where((complaints) => `e.complaint_id = ANY (${complaints}::uuid[])`, query.complaintId);
  where((from) => `e.at >= ${from}::timestamptz`, query.from);
  where((to) => `e.at < ${to}::timestamptz`, query.to);
  where((subject) => `e.subject_type = ${subject}`, query.subjectType);
  where((kind) => `e.actor_kind = ${kind}`, query.actorKind);
  where((request) => `e.request_id = ${request}`, query.requestId);
  where(recordOfAccessTo, query.accessTo);
  where(noNoteAbout, viewer.id);
  return { sql: conditions.join(' '), params };
}

function recordOfAccessTo(subject: string): string {
  return `e.complaint_id IS NULL AND e.subject_id IN (
    SELECT a.id FROM access_records a WHERE a.subject_id = ${subject})`;
}
