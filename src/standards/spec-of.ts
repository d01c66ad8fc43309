import { BUILT_IN } from './built-in.js';
import type {
  AppliesToBody,
  NewStandardBody,
  StandardChangesBody,
  StandardPromiseBody,
} from './standard.body.dto.js';
import type { StandardSpec } from './standard.entity.js';
import { type AppliesTo, STANDARD_KINDS, type StandardPromise } from './standard.js';

/** From what an administrator sends to a standard, and from a merge patch to what it becomes. */

export function newSpec({ name, rank, promises, ...body }: NewStandardBody): StandardSpec {
  const { appliesTo, calendarId, pauses, closingWindow, closingNotice, disputeWindow } = BUILT_IN;
  const start = { appliesTo, calendarId, pauses, closingWindow, closingNotice, disputeWindow };
  const spec = { ...start, name, rank, active: true, promises: promisesOf(promises) };
  return changedSpec(spec, { ...body, active: body.active ?? true });
}

/** RFC 7396: what is absent stays, null clears, an object is merged and a list replaced. */
export function changedSpec(now: StandardSpec, body: StandardChangesBody): StandardSpec {
  return {
    name: body.name ?? now.name,
    rank: body.rank ?? now.rank,
    active: body.active ?? now.active,
    appliesTo: changedConditions(now.appliesTo, body.appliesTo),
    calendarId: changed(now.calendarId, body.calendarId, null),
    promises: body.promises ? promisesOf(body.promises) : now.promises,
    pauses: {
      most: changed(now.pauses.most, body.pauses && body.pauses.most, BUILT_IN.pauses.most),
      longest: changed(now.pauses.longest, body.pauses && body.pauses.longest, BUILT_IN.pauses.longest),
    },
    closingWindow: changed(now.closingWindow, body.closingWindow, BUILT_IN.closingWindow),
    closingNotice: changed(now.closingNotice, body.closingNotice, BUILT_IN.closingNotice),
    disputeWindow: changed(now.disputeWindow, body.disputeWindow, BUILT_IN.disputeWindow),
  };
}

function changedConditions(now: AppliesTo, body: AppliesToBody | null | undefined): AppliesTo {
  return {
    tiers: changed(now.tiers, body && body.tiers, []),
    channels: changed(now.channels, body && body.channels, []),
    categoryIds: changed(now.categoryIds, body && body.categoryIds, []),
    severities: changed(now.severities, body && body.severities, []),
    languages: changed(now.languages, body && body.languages, []),
  };
}

function changed<T>(now: T, given: T | null | undefined, cleared: T): T {
  if (given === undefined) return now;
  return given ?? cleared;
}

/** In the order in which a complaint meets them. */
function promisesOf(bodies: StandardPromiseBody[]): StandardPromise[] {
  return bodies
    .map(({ kind, target, time, warnAtPercent, pausable, legal }) => ({
      ...{ kind, target, time, warnAtPercent: warnAtPercent ?? 80 },
      ...{ pausable: pausable ?? false, legal: legal ?? false },
    }))
    .sort((a, b) => STANDARD_KINDS.indexOf(a.kind) - STANDARD_KINDS.indexOf(b.kind));
}
