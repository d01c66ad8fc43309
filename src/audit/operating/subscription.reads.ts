import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type { EntryType } from '../entry-catalogue.js';
import { Subscriptions } from '../following/subscriptions.js';
import { type LeaseDto, MAX_WAITING, type ParkedEntryDto, type SubscriptionDto } from './subscription.dto.js';

/** How far the subscribers are, and what they failed on. */
@Injectable()
export class SubscriptionReads {
  constructor(
    private readonly database: Database,
    private readonly subscriptions: Subscriptions,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** By name. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, { cursor, limit = DEFAULT_LIMIT }: PageQuery): Promise<Page<SubscriptionDto>> {
    const scope = cursorScope('listSubscriptions', {}, viewer);
    const [after = ''] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.rows('s.name > $3 ORDER BY s.name LIMIT $4', [after, limit + 1]);
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.name], scope));
    return mapPage(page, (row) => this.shown(row));
  }

  /** @throws Refusal 404 */
  async one(name: string): Promise<SubscriptionDto> {
    const [row] = await this.rows('s.name = $3', [name]);
    if (!row) throw notFound();
    return this.shown(row);
  }

  /** The id under which the log knows it. @throws Refusal 404 */
  async idOf(name: string): Promise<string> {
    const [row] = await this.database.read<{ id: string }>(ID, [name]);
    if (!row) throw notFound();
    return row.id;
  }

  /** By position. @throws Refusal 400 `bad_cursor`, 404 */
  async parked(viewer: Actor, name: string, query: PageQuery): Promise<Page<ParkedEntryDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    await this.idOf(name);
    const scope = cursorScope('listParkedEntries', { name }, viewer);
    const [after = 0] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<ParkedRow>(PARKED, [name, after, limit + 1]);
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.position], scope));
    return mapPage(page, ({ nextAttemptAt, parkedAt, ...row }) => ({
      ...row,
      nextAttemptAt: nextAttemptAt.toISOString(),
      parkedAt: parkedAt.toISOString(),
    }));
  }

  private rows(which: string, params: unknown[]): Promise<Row[]> {
    const followed = this.subscriptions.all.map(({ name, types }) => ({ name, types }));
    return this.database.read<Row>(`${LIST} WHERE ${which}`, [
      JSON.stringify(followed),
      MAX_WAITING,
      ...params,
    ]);
  }

  private shown(row: Row): SubscriptionDto {
    const { name, followed, types, position, lastPosition, waiting, parked, oldestAt, replayUntil } = row;
    const age = oldestAt === null ? 0 : this.clock.now().getTime() - oldestAt.getTime();
    return {
      ...{ name, followed, types, position, lastPosition },
      lag: { entries: waiting + parked, seconds: Math.max(0, Math.floor(age / 1000)) },
      parked: { streams: row.streams, entries: parked },
      replayUntil: replayUntil !== null && replayUntil > position ? replayUntil : null,
      lease: leaseOf(row),
    };
  }
}

function leaseOf({ leasedBy, leasedUntil }: Row): LeaseDto | null {
  if (leasedBy === null || leasedUntil === null) return null;
  return { workerId: leasedBy, until: leasedUntil.toISOString() };
}

interface Row {
  name: string;
  followed: boolean;
  types: EntryType[];
  position: number;
  lastPosition: number;
  /** Entries of its types after its position. */
  waiting: number;
  streams: number;
  parked: number;
  oldestAt: Date | null;
  replayUntil: number | null;
  /** Null where the lease is over. */
  leasedBy: string | null;
  leasedUntil: Date | null;
}

type ParkedRow = Omit<ParkedEntryDto, 'nextAttemptAt' | 'parkedAt'> & { nextAttemptAt: Date; parkedAt: Date };

const ID = 'SELECT s.id FROM subscriptions s WHERE s.name = $1';

/** Nothing is ahead of a subscriber that there is no more; the whole log behind its position is not looked at. */
const AHEAD = `FROM entry_positions p JOIN entries e ON e.id = p.entry_id
  WHERE f.name IS NOT NULL AND p.position > s.position AND e.type = ANY (f.types)`;

const LIST = `
  SELECT s.name, f.name IS NOT NULL AS followed, coalesce(f.types, '{}') AS types, s.position,
    (SELECT coalesce(max(l.position), 0) FROM entry_positions l) AS last_position,
    w.waiting, k.streams, k.parked,
    least((SELECT e.at ${AHEAD} ORDER BY p.position LIMIT 1),
      (SELECT e.at FROM entry_positions p JOIN entries e ON e.id = p.entry_id
       WHERE p.position = k.oldest)) AS oldest_at,
    s.replay_until, h.leased_by, h.leased_until
  FROM subscriptions s
  LEFT JOIN jsonb_to_recordset($1::jsonb) AS f (name text, types text[]) ON f.name = s.name
  CROSS JOIN LATERAL (SELECT count(*)::int AS waiting FROM (SELECT ${AHEAD} LIMIT $2) ahead) w
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT p.stream)::int AS streams, count(*)::int AS parked, min(p.position) AS oldest
    FROM subscription_parked p WHERE p.subscription = s.name) k
  LEFT JOIN LATERAL (SELECT s.leased_by, s.leased_until WHERE s.leased_until > clock_timestamp()) h ON true`;

const PARKED = `
  SELECT e.id AS entry_id, k.position, e.type, e.complaint_id, k.attempts, k.last_error, k.next_attempt_at, k.parked_at,
    NOT EXISTS (
      SELECT FROM subscription_parked b
      WHERE b.subscription = k.subscription AND b.stream = k.stream AND b.position < k.position) AS first
  FROM subscription_parked k
  JOIN entry_positions p ON p.position = k.position JOIN entries e ON e.id = p.entry_id
  WHERE k.subscription = $1 AND k.position > $2 ORDER BY k.position LIMIT $3`;
