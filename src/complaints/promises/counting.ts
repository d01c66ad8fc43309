import type { BusinessCalendar } from '../../kernel/business-time.js';
import { after } from '../../kernel/duration.js';
import { dueAt as endOf, warnAt } from '../../kernel/business-time/due.js';
import type { LegalPromise } from '../../standards/profiles/profile.js';
import type { StandardPromise } from '../../standards/standard.js';
import type { CustomerPromise, PromiseRule } from './promise.entity.js';
import type { CalendarAtHand, Terms } from './terms.js';

/** How the time of promises is counted. Nothing here changes anything. */

/** When something that begins at a moment is due by the standard, or by the law. */
export interface Counted {
  rule: PromiseRule;
  dueAt: Date;
  warnAt: Date;
}

type Counting = Pick<CustomerPromise, 'pauses' | 'countedFrom'>;

export function countByStandard(terms: Terms, promise: StandardPromise, of: Counting): Counted {
  const { standard, calendar } = terms;
  const by = promise.time === 'business' ? calendar : null;
  const zone = calendar?.arithmetic.zone ?? 'UTC';
  const origin = { standardId: standard.id, standardVersion: standard.version, profile: null };
  return count({ ...ruleOf(promise, zone, by), ...origin }, by, of);
}

export function countByLaw(terms: Terms, promise: LegalPromise, of: Counting): Counted {
  const { profile, legalCalendar } = terms;
  const by = promise.time === 'business' ? legalCalendar : null;
  const origin = { standardId: null, standardVersion: null, profile: profile.name };
  return count({ ...ruleOf(promise, profile.zone, by), ...origin }, by, of);
}

/**
 * Whether a promise may get this date: one owed by law only up to its extension, counted from where its own time began;
 * one that a contract makes legal not at all.
 */
export function isWithinLaw(terms: Terms, promise: CustomerPromise, dueAt: Date): boolean {
  if (!promise.legal) return true;
  if (promise.madeByKind !== 'law') return false;
  const { extension } = terms.profile.promises.find(({ kind }) => kind === promise.kind) ?? {};
  if (!extension) return false;
  const { limit } = extension;
  if (!limit) return true;
  const calendar = limit.time === 'business' ? (terms.legalCalendar?.arithmetic ?? null) : null;
  return dueAt <= endOf(limit, promise.countedFrom, { zone: terms.profile.zone, calendar });
}

/** As it was counted before, by its calendar as that is now. */
export function countAsBefore(terms: Terms, rule: PromiseRule, of: Counting): Counted {
  const by = rule.calendarId === null ? terms.legalCalendar : (terms.calendars.get(rule.calendarId) ?? null);
  const business = rule.time === 'business' ? by : null;
  return count({ ...rule, calendarVersion: business?.version ?? null }, business, of);
}

/** The arithmetic behind a rule; null where every hour counts. */
export function arithmeticOf(terms: Terms, rule: PromiseRule | null): BusinessCalendar | null {
  if (rule?.time !== 'business') return null;
  const calendar = rule.calendarId === null ? terms.legalCalendar : terms.calendars.get(rule.calendarId);
  return calendar?.arithmetic ?? null;
}

/**
 * When a promise is due if a pause that runs ended at the moment given; a pause counts up to the standard's
 * longest.
 */
export function effectiveDue(terms: Terms, promise: CustomerPromise, at: Date): Date {
  const { dueAt: due, pausedSince, rule } = promise;
  if (!pausedSince || at <= pausedSince) return due;
  return pushed(due, { from: pausedSince, to: pauseEnd(terms, pausedSince, at) }, arithmeticOf(terms, rule));
}

/** Where a pause ends that runs at a moment: there, or before, where it became too long. */
export function pauseEnd(terms: Terms, since: Date, at: Date): Date {
  const limit = pauseLimit(terms, since);
  return limit < at ? limit : at;
}

/** Beyond this the time of a promise goes on, answered or not. */
export function pauseLimit(terms: Terms, since: Date): Date {
  return after(since, terms.standard.pauses.longest);
}

/** A moment, later by as much of a pause as counts. */
export function pushed(
  moment: Date,
  pause: { from: Date; to: Date },
  calendar: BusinessCalendar | null,
): Date {
  if (calendar) return calendar.plus(calendar.between(pause.from, pause.to), moment);
  return new Date(Math.min(moment.getTime() + pause.to.getTime() - pause.from.getTime(), LAST_MOMENT));
}

/** No pause carries a promise beyond the last year that a time of the API can name. */
const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

function ruleOf(promise: StandardPromise | LegalPromise, zone: string, by: CalendarAtHand | null) {
  const { target, time, warnAtPercent } = promise;
  return {
    target,
    time,
    zone,
    warnAtPercent,
    pausable: 'pausable' in promise && promise.pausable && !promise.legal,
    calendarId: by?.id ?? null,
    calendarVersion: by?.version ?? null,
  };
}

function count(rule: PromiseRule, by: CalendarAtHand | null, of: Counting): Counted {
  const clock = { zone: rule.zone, calendar: by?.arithmetic ?? null };
  const pauses = of.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
  const due = endOf(rule, of.countedFrom, clock, pauses);
  return { rule, dueAt: due, warnAt: warnAt(rule, of.countedFrom, due, rule.warnAtPercent, clock, pauses) };
}
