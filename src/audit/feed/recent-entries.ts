import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Worker } from '../../platform/worker.js';
import { type Entry, renderEntry } from '../entries/entry.js';
import { LogSignal } from '../following/log-signal.js';
import { CHANGES_WHAT_IS_SEEN, type HiddenFrom, VISIBLE_ENTRY, type VisibleEntry } from '../visibility.js';

/** An entry with the users it is hidden from. */
export interface Kept {
  entry: Entry;
  hiddenFrom: HiddenFrom;
}

export function kept({ hiddenFrom, ...stored }: VisibleEntry): Kept {
  return { entry: renderEntry(stored), hiddenFrom };
}

/** Milliseconds after which it looks by itself: the word of a sealer elsewhere can be lost. */
const POLL = 500;
/** Entries read at once, and kept. */
const BATCH = 500;
const KEPT = 1000;

/**
 * The end of the log in memory while anybody follows it: what is new is read once, however many wait for it. Whoever is
 * further behind reads the database. What was erased, or is hidden by now, is not kept.
 */
@Injectable()
export class RecentEntries implements BeforeApplicationShutdown {
  private readonly worker = new Worker(POLL, () => this.readNew(), new Logger(RecentEntries.name));
  private readonly waiting = new Set<() => void>();
  private followers = 0;
  private stopListening = () => {};
  private rows: Kept[] = [];
  /** The last position that was read; null before the first look. */
  private last: number | null = null;

  constructor(
    private readonly database: Database,
    private readonly signal: LogSignal,
  ) {}

  /** Begins to keep what is new; the returned function ends it for this follower. */
  follow(): () => void {
    if (this.followers++ === 0) {
      this.stopListening = this.signal.on('sealed', () => this.worker.wake());
      this.worker.start();
    }
    let following = true;
    return () => {
      if (following && --this.followers === 0) this.forget();
      following = false;
    };
  }

  /** What is kept after a position; null where that does not reach back so far. */
  after(position: number, limit: number, wanted: (entry: Entry) => boolean) {
    if (this.last === null || position < this.last - this.rows.length || position > this.last) return null;
    const later = this.rows.slice(this.rows.length - (this.last - position));
    const rows: Kept[] = [];
    for (const row of later) {
      if (!wanted(row.entry)) continue;
      rows.push(row);
      if (rows.length === limit) return { rows, next: row.entry.position ?? this.last, end: this.last };
    }
    return { rows, next: this.last, end: this.last };
  }

  /** Resolves when there is something after a position, when the time is over, or when the wait is given up. */
  news(position: number, milliseconds: number, given: AbortSignal): Promise<void> {
    if (this.last !== null && this.last > position) return Promise.resolve();
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        given.removeEventListener('abort', finish);
        this.waiting.delete(finish);
        resolve();
      };
      const timer = setTimeout(finish, milliseconds);
      given.addEventListener('abort', finish);
      this.waiting.add(finish);
      if (given.aborted) finish();
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopListening();
    await this.worker.stop();
  }

  private forget(): void {
    this.stopListening();
    void this.worker.stop();
    this.rows = [];
    this.last = null;
  }

  /** Positions have no gap, so that a row's place follows from its position. */
  private async readNew(): Promise<void> {
    for (let full = true; full && this.followers > 0;) {
      const from = this.last;
      const found = await this.read(from);
      if (this.last !== from) return; // everybody left meanwhile, and perhaps somebody came
      full = from !== null && found.rows.length === BATCH;
      const stale = found.rows.some(({ entry }) => CHANGES_WHAT_IS_SEEN.has(entry.type));
      this.rows = [...(stale ? [] : this.rows), ...found.rows].slice(-KEPT);
      this.last = found.last;
      if (found.last !== from) for (const tell of [...this.waiting]) tell();
    }
  }

  private async read(from: number | null): Promise<{ rows: Kept[]; last: number }> {
    if (from === null) {
      const [row] = await this.database.read<{ last: number }>(LAST);
      return { rows: [], last: row?.last ?? 0 };
    }
    const stored = await this.database.read<VisibleEntry>(AFTER, [from, BATCH]);
    return { rows: stored.map(kept), last: stored.at(-1)?.position ?? from };
  }
}

const LAST = 'SELECT coalesce(max(p.position), 0) AS last FROM entry_positions p';
const AFTER = `SELECT ${VISIBLE_ENTRY} FROM entry_positions p JOIN entries e ON e.id = p.entry_id
  WHERE p.position > $1 ORDER BY p.position LIMIT $2`;
