import { type EntrySpec, personal, plain } from '../entry-fields.js';

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

/** The complaint's own way: one type for each action of the workflow, and some for what is no action. */
export const COMPLAINT_ENTRIES = {
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
      tier: plain<string | null>(),
      categoryId: plain<string | null>(),
      legalEntityId: plain<string | null>(),
      brandId: plain<string | null>(),
      branchId: plain<string | null>(),
      standardId: plain<string>(),
      standardVersion: plain<number>(),
      profile: plain<string>(),
      complainedAboutUserIds: plain<string[]>(),
      earlierComplaints: plain<number>(),
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
  'complaint.restandardised': {
    subject: 'complaint',
    meaning:
      'The complaint is measured by another standard, or by another version of its own; `cause` says what changed. ' +
      'Promises that get another time have an entry each.',
    data: {
      state,
      standardId: plain<string>(),
      standardVersion: plain<number>(),
      formerStandardId: plain<string>(),
      formerStandardVersion: plain<number>(),
      cause: plain<string>(),
      reason,
    },
  },
  'complaint.escalated': {
    subject: 'complaint',
    meaning: 'The complaint was raised to the next level.',
    data: { state, level: plain<number>(), reason },
  },
  'complaint.retention_changed': {
    subject: 'complaint',
    meaning:
      'The complaint is kept for another time. `eraseAfter` says when that is over; null until it has ended.',
    data: {
      retentionClass: plain<string>(),
      formerClass: plain<string>(),
      eraseAfter: plain<string | null>(),
      reason,
    },
  },
} as const satisfies Record<string, EntrySpec>;
