import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** What something is about: a customer, or a complaint alone. Of these all but one are null. */
const about = { customerId: plain<string | null>(), aboutComplaintId: plain<string | null>() };
const aboutPerson = { ...about, contactId: plain<string | null>() };

/** What keeps complaints from being erased, and what people may have of what is kept. */
export const KEEPING_ENTRIES = {
  'legal_hold.set': {
    subject: 'legal_hold',
    meaning: 'Something may not be erased for now: a customer with all complaints, or one complaint.',
    data: { ...about, until: plain<string | null>(), reason: personal<string>() },
  },
  'legal_hold.released': {
    subject: 'legal_hold',
    meaning: 'What a hold had kept may be erased again, unless another one keeps it.',
    data: { ...about, reason: personal<string>() },
  },
  'subject_export.made': {
    subject: 'subject_export',
    meaning: 'Everything that is known about a person can be read in one piece, until `expiresAt`.',
    data: { ...aboutPerson, expiresAt: plain<string>() },
  },
  'subject_export.read': {
    subject: 'subject_export',
    meaning: 'Somebody read everything that is known about a person.',
    data: aboutPerson,
  },
  'retention_run.planned': {
    subject: 'retention_run',
    meaning: 'Somebody planned to erase complaints that were kept for as long as they have to be.',
    data: { asOf: plain<string>(), complaintIds: plain<string[]>() },
  },
  'retention_run.approved': {
    subject: 'retention_run',
    meaning: 'Somebody else approved a run: its complaints are erased one by one.',
    data: { plannedById: plain<string | null>() },
  },
  'retention_run.cancelled': {
    subject: 'retention_run',
    meaning: 'What a run was to erase stays.',
    data: {},
  },
  'retention_run.refused': {
    subject: 'retention_run',
    meaning: 'A complaint of a run stays: `unmet` says what had come into the way.',
    data: { aboutComplaintId: plain<string>(), unmet: plain<string[]>() },
  },
  'retention_run.done': {
    subject: 'retention_run',
    meaning: 'Each complaint of a run was erased, or refused.',
    data: { done: plain<number>(), refused: plain<number>() },
  },
} as const satisfies Record<string, EntrySpec>;
