import { share } from '../../kernel/duration.js';
import type { Case } from '../case/case.js';
import type { PromiseKind } from '../complaint.words.js';
import { carriedBy } from '../remedies/carried-by.js';
import { type Counted, countByLaw, countByStandard } from './counting.js';
import { isPausable, isPaused } from './pausing.js';
import type { CustomerPromise } from './promise.entity.js';
import { nameOf, standardPromise, type Terms } from './terms.js';

/** How promises come to be, and come back. Each function changes the case in hand and puts what it did on record. */

export interface NewPromise {
  kind: PromiseKind;
  dueAt: Date;
  what?: string | null;
  /** The person who gave it. */
  by: { id: string | null; name: string | null };
}

/** What a person promises by hand is near its end after this share of its time. */
const WARN_SHARE = 0.8;

/**
 * Makes promises of the standard, its time counted from now or from the moment given; one that runs is not
 * made twice.
 */
export function openByStandard(c: Case, kinds: readonly PromiseKind[], from: Date = c.now): void {
  for (const kind of kinds) {
    const counted = nextByStandard(c.terms, kind, from);
    if (counted && !runs(c, kind, 'standard'))
      make(c, { ...byStandard(c, kind), ...counted, countedFrom: from });
  }
}

/** Makes what the law promises beside the house. Its time begins with the complaint, once. */
export function openByLaw(c: Case, from: Date): void {
  for (const promise of c.terms.profile.promises) {
    const counted = countByLaw(c.terms, promise, { countedFrom: from, pauses: [] });
    const by = { madeByKind: 'law', madeById: null, madeByName: c.terms.profile.name } as const;
    make(c, { kind: promise.kind, what: promise.clause, legal: true, ...by, ...counted, countedFrom: from });
  }
}

/** A promise of a person, by the time that they named. */
export function makePromise(c: Case, { kind, dueAt, what = null, by }: NewPromise): CustomerPromise {
  const maker = { madeByKind: 'user', madeById: by.id, madeByName: by.name } as const;
  return make(c, { kind, what, legal: false, ...maker, ...agreed(c.now, dueAt), countedFrom: c.now });
}

/** When a promise of this kind is due that the standard makes at the moment; undefined where it makes none. */
export function nextByStandard(terms: Terms, kind: PromiseKind, from: Date): Counted | undefined {
  const promise = standardPromise(terms, kind);
  return promise && countByStandard(terms, promise, { countedFrom: from, pauses: [] });
}

/** Another date in the place of a promise, told to the customer; whoever made the first has made this. */
export function makeInstead(c: Case, promise: CustomerPromise, dueAt: Date): CustomerPromise {
  const { kind, what, legal, madeByKind, madeById, madeByName } = promise;
  const next = { kind, what, legal, madeByKind, madeById, madeByName };
  // One owed by law keeps its beginning: its limit is counted from there, however often it is moved.
  const countedFrom = legal ? promise.countedFrom : c.now;
  return make(c, { ...next, ...agreed(c.now, dueAt), countedFrom, told: true });
}

/**
 * What was released when the complaint was withdrawn or declined opens anew: at its old time, or, where that is past,
 * with its time counted from now. One of the house or the law that runs is not made twice: where the clock stood still,
 * an earlier ending has the same moment as this one.
 */
export function reopenLapsed(c: Case): void {
  for (const lapsed of c.view.lapsed) {
    const { kind, what, legal, dueAt, warnAt, rule, pauses, countedFrom, told } = lapsed;
    const { madeByKind, madeById, madeByName } = lapsed;
    if (madeByKind !== 'user' && runs(c, kind, madeByKind)) continue;
    const old = { rule, dueAt, warnAt, pauses, countedFrom, told };
    const by = { madeByKind, madeById, madeByName };
    const again = make(c, { kind, what, legal, ...by, ...(dueAt > c.now ? old : anew(c, lapsed)) });
    carriedBy(c, lapsed, again);
  }
}

/** What was promised for another complaint of the customer is promised for this one, by the same time. */
export function makeAgain(c: Case, promise: CustomerPromise): CustomerPromise {
  const { kind, what, legal, madeByKind, madeById, madeByName } = promise;
  const { rule, dueAt, warnAt, pauses, countedFrom, told } = promise;
  const by = { madeByKind, madeById, madeByName };
  return make(c, {
    kind,
    what,
    legal,
    ...by,
    rule,
    dueAt,
    warnAt,
    pauses,
    countedFrom,
    ...(told && { told }),
  });
}

/** A promise as what an entry is about. */
export function about(promise: CustomerPromise): { type: 'promise'; id: string } {
  return { type: 'promise', id: promise.id };
}

export function runs(c: Case, kind: PromiseKind, by: CustomerPromise['madeByKind']): boolean {
  return c.view.promises.some(
    (promise) => promise.kind === kind && promise.madeByKind === by && promise.state === 'open',
  );
}

function byStandard(c: Case, kind: PromiseKind) {
  const { standard } = c.terms;
  return {
    kind,
    what: null,
    legal: standardPromise(c.terms, kind)?.legal ?? false,
    madeByKind: 'standard',
    madeById: null,
    madeByName: nameOf(standard),
  } as const;
}

function anew(c: Case, { kind, dueAt, countedFrom, madeByKind }: CustomerPromise) {
  const from = { countedFrom: c.now, pauses: [] };
  const legal = c.terms.profile.promises.find((promise) => promise.kind === kind);
  if (madeByKind === 'law' && legal) return { ...countByLaw(c.terms, legal, from), ...from };
  const counted = madeByKind === 'standard' ? nextByStandard(c.terms, kind, c.now) : undefined;
  const term = dueAt.getTime() - countedFrom.getTime();
  return { ...(counted ?? agreed(c.now, new Date(c.now.getTime() + term))), ...from };
}

/** A time that was named, and not counted. */
function agreed(from: Date, dueAt: Date) {
  return { rule: null, dueAt, warnAt: share(from, dueAt, WARN_SHARE) };
}

type Making = Pick<
  CustomerPromise,
  | 'kind'
  | 'what'
  | 'legal'
  | 'madeByKind'
  | 'madeById'
  | 'madeByName'
  | 'rule'
  | 'dueAt'
  | 'warnAt'
  | 'countedFrom'
> &
  Partial<Pick<CustomerPromise, 'pauses' | 'told'>>;

function make(c: Case, making: Making): CustomerPromise {
  const waits = isPaused(c) && isPausable(making);
  const made = c.add<CustomerPromise>('promise', {
    state: 'open',
    pauses: [],
    // The tracking page shows every date at once; on other ways a letter tells it.
    told: c.complaint.answerVia === 'tracking',
    ...making,
    pausedSince: waits ? c.now : null,
    warnedAt: null,
    keptAt: null,
    brokenAt: null,
    movedToId: null,
    releasedBy: null,
    releasedAt: null,
    messageId: null,
    carriedFromIds: [],
  });
  c.view.promises.push(made);
  c.record('promise.made', about(made), {
    kind: made.kind,
    legal: made.legal,
    from: made.countedFrom.toISOString(),
    dueAt: made.dueAt.toISOString(),
    pausedSince: made.pausedSince?.toISOString() ?? null,
    pauses: made.pauses,
    rule: made.rule,
    madeByKind: made.madeByKind,
    madeById: made.madeById,
    what: made.what,
  });
  return made;
}
