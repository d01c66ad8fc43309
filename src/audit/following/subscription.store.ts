import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import type { EntryType } from '../entry-catalogue.js';
import { type Entry, renderEntry, STORED_ENTRY, type StoredEntry } from '../entries/entry.js';
import type { Lease } from './subscription.entity.js';
import type { Subscription } from '../subscriptions.events.js';

export interface Placed {
  entry: Entry;
  position: number;
}

/** An entry that a subscriber failed on, or that waits behind one. */
export interface ParkedEntry {
  subscription: string;
  position: number;
  stream: string;
  /** 0: it was not tried, it only waits. */
  attempts: number;
  lastError: string | null;
  nextAttemptAt: Date;
}

/** Entries read at once, and how many positions are looked at for them. */
const PAGE = 100;
const WINDOW = 5000;
/** A subscriber for whom nothing came is moved on after this many positions, so that the next look is short. */
const IDLE_LAG = 500;

/** The rows behind the subscribers. */
@Injectable()
export class SubscriptionStore {
  constructor(private readonly database: Database) {}

  async register({ name, from }: Subscription): Promise<void> {
    await this.database.read(
      `INSERT INTO subscriptions (name, position, id)
       SELECT $1, CASE WHEN $2 THEN 0 ELSE coalesce(max(p.position), 0) END, $3 FROM entry_positions p
       ON CONFLICT (name) DO NOTHING`,
      [name, from === 'beginning', newId()],
    );
  }

  async lastPosition(): Promise<number> {
    const [row] = await this.database.read<{ last: number }>(
      'SELECT coalesce(max(p.position), 0) AS last FROM entry_positions p',
    );
    return row?.last ?? 0;
  }

  newTypes(after: number): Promise<{ position: number; type: EntryType }[]> {
    return this.database.read(
      `SELECT p.position, e.type FROM entry_positions p JOIN entries e ON e.id = p.entry_id
       WHERE p.position > $1 ORDER BY p.position LIMIT 1000`,
      [after],
    );
  }

  /** Whether there is an entry to handle, a parked one to try again, or a long stretch of nothing to pass over. */
  async hasWork({ name, types }: Subscription): Promise<boolean> {
    const [row] = await this.database.read<{ work: boolean }>(HAS_WORK, [name, types, IDLE_LAG, WINDOW]);
    return row?.work ?? false;
  }

  /** Takes the lease. @returns how far the subscriber is, or null where another worker serves it. */
  async take(name: string, worker: string): Promise<Lease | null> {
    const [row] = await this.database.read<Lease>(
      `UPDATE subscriptions s SET leased_by = $2, leased_until = ${LEASE_END}
       WHERE s.name = $1 AND (s.leased_until IS NULL OR s.leased_until < clock_timestamp() OR s.leased_by = $2)
       RETURNING s.position, s.generation`,
      [name, worker],
    );
    return row ?? null;
  }

  /** Saves how far the subscriber is. @returns false where the lease is gone, or a replay was asked for meanwhile. */
  async advance(name: string, worker: string, { position, generation }: Lease): Promise<boolean> {
    const saved = await this.database.read(
      `UPDATE subscriptions s SET position = greatest(s.position, $3), leased_until = ${LEASE_END}
       WHERE s.name = $1 AND s.leased_by = $2 AND s.generation = $4 RETURNING 1 AS saved`,
      [name, worker, position, generation],
    );
    return saved.length > 0;
  }

  async release(name: string, worker: string): Promise<void> {
    await this.database.read(
      'UPDATE subscriptions s SET leased_by = NULL, leased_until = NULL WHERE s.name = $1 AND s.leased_by = $2',
      [name, worker],
    );
  }

  /** The next entries after a position, and the position up to which there are no others. */
  async page({ types }: Subscription, after: number): Promise<{ entries: Placed[]; upTo: number }> {
    const last = Math.min(await this.lastPosition(), after + WINDOW);
    const rows = await this.database.read<StoredEntry>(
      `SELECT ${STORED_ENTRY} FROM entry_positions p JOIN entries e ON e.id = p.entry_id
       WHERE p.position > $1 AND p.position <= $2 AND e.type = ANY ($3) ORDER BY p.position LIMIT ${PAGE}`,
      [after, last, types],
    );
    const entries = rows.map(placed);
    return { entries, upTo: entries.length < PAGE ? last : (entries.at(-1)?.position ?? last) };
  }

