import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** What happens below a complaint: to its facts, messages and links. */

const saidHow = plain<string | null>();
const saidAt = plain<string | null>();
const reason = personal<string | null>();
/** What is known of words that were spoken or sent by a person: the number or address, and that they were read back. */
const spoken = { number: personal<string | null>(), readBack: plain<boolean | null>() };

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
      ...spoken,
      template: plain<{ kind: string; language: string; version: number }>(),
      subject: personal<string>(),
      body: personal<string>(),
    },
  },
  'message.handed_over': {
    subject: 'message',
    meaning: 'Words that waited were said or sent.',
    data: { via: plain<string>(), handedOverAt: plain<string>(), ...spoken },
  },
  'message.received': {
    subject: 'message',
    meaning: 'Words of the customer, written by themselves or noted by staff.',
    data: { saidHow, saidAt, ...spoken, body: personal<string>() },
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
    meaning: 'Words for the customer came back: what they kept is owed again, and the closing window stops.',
    data: {
      via: plain<string>(),
      bouncedAt: plain<string>(),
      code: plain<string | null>(),
      ownerId: plain<string | null>(),
    },
  },
  'message.failed': {
    subject: 'message',
    meaning:
      'Words for the customer could not be sent, and are not tried again. `reason`: `refused` for ever, `given_up` ' +
      'after two days, `uncertain` whether they arrived, `capped` as too many, `no_address`, or `outdated` by now.',
    data: {
      via: plain<string>(),
      failedAt: plain<string>(),
      reason: plain<string>(),
      code: plain<number | null>(),
      ownerId: plain<string | null>(),
    },
  },
  'message.queued': {
    subject: 'message',
    meaning: 'Words that came back, or could not be sent, wait to be sent again: the address was corrected.',
    data: { via: plain<string>() },
  },
} as const satisfies Record<string, EntrySpec>;

const LINKS = {
  'link.added': {
    subject: 'link',
    meaning: 'Two complaints belong together. Each has this entry, with the type as it is seen from there.',
    data: { type: plain<string>(), otherId: plain<string>(), note: personal<string | null>() },
  },
  'link.removed': {
    subject: 'link',
    meaning: 'A link between two complaints was taken back. Each has this entry.',
    data: { type: plain<string>(), otherId: plain<string>() },
  },
} as const satisfies Record<string, EntrySpec>;

export const PART_ENTRIES = { ...FACTS, ...MESSAGES, ...LINKS } as const;
