import { type EntrySpec, personal, plain } from './entry-fields.js';

/** What happens below a complaint: to its facts, messages and promises. */

const saidHow = plain<string | null>();
const saidAt = plain<string | null>();
const reason = personal<string | null>();
const messageId = plain<string | null>();

const FACTS = {
  'fact.recorded': {
    subject: 'fact',
    meaning: 'A fact was put on record, with its source.',
    data: {
      source: plain<string>(),
      standing: plain<string>(),
      occurredAt: plain<string | null>(),
      statement: personal<string>(),
    },
  },
  'fact.settled': {
    subject: 'fact',
    meaning: 'The standing, or the time, of a fact was settled.',
    data: {
      standing: plain<string>(),
      formerStanding: plain<string>(),
      occurredAt: plain<string | null>(),
      reason,
    },
  },
} as const satisfies Record<string, EntrySpec>;

const MESSAGES = {
  'message.sent': {
    subject: 'message',
    meaning:
      'Words for the customer. `delivery` says whether they left the house; `hears` which messages they answer.',
    data: {
      kind: plain<string>(),
      automatic: plain<boolean>(),
      via: plain<string>(),
      delivery: plain<string>(),
      handedOverAt: plain<string | null>(),
      hears: plain<string[]>(),
      body: personal<string>(),
    },
  },
  'message.handed_over': {
    subject: 'message',
    meaning: 'Words that waited were said or sent.',
    data: { via: plain<string>(), handedOverAt: plain<string>() },
  },
  'message.received': {
    subject: 'message',
    meaning: 'Words of the customer, written by themselves or noted by staff.',
    data: { saidHow, saidAt, body: personal<string>() },
  },
  'message.noted': {
    subject: 'message',
    meaning: 'An internal note. A person complained about does not see it.',
    data: { body: personal<string>() },
  },
  'message.heard': {
    subject: 'message',
    meaning: 'Staff heard what the customer wrote, without an answer of its own.',
    data: { note: personal<string | null>() },
  },
  'message.delivered': {
    subject: 'message',
    meaning: 'Words for the customer arrived.',
    data: { via: plain<string>(), deliveredAt: plain<string>() },
  },
  'message.bounced': {
    subject: 'message',
    meaning: 'Words for the customer came back.',
    data: { via: plain<string>(), bouncedAt: plain<string>() },
  },
} as const satisfies Record<string, EntrySpec>;

const kind = plain<string>();

const PROMISES = {
  'promise.made': {
    subject: 'promise',
    meaning: 'The customer may expect something by a time.',
    data: {
      kind,
      legal: plain<boolean>(),
      dueAt: plain<string>(),
      pausedSince: plain<string | null>(),
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
      kind,
      late: plain<boolean>(),
      keptAt: plain<string>(),
      messageId,
      note: personal<string | null>(),
    },
  },
  'promise.moved': {
    subject: 'promise',
    meaning: 'A promise got another date, which the customer was told; another promise stands in its place.',
    data: { kind, dueAt: plain<string>(), movedToId: plain<string>(), messageId, reason },
  },
  'promise.released': {
    subject: 'promise',
    meaning: 'A promise is no longer expected.',
    data: { kind, by: plain<string>(), saidHow, saidAt },
  },
  'promise.broken': {
    subject: 'promise',
    meaning: 'The time of a promise passed without its being kept.',
    data: { kind, brokenAt: plain<string>() },
  },
  'promise.warned': {
    subject: 'promise',
    meaning: 'The time of a promise is near its end.',
    data: { kind, dueAt: plain<string>() },
  },
  'promise.paused': {
    subject: 'promise',
    meaning: 'A promise waits for the customer.',
    data: { kind, pausedSince: plain<string>() },
  },
  'promise.recomputed': {
    subject: 'promise',
    meaning: 'The time of a promise was counted anew.',
    data: {
      kind,
      formerDueAt: plain<string>(),
      dueAt: plain<string>(),
      cause: plain<'resumed' | 'standard' | 'calendar'>(),
    },
  },
} as const satisfies Record<string, EntrySpec>;

export const PART_ENTRIES = { ...FACTS, ...MESSAGES, ...PROMISES } as const;
