import { type EntrySpec, personal, plain } from './entry-fields.js';

interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
}

/** The state after the action: from these alone the way of a complaint can be drawn again. */
const state = plain<string>();
/** How and when something was said outside the product; null where it was done here. */
const saidHow = plain<string | null>();
const saidAt = plain<string | null>();
const reason = personal<string | null>();
const messageId = plain<string | null>();

/** The complaint's own way: one type for each action of the workflow, and two for what is no action. */
const COMPLAINTS = {
  'complaint.received': {
    subject: 'complaint',
    meaning: 'A complaint was received.',
    data: {
      state,
      reference: plain<string>(),
      channel: plain<string>(),
      language: plain<string>(),
      receivedAt: plain<string>(),
      occurredAt: plain<string | null>(),
      answerVia: plain<string>(),
      severity: plain<string | null>(),
      standard: plain<string>(),
      complainedAboutUserIds: plain<string[]>(),
      subject: personal<string | null>(),
      description: personal<string>(),
      desiredOutcome: personal<string | null>(),
      product: personal<string | null>(),
      orderReference: personal<string | null>(),
      externalId: personal<string | null>(),
      tags: personal<string[]>(),
      answerViaReason: personal<string | null>(),
      complainant: personal<Contact | null>(),
    },
  },
  'complaint.updated': {
    subject: 'complaint',
    meaning: 'Particulars of a complaint changed. `changed` names them; `values` holds what they are now.',
    data: { changed: plain<string[]>(), values: personal<Record<string, unknown>>() },
  },
  'complaint.acknowledged': {
    subject: 'complaint',
    meaning: 'The complaint was acknowledged to the customer.',
    data: { state },
  },
  'complaint.facts_established': {
    subject: 'complaint',
    meaning: 'The facts are established, summed up and assessed.',
    data: {
      state,
      severity: plain<string>(),
      safety: plain<boolean>(),
      complexity: plain<string>(),
      summary: personal<string>(),
      impact: personal<string>(),
      immediateAction: personal<string | null>(),
    },
  },
  'complaint.owner_assigned': {
    subject: 'complaint',
    meaning: 'The complaint has an owner, whose name the customer is told.',
    data: { state, ownerId: plain<string>(), ownerName: personal<string>() },
  },
  'complaint.owner_changed': {
    subject: 'complaint',
    meaning: 'The complaint was handed over; `ownerId` is null where the place became vacant.',
    data: {
      state,
      ownerId: plain<string | null>(),
      formerOwnerId: plain<string | null>(),
      ownerName: personal<string | null>(),
      reason,
    },
  },
  'complaint.customer_asked': {
    subject: 'complaint',
    meaning: 'The customer was asked; pausable promises wait from the handing over of the question.',
    data: { state, askedIn: plain<string>(), replyBy: plain<string>() },
  },
  'complaint.resumed': {
    subject: 'complaint',
    meaning: 'Work goes on: the customer answered, or staff go on without an answer.',
    data: { state, note: personal<string | null>() },
  },
  'complaint.resolved': {
    subject: 'complaint',
    meaning: 'The complaint was decided.',
    data: {
      state,
      outcome: plain<string>(),
      notDeterminedReason: plain<string | null>(),
      final: plain<boolean>(),
      causeId: plain<string | null>(),
      explanation: personal<string>(),
      rootCause: personal<string | null>(),
    },
  },
  'complaint.closed': {
    subject: 'complaint',
    meaning: 'The complaint is closed: the customer accepted the decision, or was silent.',
    data: { state, how: plain<'accepted' | 'silence'>(), saidHow, saidAt },
  },
  'complaint.disputed': {
    subject: 'complaint',
    meaning: 'The customer disagrees with the decision; it is looked at again, one level higher.',
    data: { state, level: plain<number>(), saidHow, saidAt, reason },
  },
  'complaint.reopened': {
    subject: 'complaint',
    meaning: 'The complaint was brought back.',
    data: { state, level: plain<number>(), reason },
  },
  'complaint.withdrawn': {
    subject: 'complaint',
    meaning: 'The customer took the complaint back.',
    data: { state, endedIn: plain<string>(), saidHow, saidAt, reason },
  },
  'complaint.declined': {
    subject: 'complaint',
    meaning: 'The house does not treat this as its complaint.',
    data: { state, endedIn: plain<string>(), why: plain<string>(), forwardedTo: personal<string | null>() },
  },
  'complaint.escalated': {
    subject: 'complaint',
    meaning: 'The complaint was raised to the next level.',
    data: { state, level: plain<number>(), reason },
  },
} as const satisfies Record<string, EntrySpec>;

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
      'A promise was kept. `late` where its time was over; `kept` after a break means that it was kept in time after all.',
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

export const COMPLAINT_ENTRIES = { ...COMPLAINTS, ...FACTS, ...MESSAGES, ...PROMISES } as const;
