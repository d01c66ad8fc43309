import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Case } from '../case/case.js';
import { type Counted, countAsBefore, countByStandard } from '../promises/counting.js';
import { about } from '../promises/making.js';
import { endPause, isPausable } from '../promises/pausing.js';
import type { CustomerPromise, PromiseRule } from '../promises/promise.entity.js';
import { fitting, type Measure, nameOf, standardPromise, type Terms, traitsOf } from '../promises/terms.js';

/** Promises that run are counted anew, because what they are counted by has changed. */

export type Cause = 'standard' | 'calendar';

/**
 * The complaint changed in what a standard is chosen by: where another one fits now, it takes the place of the
 * one that the complaint kept. A newer version of the same one does not.
 */
export function chooseAnew(c: Case, cause: string): void {
  const measure = fitting(c.terms.offered, traitsOf(c.complaint));
  if (measure.standard.id !== c.complaint.standardId) takeStandard(c, measure, cause);
}

/** The complaint is measured by another standard, or by another version of its own, from now on. */
export function takeStandard(c: Case, measure: Measure, cause: string, reason: string | null = null): void {
  const { standardId: formerId, standardVersion: formerVersion, state } = c.complaint;
  const { standard } = measure;
  c.terms = { ...c.terms, ...measure };
  Object.assign(c.complaint, { standardId: standard.id, standardVersion: standard.version });
  c.recordHere('complaint.restandardised', {
    state,
    standardId: standard.id,
    standardVersion: standard.version,
    formerStandardId: formerId,
    formerStandardVersion: formerVersion,
    cause,
    reason,
  });
  recount(c, 'standard');
}

/** Counts the running promises of the house anew, each with an entry of its old and its new time. */
export function recount(c: Case, cause: Cause): void {
  for (const promise of c.view.promises) {
    const counted = cause === 'calendar' ? byItsRule(c.terms, promise) : underTerms(c.terms, promise, c.now);
    if (!counted) continue;
    const { dueAt: formerDueAt } = promise;
    const warnedAt = counted.warnAt > c.now ? null : promise.warnedAt;
    const madeByName = cause === 'standard' ? nameOf(c.terms.standard) : promise.madeByName;
    c.alter('promise', promise, { ...counted, warnedAt, madeByName });
    c.record('promise.recomputed', about(promise), {
      kind: promise.kind,
      from: promise.countedFrom.toISOString(),
      formerDueAt: formerDueAt.toISOString(),
      dueAt: promise.dueAt.toISOString(),
      cause,
      paused: null,
      pauses: null,
      rule: promise.rule,
    });
    if (promise.pausedSince && !isPausable(promise)) endPause(c, promise, c.now);
  }
}

type Recounted = Counted & Partial<CustomerPromise>;

/** What becomes of a promise under these terms; undefined where it stays as it is. */
export function underTerms(terms: Terms, promise: CustomerPromise, now: Date): Recounted | undefined {
  const { kind, state, madeByKind, dueAt, rule, pausedSince } = promise;
  const measure = standardPromise(terms, kind);
  if (state !== 'open' || madeByKind !== 'standard' || !rule || !measure) return undefined;
  const counted = countByStandard(terms, measure, promise);
  const current = pausedSince ?? now;
  const isNews = counted.dueAt <= current && dueAt > current;
  // What would have been due before anybody knew of it cannot be kept: then its time begins now.
  const anew = isNews ? { countedFrom: current, pauses: [] } : {};
  const next = isNews ? countByStandard(terms, measure, { ...promise, ...anew }) : counted;
  const { legal } = measure;
  return changed(promise, { ...next, ...anew, legal });
}

/** What becomes of a promise by its calendar as it is now. */
function byItsRule(terms: Terms, promise: CustomerPromise): Recounted | undefined {
  const { state, rule } = promise;
  if (state !== 'open' || !rule?.calendarId) return undefined;
  return changed(promise, countAsBefore(terms, rule, promise));
}

/** Never later than the customer was told; and what is the same is no change. */
function changed(promise: CustomerPromise, next: Recounted): Recounted | undefined {
  const { told, dueAt, rule, legal } = promise;
  if (told && next.dueAt > dueAt) return undefined;
  const same = next.dueAt.getTime() === dueAt.getTime() && (next.legal ?? legal) === legal;
  return same && isAlike(next.rule, rule) ? undefined : next;
}

/** Another version of the calendar that leads to the same date is no news. */
function isAlike(one: PromiseRule, other: PromiseRule | null): boolean {
  const calendarVersion = null;
  return canonicalJson({ ...one, calendarVersion }) === canonicalJson({ ...other, calendarVersion });
}
