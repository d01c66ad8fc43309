import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import type { Call } from '../kernel/call.js';
import { Clock } from '../kernel/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { DataOf, EntryType, SubjectTypeOf } from './entry-catalogue.js';
import type { SubjectType } from './entry-fields.js';
import { type Draft, draftOf, writeEntries } from './door/entry-writer.js';
import { IdempotencyStore } from './door/idempotency.store.js';
import { LogSignal } from './following/log-signal.js';
import { type LockedRow, lockSubjects } from './door/subject-locks.js';
import { type Subject, subjectKey, type Written } from './door/subject.js';

/** What a change answers to the door: the resource written, remembered for a replay. */
export interface Changed {
  id: string;
  /** The path of what was made, for `Location`. */
  location?: string;
}

export type { Subject, Written } from './door/subject.js';

/** The inside of a write: the transaction, the locked rows, and the only way to put an entry on record. */
export class Change {
  /** What was recorded so far, in order. */
  readonly drafts: Draft[] = [];

  constructor(
    readonly tx: Tx,
    /** The database's time, read after the locks; never before the last entry of a locked complaint. */
    readonly now: Date,
    readonly call: Call,
    private readonly locked: ReadonlyMap<string, LockedRow>,
  ) {}

  /**
   * Puts an entry on record; it is written when the change is through.
   * @param complaint the complaint it belongs to, with the version that the complaint has after this change.
   * @param actor who did it, where that is not the caller: the product itself, in consequence of the caller's act.
   */
  record<T extends EntryType>(
    type: T,
    subject: { type: SubjectTypeOf<T>; id: string },
    data: DataOf<T>,
    complaint?: { id: string; version: number },
    actor: Actor = this.call.actor,
  ): void {
    this.drafts.push(draftOf(type, subject, data, actor, complaint));
  }

  /** The locked row of a subject, all columns, as it stood when the lock was taken. */
  row<T>(subject: { type: SubjectType; id: string }): T {
    const row = this.locked.get(subjectKey(subject));
    if (!row) throw new Error(`${subject.type} ${subject.id} is no subject of this write`);
    return row as T;
  }
}

/** 40001 and 40P01: the database undid a transaction that is worth trying again. */
const CONFLICTS = new Set(['40001', '40P01']);
const RETRIES = 3;

/**
 * The write door: every change of the product goes through `write`, in one transaction with its entries.
 * No entry, no change: what a change wrote without recording anything is rolled back.
 */
@Injectable()
export class Ledger {
  private readonly logger = new Logger(Ledger.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly idempotency: IdempotencyStore,
    private readonly signal: LogSignal,
  ) {}

  /**
   * Locks the subjects, compares `If-Match`, lets the change work, writes its entries, commits.
   * The change may run again after a deadlock, so it must have no effect outside its transaction.
   * @param action what is done, in the words of the API, for the operator's log.
   * @throws Refusal 409 and 422 of idempotency, 404 of a missing subject, 412, and whatever the change refuses.
   */
  async write(
    call: Call,
    action: string,
    subjects: Subject[],
    change: (c: Change) => Promise<Changed>,
  ): Promise<Written> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(call, subjects, change);
      } catch (error) {
        if (attempt > RETRIES || !CONFLICTS.has(sqlState(error))) throw error;
        this.logger.warn(
          `${action}: the database gave up attempt ${attempt} (${sqlState(error)}); trying again`,
        );
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  private async attempt(
    call: Call,
    subjects: Subject[],
    change: (c: Change) => Promise<Changed>,
  ): Promise<Written> {
    try {
      const written = await this.database.transaction((tx) => this.inside(tx, call, subjects, change));
      if (written.replayed) call.unchanged = true;
      else this.signal.committed();
      return written;
    } catch (error) {
      if (!(error instanceof NothingRecorded)) throw error;
      await this.idempotency.remember(call, error.written);
      call.unchanged = true;
      return error.written;
    }
  }

  private async inside(
    tx: Tx,
    call: Call,
    subjects: Subject[],
    change: (c: Change) => Promise<Changed>,
  ): Promise<Written> {
    const stored = await this.idempotency.claim(tx, call);
    if (stored) return stored;
    const { rows, now } = await lockSubjects(tx, subjects, call.ifMatch, this.clock);
    const inside = new Change(tx, now, call, rows);
    const { id, location = null } = await change(inside);
    const written = { id, location, replayed: false, status: call.idempotency?.status ?? 200 };
    if (inside.drafts.length === 0) throw new NothingRecorded(written);
    await writeEntries(tx, { call, at: now, drafts: inside.drafts, written });
    return written;
  }
}

/** Ends the transaction of a change that recorded nothing; never leaves the door. */
class NothingRecorded extends Error {
  constructor(readonly written: Written) {
    super('nothing was recorded');
  }
}

function sqlState(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
