import { Injectable } from '@nestjs/common';
import type { Call } from '../../kernel/call.js';
import { actionRefused, notFound, type Unmet } from '../../kernel/refusal.js';
import type { EntryType } from '../entry-catalogue.js';
import type { SubscriptionRow } from '../following/subscription.entity.js';
import { Subscriptions } from '../following/subscriptions.js';
import { type Change, Ledger, type Written } from '../ledger.service.js';
import { BEING_TRIED, NO_FOLLOWER, NOT_THERE_YET, REPLAY_RUNS, WAITS_BEHIND } from './operating-needs.js';
import type { ReplayBody, SkipEntryBody } from './subscription.dto.js';
import { SubscriptionReads } from './subscription.reads.js';

/**
 * What an administrator does with those who follow the log. The row of the subscriber is locked meanwhile, so that of
 * two who do the same one comes too late; a worker that is at it is not waited for.
 */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reads: SubscriptionReads,
    private readonly subscriptions: Subscriptions,
  ) {}

  /** Has a parked entry tried again now. @throws Refusal 404, 409 */
  retry(call: Call, name: string, position: number): Promise<Written> {
    return this.withEntry(call, 'retry', name, position, async (c, subject, parked) => {
      await c.tx.rows(RETRY, [name, position]);
      c.record('subscription.entry_retried', subject, parked);
    });
  }

  /**
   * Lets a subscriber go on without a parked entry; those behind it are handled in their order.
   * @throws Refusal 404, 409
   */
  skip(call: Call, name: string, position: number, { reason }: SkipEntryBody): Promise<Written> {
    return this.withEntry(call, 'skip', name, position, async (c, subject, parked) => {
      await c.tx.rows(SKIP, [name, position]);
      c.record('subscription.entry_skipped', subject, { ...parked, reason });
    });
  }

  /** Lets a subscriber handle again what stands after a position. @throws Refusal 404, 409 */
  async replay(call: Call, name: string, { after, reason }: ReplayBody): Promise<Written> {
    const subject = { type: 'subscription', id: await this.reads.idOf(name) } as const;
    return this.ledger.write(call, 'replay subscription', [subject], async (c) => {
      const { position: formerPosition, replayUntil } = c.row<SubscriptionRow>(subject);
      const unmet: Unmet[] = [];
      if (!this.subscriptions.all.some((one) => one.name === name)) unmet.push(NO_FOLLOWER);
      if (replayUntil !== null && replayUntil > formerPosition) unmet.push(REPLAY_RUNS);
      else if (after > formerPosition) unmet.push(NOT_THERE_YET);
      if (unmet.length > 0) throw actionRefused('replay', unmet, 'following');
      await c.tx.rows(REPLAY, [name, after, formerPosition]);
      c.record('subscription.replayed', subject, { name, after, formerPosition, reason });
      return { id: subject.id };
    });
  }

  /** Only the first of a stream can be tried, and so be in the way; what waits behind it waits for that one. */
  private async withEntry(
    call: Call,
    action: string,
    name: string,
    position: number,
    work: (c: Change, subject: { type: 'subscription'; id: string }, parked: Parked) => Promise<void>,
  ): Promise<Written> {
    const subject = { type: 'subscription', id: await this.reads.idOf(name) } as const;
    return this.ledger.write(call, `${action} parked entry`, [subject], async (c) => {
      const found = await c.tx.one<Found>(LOCK, [name, position]);
      if (!found) throw notFound();
      const { beingTried, firstId, ...parked } = found;
      const behind = firstId === parked.entryId ? [] : [{ ...WAITS_BEHIND, ids: [firstId] }];
      const unmet = [...behind, ...(beingTried ? [BEING_TRIED] : [])];
      if (unmet.length > 0) throw actionRefused(action, unmet, 'parked');
      await work(c, subject, { name, position, ...parked });
      return { id: subject.id };
    });
  }
}

interface Parked {
  name: string;
  position: number;
  entryId: string;
  entryType: EntryType;
  entryComplaintId: string | null;
  attempts: number;
}

type Found = Omit<Parked, 'name' | 'position'> & {
  /** A worker with a lease has it in hand. */
  beingTried: boolean;
  /** The entry that its stream waits for. */
  firstId: string;
};

const LOCK = `
  SELECT e.id AS entry_id, e.type AS entry_type, e.complaint_id AS entry_complaint_id, k.attempts,
    k.tried_by IS NOT NULL AND k.tried_by = s.leased_by AND s.leased_until > clock_timestamp() AS being_tried,
    (SELECT p.entry_id FROM subscription_parked b JOIN entry_positions p ON p.position = b.position
     WHERE b.subscription = k.subscription AND b.stream = k.stream ORDER BY b.position LIMIT 1) AS first_id
  FROM subscription_parked k
  JOIN subscriptions s ON s.name = k.subscription
  JOIN entry_positions p ON p.position = k.position JOIN entries e ON e.id = p.entry_id
  WHERE k.subscription = $1 AND k.position = $2 FOR UPDATE OF k`;

const RETRY = `UPDATE subscription_parked k SET next_attempt_at = clock_timestamp()
  WHERE k.subscription = $1 AND k.position = $2`;

const SKIP = 'DELETE FROM subscription_parked k WHERE k.subscription = $1 AND k.position = $2';

/** A worker that has the subscriber in hand finds another generation when it saves how far it is, and begins anew. */
const REPLAY = `UPDATE subscriptions s SET position = $2, replay_until = $3, generation = s.generation + 1
  WHERE s.name = $1`;
