import { Injectable } from '@nestjs/common';
import { type Actor, ANONYMOUS } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { ProblemCode } from '../../kernel/refusal.js';
import { ShortMemory } from '../../kernel/short-memory.js';
import type { ReadLine, RefusalLine, RefusedSignIn } from '../catalogue/people/access-records.entries.js';
import type { Concerned } from './concerned.js';
import { type Account, callerOf, Tally, type Wanted } from './tally.js';

/** Lines of each kind that are kept until they are written. */
const MOST_LINES = 10_000;
/** So many things a caller is named for asking for in vain; the rest of a flood is counted without a name. */
const MOST_NAMED = 100;
/** For so long what was named once need not be named again. */
const HOUR = 3_600_000;
/** Callers who are not signed in go on record so often. */
const MINUTE = 60_000;

/** A use of a tracking token that is to go on record. */
export interface TrackingUse {
  actor: Actor;
  complaintId: string;
  at: Date;
}

/** What is to be written. */
export interface Batch {
  reads: Account<ReadLine>[];
  logReads: Account<ReadLine>[];
  trackingUses: TrackingUse[];
  refusals: Account<RefusalLine>[];
  refusedSignIns: Account<RefusedSignIn>[];
  missed: { from: Date; to: Date; reads: number; refusals: number };
}

/** Who read and who was refused since the last batch, in memory. Nothing here waits or fails. */
@Injectable()
export class AccessBuffer {
  private readonly reads = new Tally<ReadLine>(MOST_LINES);
  private readonly logReads = new Tally<ReadLine>(MOST_LINES);
  private readonly refusals = new Tally<RefusalLine>(MOST_LINES);
  private readonly refusedSignIns = new Tally<RefusedSignIn>(MOST_LINES);
  private trackingUses: TrackingUse[] = [];
  private missedUses = 0;
  private readonly named = new ShortMemory<true>(50_000);
  private takenAt: Date;
  private takenAnonymousAt: Date;

  constructor(private readonly clock: Clock) {
    this.takenAt = clock.now();
    this.takenAnonymousAt = this.takenAt;
  }

  /** How many lines wait. */
  get size(): number {
    return this.reads.size + this.logReads.size + this.refusals.size + this.trackingUses.length;
  }

  /** One resource was shown, or something that is nobody's in particular. */
  read(actor: Actor, operation: string, of: Concerned | null): void {
    const wanted = [readOf(operation, of)];
    for (const line of this.reads.lines(actor, this.clock.now(), wanted)) count(line, 1);
  }

  /** A list was shown: it is counted as such, and each of its items is named once an hour. */
  listed(
    actor: Actor,
    operation: string,
    of: { list: Concerned | null; items: Concerned[] },
    how: How,
  ): void {
    const now = this.clock.now();
    const items = of.items.filter(({ id }) => !this.isNamed(now, callerOf(actor), operation, id));
    const wanted = [readOf(operation, of.list), ...items.map((item) => readOf(operation, item))];
    const [list, ...rest] = this.reads.lines(actor, now, wanted);
    count(list, how.shown, how.searched);
    for (const line of rest) count(line, 1);
  }

  /** @param how `followed`: what a reader follows who comes again and again, named once an hour; null for a search. */
  logRead(
    actor: Actor,
    operation: string,
    of: Concerned[],
    { shown, followed }: { shown: number; followed: string | null },
  ): void {
    const now = this.clock.now();
    if (followed !== null && this.isNamed(now, callerOf(actor), operation, followed)) return;
    const wanted = of.length > 0 ? of.map((one) => readOf(operation, one)) : [readOf(operation, null)];
    for (const line of this.logReads.lines(actor, now, wanted)) count(line, shown);
  }

  trackingUsed(actor: Actor): void {
    const { complaintId } = actor;
    const at = this.clock.now();
    if (complaintId === undefined || this.isNamed(at, 'tracking', complaintId)) return;
    if (this.trackingUses.length < MOST_LINES) this.trackingUses.push({ actor, complaintId, at });
    else this.missedUses += 1;
  }

  refused(actor: Actor, operation: string, code: ProblemCode, of: Concerned | null): void {
    const named = this.refusals.linesOf(actor) < MOST_NAMED ? of : null;
    const line = { operation, code, ...subjectOf(named), times: 0 };
    const wanted = [{ key: `${operation} ${code} ${named?.id ?? ''}`, make: () => line }];
    for (const one of this.refusals.lines(actor, this.clock.now(), wanted)) if (one) one.times += 1;
  }

  signInRefused(userId: string | null, reason: RefusedSignIn['reason']): void {
    const wanted = [{ key: `${reason} ${userId ?? ''}`, make: () => ({ userId, reason, times: 0 }) }];
    for (const line of this.refusedSignIns.lines(ANONYMOUS, this.clock.now(), wanted))
      if (line) line.times += 1;
  }

  /** @param everything also of callers who are not signed in, though the minute is not over. Null: there is nothing. */
  take(everything: boolean): Batch | null {
    const to = this.clock.now();
    const anonymous = everything || to.getTime() - this.takenAnonymousAt.getTime() >= MINUTE;
    const of = ({ kind }: Actor) => anonymous || kind !== 'anonymous';
    const batch = {
      reads: this.reads.take(of),
      logReads: this.logReads.take(of),
      trackingUses: this.trackingUses,
      refusals: this.refusals.take(of),
      refusedSignIns: this.refusedSignIns.take(of),
      missed: {
        from: this.takenAt,
        to,
        reads: this.reads.takeMissed() + this.logReads.takeMissed() + this.missedUses,
        refusals: this.refusals.takeMissed() + this.refusedSignIns.takeMissed(),
      },
    };
    this.trackingUses = [];
    this.missedUses = 0;
    this.takenAt = to;
    if (anonymous) this.takenAnonymousAt = to;
    return isEmpty(batch) ? null : batch;
  }

  private isNamed(now: Date, ...parts: string[]): boolean {
    const key = parts.join(' ');
    const time = now.getTime();
    if (this.named.get(key, time)) return true;
    this.named.set(key, true, time + HOUR);
    return false;
  }
}

/** How a list was asked for, and how long it was. */
interface How {
  shown: number;
  searched: boolean;
}

function readOf(operation: string, of: Concerned | null): Wanted<ReadLine> {
  const make = () => ({ operation, ...subjectOf(of), times: 0, shown: 0, searched: 0 });
  return { key: `${operation} ${of?.id ?? ''}`, make };
}

function subjectOf(of: Concerned | null): Pick<ReadLine, 'subjectType' | 'subjectId'> {
  return { subjectType: of?.type ?? null, subjectId: of?.id ?? null };
}

function count(line: ReadLine | undefined, shown: number, searched = false): void {
  if (line === undefined) return;
  line.times += 1;
  line.shown += shown;
  if (searched) line.searched += 1;
}

function isEmpty({ missed, ...lists }: Batch): boolean {
  return missed.reads + missed.refusals === 0 && Object.values(lists).every((list) => list.length === 0);
}
