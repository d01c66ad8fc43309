import { after, durationFlaw } from '../kernel/duration.js';
import { type CountedTime, termFlaw } from '../kernel/term.js';
import type { Wrong } from '../platform/http/fields/check.js';
import type { StandardRow } from './standard.entity.js';

interface JudgedPromise {
  kind?: string;
  target?: string;
  time?: CountedTime;
  pausable?: boolean | null;
  legal?: boolean | null;
}

/** The parts of a standard that are judged together. What is absent is not judged, nor what hangs on it. */
export interface Judged {
  calendarId?: string | null;
  promises?: JudgedPromise[];
  pauses?: { longest?: string | null } | null;
  closingWindow?: string | null;
  closingNotice?: string | null;
  disputeWindow?: string | null;
}

/** Everything that is wrong between the parts of a standard. Never throws, whatever the values. */
export function standardFlaws(standard: Judged): Wrong[] {
  const promises = promisesOf(standard);
  return [
    ...promises.flatMap((promise, index) => promiseFlaws(promise, `/promises/${index}`)),
    ...twice(promises),
    ...withoutCalendar(promises, standard.calendarId),
    ...windowFlaw('/pauses/longest', standard.pauses?.longest),
    ...windowFlaw('/closingWindow', standard.closingWindow),
    ...windowFlaw('/closingNotice', standard.closingNotice),
    ...windowFlaw('/disputeWindow', standard.disputeWindow),
    ...lateNotice(standard),
  ];
}

type Guarded = Pick<StandardRow, 'rank' | 'active' | 'appliesTo'>;

/** What may not be changed of the default standard: it fits everything, is asked last, and is always in use. */
export function defaultFlaws(next: Guarded, now: Pick<Guarded, 'rank'> & { isDefault: boolean }): Wrong[] {
  if (!now.isDefault) return [];
  const conditions = Object.entries(next.appliesTo).filter(([, values]: [string, string[]]) => values.length);
  return [
    ...when(next.rank !== now.rank, '/rank', 'not_applicable'),
    ...when(!next.active, '/active', 'not_applicable'),
    ...conditions.flatMap(([name]) => when(true, `/appliesTo/${name}`, 'not_applicable')),
  ];
}

/** A promise that is none is reported by itself. */
function promisesOf({ promises }: { promises?: unknown }): JudgedPromise[] {
  return Array.isArray(promises) ? promises.map((promise: JudgedPromise | null) => promise ?? {}) : [];
}

function promiseFlaws(promise: JudgedPromise, at: string): Wrong[] {
  const { kind, target, time, pausable, legal } = promise;
  return [
    ...targetFlaw(`${at}/target`, target, time),
    ...when(kind === 'update' && isTooOften(target), `${at}/target`, 'min'),
    ...when(
      pausable === true && (legal === true || kind === 'acknowledge'),
      `${at}/pausable`,
      'not_applicable',
    ),
  ];
}

function targetFlaw(at: string, target: unknown, time: CountedTime = 'elapsed'): Wrong[] {
  const code = typeof target === 'string' ? termFlaw({ target, time }) : null;
  return code ? [{ at, code }] : [];
}

/** News come once an hour at most: each that is missed is a breach, and makes the next one due. */
function isTooOften(target: unknown): boolean {
  const hour = new Date('2026-01-01T01:00:00Z');
  return isDuration(target) && after(new Date('2026-01-01T00:00:00Z'), target) < hour;
}

/** All windows count elapsed time. */
function windowFlaw(at: string, window: unknown): Wrong[] {
  return targetFlaw(at, window, 'elapsed');
}

/** There are as many promises as kinds: without a second one of any, each is there once. */
function twice(promises: JudgedPromise[]): Wrong[] {
  const kinds = promises.map((promise) => promise.kind);
  return kinds.flatMap((kind, index) =>
    when(kind !== undefined && kinds.indexOf(kind) < index, `/promises/${index}/kind`, 'unique_items'),
  );
}

function withoutCalendar(promises: JudgedPromise[], calendarId?: string | null): Wrong[] {
  const business = promises.some((promise) => promise.time === 'business');
  return when(business && calendarId === null, '/calendarId', 'required');
}

function lateNotice({ closingWindow: window, closingNotice: notice }: Judged): Wrong[] {
  if (!isDuration(window) || !isDuration(notice)) return [];
  return when(!isShorter(notice, window), '/closingNotice', 'max');
}

function isDuration(value: unknown): value is string {
  return typeof value === 'string' && durationFlaw(value) === null;
}

/** Whether a duration ends before another, begun in the shortest month as in the longest. */
function isShorter(one: string, other: string): boolean {
  return ['2026-02-01', '2026-07-01'].every((day) => after(new Date(day), one) < after(new Date(day), other));
}

function when(condition: boolean, at: string, code: Wrong['code']): Wrong[] {
  return condition ? [{ at, code }] : [];
}
