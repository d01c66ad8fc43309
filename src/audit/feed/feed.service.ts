import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { EntryType } from '../entry-catalogue.js';
import type { Entry } from '../entries/entry.js';
import { maySee, shownTo, VISIBLE_ENTRY, type VisibleEntry } from '../visibility.js';
import { kept, RecentEntries } from './recent-entries.js';

/** What somebody follows; all conditions together, and everything where there is none. */
export interface FeedFilter {
  types?: readonly EntryType[];
  complaintId?: string;
}

/** A piece of the feed. */
export interface Reading {
  /** By position, as the viewer may see them; none of what they may not. */
  entries: Entry[];
  /** Everything up to here was looked through: where to go on. */
  next: number;
  /** The last position that is given: where `next` reaches it there is nothing more for now. */
  end: number;
}

/** So many positions are looked through for one piece, however few of them are wanted. */
const WINDOW = 10_000;

/** Sealed entries by position, for those who follow what happens: none is missed, none comes twice. */
@Injectable()
export class Feed {
  constructor(
    private readonly database: Database,
    private readonly recent: RecentEntries,
  ) {}

  /** The last position that is given; 0 where the log is empty. */
  async end(): Promise<number> {
    const [row] = await this.database.read<{ end: number }>(END);
    return row?.end ?? 0;
  }

  /** The first entries after a position, at most `limit` of them. */
  async readOn(viewer: Actor, filter: FeedFilter, after: number, limit: number): Promise<Reading> {
    const { rows, next, end } =
      this.recent.after(after, limit, (entry) => wants(filter, entry)) ??
      (await this.stored(filter, after, limit));
    const entries = rows
      .filter(({ entry, hiddenFrom }) => maySee(viewer, entry, hiddenFrom))
      .map(({ entry, hiddenFrom }) => shownTo(viewer, entry, hiddenFrom));
    return { entries, next, end };
  }

  /** Keeps what is new at hand until the returned function is called. */
  follow(): () => void {
    return this.recent.follow();
  }

  /** Waits until there is something after a position. To be called between `follow` and its end. */
  news(position: number, milliseconds: number, given: AbortSignal): Promise<void> {
    return this.recent.news(position, milliseconds, given);
  }

  private async stored({ types, complaintId }: FeedFilter, after: number, limit: number) {
    const end = await this.end();
    const upTo = Math.max(after, Math.min(end, after + WINDOW));
    const params: unknown[] = [after, upTo, limit];
    const where = (condition: string, value: unknown) =>
      value === undefined ? '' : `AND ${condition.replace('?', `$${params.push(value)}`)}`;
    const stored = await this.database.read<VisibleEntry & { position: number }>(
      `SELECT ${VISIBLE_ENTRY} FROM entry_positions p JOIN entries e ON e.id = p.entry_id
       WHERE p.position > $1 AND p.position <= $2
       ${where('e.type = ANY (?::text[])', types)} ${where('e.complaint_id = ?', complaintId)}
       ORDER BY p.position LIMIT $3`,
      params,
    );
    const last = stored.length < limit ? undefined : stored.at(-1)?.position;
    return { rows: stored.map(kept), next: last ?? upTo, end };
  }
}

const END = 'SELECT coalesce(max(p.position), 0) AS "end" FROM entry_positions p';

function wants({ types, complaintId }: FeedFilter, entry: Entry): boolean {
  if (types && !types.includes(entry.type)) return false;
  return complaintId === undefined || entry.complaintId === complaintId;
}
