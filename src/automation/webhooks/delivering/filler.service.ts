import { Injectable } from '@nestjs/common';
import { typesOf } from '../../../audit/subscriptions.events.js';
import type { EntryType } from '../../../audit/entry-catalogue.js';
import { streamOf } from '../../../audit/entries/entry.js';
import type { SubjectType } from '../../../audit/entry-fields.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/identifiers.js';
import { Database } from '../../../platform/database/database.js';
import type { Webhook } from '../webhook.entity.js';

/** Entries taken at once, and how many positions are looked at for them. */
const PAGE = 500;
const WINDOW = 5000;
/** A webhook for which nothing came is moved on after so many positions, so that the next look is short. */
const IDLE_LAG = 500;
/** So many deliveries of a webhook wait at most; the rest waits in the log, where it costs nothing. */
const MOST_WAITING = 10_000;
/** So many are put down before those that wait are counted again: other processes put some down, too. */
const UNCOUNTED = 1000;
/** Milliseconds for which a webhook with too many is not counted again. */
const FULL_FOR = 5000;

/** Follows the log for every webhook, and puts a delivery down for each entry that it asks for. */
@Injectable()
export class WebhookFiller {
  /** How many deliveries of a webhook may be put down; where it is 0, it is so until then. */
  private readonly rooms = new Map<string, { left: number; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page for every webhook that is behind. @returns whether there is more */
  async fill(): Promise<boolean> {
    let more = false;
    for (const behind of await this.database.read<Behind>(BEHIND)) {
      if (await this.hasRoom(behind.id)) more = (await this.fillOne(behind)) || more;
    }
    return more;
  }

  /** Counting ten thousand rows costs milliseconds, and there is something new twenty times a second. */
  private async hasRoom(id: string): Promise<boolean> {
    const known = this.rooms.get(id);
    const now = performance.now();
    if (known && (known.left > 0 || now < known.until)) return known.left > 0;
    const [row] = await this.database.read<{ waiting: number }>(COUNT, [id, MOST_WAITING]);
    const left = Math.min(MOST_WAITING - (row?.waiting ?? 0), UNCOUNTED);
    this.rooms.set(id, { left, until: now + FULL_FOR });
    return left > 0;
  }

  private takeRoom(id: string, count: number): void {
    const known = this.rooms.get(id);
    if (!known) return;
    known.left -= count;
    if (known.left <= 0) this.rooms.delete(id);
  }

  /** @returns whether there is more; not where somebody else moved the position meanwhile, who goes on from there */
  private async fillOne({ id, types, position, last }: Behind): Promise<boolean> {
    const upTo = Math.min(last, position + WINDOW);
    const entries = await this.database.read<Found>(ENTRIES, [position, upTo, typesOf(types), PAGE]);
    const reached = entries.length < PAGE ? upTo : (entries.at(-1)?.position ?? upTo);
    if (entries.length === 0 && reached - position < IDLE_LAG) return false;
    const moved = await this.database.transaction(async (tx) => {
      const [mine] = await tx.rows(MOVE, [id, position, reached]);
      if (mine && entries.length > 0) await tx.rows(PUT_DOWN, [JSON.stringify(this.deliveries(id, entries))]);
      return mine !== undefined;
    });
    if (moved) this.takeRoom(id, entries.length);
    return moved && reached < last;
  }

  private deliveries(webhookId: string, entries: Found[]) {
    const now = this.clock.now();
    return entries.map(({ id, type, position, complaintId, subjectType, subjectId }) => ({
      ...{ id: newId(), webhook_id: webhookId, position, entry_id: id, type, created_at: now },
      stream: streamOf({ complaintId, subject: { type: subjectType, id: subjectId } }),
    }));
  }
}

interface Behind extends Pick<Webhook, 'id' | 'types'> {
  position: number;
  last: number;
}

interface Found {
  id: string;
  type: EntryType;
  position: number;
  complaintId: string | null;
  subjectType: SubjectType;
  subjectId: string;
}

const BEHIND = `
  SELECT w.id, w.types, q.position, l.last
  FROM webhooks w JOIN webhook_queues q ON q.webhook_id = w.id,
    (SELECT coalesce(max(p.position), 0) AS last FROM entry_positions p) l
  WHERE w.active AND w.retired_at IS NULL AND q.position < l.last`;

const COUNT = `SELECT count(*)::int AS waiting FROM (
  SELECT FROM webhook_deliveries d WHERE d.webhook_id = $1 AND d.state = 'waiting' LIMIT $2) counted`;

const ENTRIES = `
  SELECT e.id, e.type, p.position, e.complaint_id, e.subject_type, e.subject_id
  FROM entry_positions p JOIN entries e ON e.id = p.entry_id
  WHERE p.position > $1 AND p.position <= $2 AND e.type = ANY ($3) ORDER BY p.position LIMIT $4`;

/** Only from where this worker has read: of two at once one is too late, and so is one that a replay overtook. */
const MOVE = `UPDATE webhook_queues q SET position = $3
  WHERE q.webhook_id = $1 AND q.position = $2 RETURNING 1 AS moved`;

/** What is there already is there from before a replay: it is sent again, also where it is just being sent. */
const PUT_DOWN = `
  INSERT INTO webhook_deliveries (id, webhook_id, position, entry_id, type, stream, state, next_attempt_at, created_at)
  SELECT n.id, n.webhook_id, n.position, n.entry_id, n.type, n.stream, 'waiting', n.created_at, n.created_at
  FROM jsonb_populate_recordset(NULL::webhook_deliveries, $1::jsonb) n
  ON CONFLICT (webhook_id, position) DO UPDATE SET state = 'waiting', attempts = 0,
    next_attempt_at = excluded.next_attempt_at, ended_at = NULL, leased_until = NULL`;
