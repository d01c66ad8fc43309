import { type EntrySpec, personal, plain } from '../entry-fields.js';

const kind = plain<string>();

/** Whose promise it was when it was settled: for those who count from the log alone. */
const whose = {
  kind,
  legal: plain<boolean>(),
  madeByKind: plain<string>(),
  dueAt: plain<string>(),
  ownerId: plain<string | null>(),
  tier: plain<string | null>(),
  categoryId: plain<string | null>(),
};

/** What a promise is counted by; null where a person named the time. */
interface Rule {
  target: string;
  time: string;
  zone: string;
  warnAtPercent: number;
  pausable: boolean;
  calendarId: string | null;
  calendarVersion: number | null;
  standardId: string | null;
  standardVersion: number | null;
  profile: string | null;
}

interface Interval {
  from: string;
  to: string;
}

const PROMISES = {
  'promise.made': {
    subject: 'promise',
    meaning:
      'The customer may expect something by a time. `rule` says how its time is counted, `from` since when.',
    data: {
      kind,
      legal: plain<boolean>(),
      from: plain<string>(),
      dueAt: plain<string>(),
      pausedSince: plain<string | null>(),
      pauses: plain<Interval[]>(),
      rule: plain<Rule | null>(),
      madeByKind: plain<string>(),
      madeById: plain<string | null>(),
      what: personal<string | null>(),
    },
  },
  'promise.kept': {
    subject: 'promise',
    meaning:
      'A promise was kept. `late` where its time was over; `kept` after a break means ' +
      'that it was kept in time after all.',
    data: {
      ...whose,
      late: plain<boolean>(),
      keptAt: plain<string>(),
      messageId: plain<string | null>(),
      note: personal<string | null>(),
    },
  },
  'promise.moved': {
    subject: 'promise',
    meaning:
      'A promise got another date, which the customer was told; another promise stands in its place. `broken` where ' +
      'its time was over already.',
    data: {
      ...whose,
      broken: plain<boolean>(),
      movedToId: plain<string>(),
      messageId: plain<string | null>(),
      reason: personal<string | null>(),
    },
  },
  'promise.released': {
    subject: 'promise',
    meaning: 'A promise is no longer expected.',
    data: { kind, by: plain<string>(), saidHow: plain<string | null>(), saidAt: plain<string | null>() },
  },
  'promise.broken': {
    subject: 'promise',
    meaning: 'The time of a promise passed without its being kept: an apology and a cause are owed.',
    data: { ...whose, breachId: plain<string>(), brokenAt: plain<string>() },
  },
  'promise.warned': {
    subject: 'promise',
    meaning: 'The time of a promise is near its end.',
    data: { kind, ownerId: plain<string | null>(), dueAt: plain<string>() },
  },
  'promise.paused': {
    subject: 'promise',
    meaning: 'A promise waits for the customer.',
    data: { kind, pausedSince: plain<string>() },
  },
  'promise.recomputed': {
    subject: 'promise',
    meaning:
      'The time of a promise was counted anew: after a pause, which `paused` names; because its standard or its ' +
      'calendar changed; or because a complaint with a stricter one was merged into this: then it takes on the ' +
      '`pauses` of that. `rule` says how it is counted now, `from` since when.',
    data: {
      kind,
      from: plain<string>(),
      formerDueAt: plain<string>(),
      dueAt: plain<string>(),
      cause: plain<'resumed' | 'standard' | 'calendar' | 'merged'>(),
      paused: plain<Interval | null>(),
      pauses: plain<Interval[] | null>(),
      rule: plain<Rule | null>(),
    },
  },
} as const satisfies Record<string, EntrySpec>;

const broken = { promiseId: plain<string>(), kind };

const BREACHES = {
  'breach.answered': {
    subject: 'breach',
    meaning:
      'A broken promise was answered with an apology and a cause. While `state` is `unanswered` the words still wait ' +
      'to be said or sent; another entry follows when they leave the house, or when the cause is put in later.',
    data: {
      ...broken,
      state: plain<string>(),
      messageId: plain<string | null>(),
      causeId: plain<string | null>(),
      notKnownYet: plain<boolean>(),
      cause: personal<string | null>(),
    },
  },
  'breach.waived': {
    subject: 'breach',
    meaning: 'A supervisor let a broken promise be.',
    data: { ...broken, reason: personal<string>() },
  },
  'breach.withdrawn': {
    subject: 'breach',
    meaning: 'The promise was kept in time after all: nothing was broken.',
    data: { ...broken, keptAt: plain<string>(), reason: personal<string | null>() },
  },
} as const satisfies Record<string, EntrySpec>;

/** Promises, and what is owed where one is broken. */
export const PROMISE_ENTRIES = { ...PROMISES, ...BREACHES } as const;