  async parkedStreams(name: string): Promise<Set<string>> {
    const rows = await this.database.read<{ stream: string }>(
      'SELECT DISTINCT k.stream FROM subscription_parked k WHERE k.subscription = $1',
      [name],
    );
    return new Set(rows.map((row) => row.stream));
  }

  /** @param failure null for an entry that was not tried. */
  async park(name: string, position: number, stream: string, failure: string | null): Promise<void> {
    await this.database.read(
      `INSERT INTO subscription_parked (subscription, position, stream, attempts, last_error, next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp() + interval '1 second') ON CONFLICT DO NOTHING`,
      [name, position, stream, failure === null ? 0 : 1, failure],
    );
  }

  /** Marks a parked entry as being tried. @returns false where it was skipped meanwhile. */
  async beginRetry(name: string, position: number, worker: string): Promise<boolean> {
    const marked = await this.database.read(
      `UPDATE subscription_parked k SET tried_by = $3
       WHERE k.subscription = $1 AND k.position = $2 RETURNING 1 AS marked`,
      [name, position, worker],
    );
    return marked.length > 0;
  }

  /** Waits twice as long after each failure, an hour at most. */
  async postpone(name: string, position: number, failure: string): Promise<void> {
    await this.database.read(
      `UPDATE subscription_parked k SET attempts = k.attempts + 1, last_error = $3, tried_by = NULL,
         next_attempt_at = clock_timestamp() + interval '1 second' * least(2 ^ least(k.attempts, 12), 3600)
       WHERE k.subscription = $1 AND k.position = $2`,
      [name, position, failure],
    );
  }

  async unpark(name: string, position: number): Promise<void> {
    await this.database.read(
      'DELETE FROM subscription_parked k WHERE k.subscription = $1 AND k.position = $2',
      [name, position],
    );
  }

  /** The streams whose oldest parked entry is to be tried again now. */
  async dueStreams(name: string): Promise<string[]> {
    const rows = await this.database.read<{ stream: string }>(
      `SELECT h.stream FROM (${HEADS}) h WHERE h.next_attempt_at <= clock_timestamp()`,
      [name],
    );
    return rows.map((row) => row.stream);
  }

  /** The oldest parked entry of a stream. */
  async headOf(name: string, stream: string): Promise<Placed | undefined> {
    const [row] = await this.database.read<StoredEntry>(
      `SELECT ${STORED_ENTRY} FROM subscription_parked k
       JOIN entry_positions p ON p.position = k.position JOIN entries e ON e.id = p.entry_id
       WHERE k.subscription = $1 AND k.stream = $2 ORDER BY k.position LIMIT 1`,
      [name, stream],
    );
    return row && placed(row);
  }

  parked(): Promise<ParkedEntry[]> {
    return this.database.read(
      `SELECT k.subscription, k.position, k.stream, k.attempts, k.last_error, k.next_attempt_at
       FROM subscription_parked k ORDER BY k.subscription, k.position LIMIT 1000`,
    );
  }
}

const LEASE_END = `clock_timestamp() + interval '30 seconds'`;

const HEADS = `SELECT DISTINCT ON (k.stream) k.stream, k.next_attempt_at
  FROM subscription_parked k WHERE k.subscription = $1 ORDER BY k.stream, k.position`;

const HAS_WORK = `
  SELECT EXISTS (
      SELECT FROM entry_positions p JOIN entries e ON e.id = p.entry_id
      WHERE p.position > s.position AND p.position <= s.position + $4::bigint AND e.type = ANY ($2)
    ) OR (SELECT max(p.position) FROM entry_positions p) > s.position + $3::bigint
    OR EXISTS (SELECT FROM (${HEADS}) h WHERE h.next_attempt_at <= clock_timestamp()) AS work
  FROM subscriptions s WHERE s.name = $1`;

function placed(row: StoredEntry): Placed {
  const entry = renderEntry(row);
  if (entry.position === null) throw new Error(`entry ${entry.id} has no position`);
  return { entry, position: entry.position };
}
