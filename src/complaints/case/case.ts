import type { Change } from '../../audit/ledger.service.js';
import type { DataOf, EntryType, EntryTypeOf, SubjectTypeOf } from '../../audit/entry-catalogue.js';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/identifiers.js';
import { type CaseView, loadCase, newCase, type Query } from './case-view.js';
import type { Complaint } from '../complaint.entity.js';
import type { ComplaintState } from '../complaint.states.js';
import { addWords, rewriteWords } from '../search/complaint-words.js';
import type { Breach } from '../breaches/breach.entity.js';
import type { Fact } from '../facts/fact.entity.js';
import type { Issue } from '../issues/issue.entity.js';
import type { Message } from '../messages/message.entity.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import type { Referral } from '../referrals/referral.entity.js';
import type { Remedy } from '../remedies/remedy.entity.js';
import type { Representative } from '../representation/representative.entity.js';
import type { Terms } from '../promises/terms.js';
import { eraseAfter } from '../retention/retention.js';
import { nextMoment } from '../time/next-moment.js';

/** A part of a complaint that is written back when the case is saved. */
type Part = Message | CustomerPromise | Breach | Remedy | Referral | Fact | Issue | Representative;
/** In the order in which they are written: what is named comes before what names it. */
const TABLES = {
  message: 'messages',
  promise: 'promises',
  breach: 'breaches',
  remedy: 'remedies',
  referral: 'referrals',
  fact: 'facts',
  issue: 'issues',
  representative: 'representatives',
} as const;

/**
 * A complaint in hand: loaded under its lock, changed by the rules, saved once with everything below it.
 * The rules work on this and do no I/O of their own.
 */
export class Case {
  private readonly dirty = Object.fromEntries(
    Object.keys(TABLES).map((type) => [type, new Map<string, Part>()]),
  ) as Record<keyof typeof TABLES, Map<string, Part>>;
  private readonly heardIds: string[] = [];
  private readonly words = { open: [] as string[], internal: [] as string[] };
  private rewords = false;
  /** The version that the complaint has when this is saved. */
  private readonly nextVersion: number;
  private acting: Actor = this.view.actor;

  constructor(
    readonly change: Change,
    readonly view: CaseView,
  ) {
    this.nextVersion = view.complaint.version + 1;
  }

  /** The case of a complaint that the write door has locked. */
  static async load(change: Change, complaint: Complaint, terms: Terms): Promise<Case> {
    const query: Query = (sql, params) => change.tx.rows(sql, params);
    return new Case(
      change,
      await loadCase(query, complaint, { actor: change.call.actor, now: change.now, terms }),
    );
  }

  /** A case that begins now: its complaint is not in the database yet. */
  static begin(change: Change, complaint: Complaint, terms: Terms): Case {
    complaint.version = 0;
    const { actor } = change.call;
    return new Case(change, newCase(complaint, { actor, now: change.now, terms }));
  }

  get complaint(): Complaint {
    return this.view.complaint;
  }

  /** What the promises are counted by. */
  get terms(): Terms {
    return this.view.terms;
  }

  set terms(terms: Terms) {
    this.view.terms = terms;
  }

  get now(): Date {
    return this.change.now;
  }

  /** Who does what is being done. */
  get actor(): Actor {
    return this.acting;
  }

  /** Something that another actor does within this write: the clock, before what somebody asked for. */
  by(actor: Actor, work: () => void): void {
    const before = { acting: this.acting, asking: this.view.actor };
    this.acting = this.view.actor = actor;
    try {
      work();
    } finally {
      this.acting = before.acting;
      this.view.actor = before.asking;
    }
  }

  /** Puts an entry on record that is about the complaint itself. */
  recordHere<T extends EntryTypeOf<'complaint'>>(type: T, data: DataOf<T>, actor: Actor = this.acting): void {
    const subject = { type: 'complaint' as SubjectTypeOf<T>, id: this.complaint.id };
    this.change.record(type, subject, data, { id: this.complaint.id, version: this.nextVersion }, actor);
  }

  /** Puts an entry on record that is about a part of the complaint. */
  record<T extends EntryType>(
    type: T,
    subject: { type: SubjectTypeOf<T>; id: string },
    data: DataOf<T>,
  ): void {
    const complaint = { id: this.complaint.id, version: this.nextVersion };
    this.change.record(type, subject, data, complaint, this.actor);
  }

  /** A new part with an id; it is saved with the case. */
  add<P extends Part>(
    type: keyof typeof TABLES,
    part: Omit<P, 'id' | 'complaintId' | 'version' | 'createdAt'>,
  ): P {
    const made = {
      id: newId(),
      complaintId: this.complaint.id,
      ...part,
      version: 1,
      createdAt: this.now,
    } as unknown as P;
    this.dirty[type].set(made.id, made);
    return made;
  }

  /** Changes a part that is in the database: its version rises, once for each write. */
  alter<P extends Part>(type: keyof typeof TABLES, part: P, values: Partial<P>): void {
    if (!this.dirty[type].has(part.id)) part.version += 1;
    this.dirty[type].set(part.id, Object.assign(part, values));
  }

  /** Marks messages of the customer as heard. */
  hear(ids: string[]): void {
    this.view.unheard = this.view.unheard.filter(({ id }) => !ids.includes(id));
    this.heardIds.push(...ids);
  }

  moveTo(state: ComplaintState): void {
    this.complaint.state = this.view.state = state;
  }

  /** Words that a search finds; internal ones only for those who may read them. */
  findableBy(text: string | null, internal = false): void {
    if (text) this.words[internal ? 'internal' : 'open'].push(text);
  }

  /** A text changed that a search may no longer find: the words of the whole complaint are collected anew. */
  forgetWords(): void {
    this.rewords = true;
  }

  /**
   * Writes the complaint, its parts and its search row. Rows that were there come first: a kept promise
   * makes room for its successor.
   */
  async save(): Promise<void> {
    const { tx } = this.change;
    const due = this.view.promises.filter(
      ({ state, pausedSince }) => state === 'open' && !pausedSince && !this.complaint.endedAt,
    );
    this.complaint.nextDueAt = due.reduce<Date | null>(
      (first, { dueAt }) => (!first || dueAt < first ? dueAt : first),
      null,
    );
    this.complaint.openReferrals = this.view.referrals.length;
    this.complaint.wakeAt = nextMoment(this.view);
    this.complaint.eraseAfter = eraseAfter(this.complaint);
    this.complaint.updatedAt = this.now;
    this.complaint.version = this.nextVersion;
    await tx.save('complaints', [this.complaint]);
    for (const type of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
      const rows = [...this.dirty[type].values()].sort((a, b) => b.version - a.version);
      await tx.save(TABLES[type], rows);
    }
    if (this.heardIds.length > 0) await tx.rows(HEARD, [this.heardIds, this.now]);
    if (this.rewords) await rewriteWords(tx, this.complaint.id);
    else await addWords(tx, this.complaint.id, this.words.open, this.words.internal);
  }
}

const HEARD =
  'UPDATE messages m SET heard_at = $2, version = m.version + 1 WHERE m.id = ANY ($1::uuid[]) AND m.heard_at IS NULL';
