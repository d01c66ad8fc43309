import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** What it is, and how much: amounts are decimal text with their currency, null where no money is in it. */
const what = {
  type: plain<string>(),
  amount: plain<string | null>(),
  currency: plain<string | null>(),
};

const REMEDIES = {
  'remedy.proposed': {
    subject: 'remedy',
    meaning:
      'Somebody proposed what could make good. `expiresAt` where it waits for the approval of another.',
    data: { ...what, expiresAt: plain<string | null>(), reason: personal<string>() },
  },
  'remedy.approved': {
    subject: 'remedy',
    meaning:
      'A remedy was granted, and is promised to the customer. `authorityId` is the limit that allowed it; null where ' +
      'no money is in it.',
    data: { ...what, promiseId: plain<string>(), authorityId: plain<string | null>() },
  },
  'remedy.refused': {
    subject: 'remedy',
    meaning: 'A remedy was not granted, or whoever proposed it took it back.',
    data: { ...what, reason: personal<string>() },
  },
  'remedy.executed': {
    subject: 'remedy',
    meaning: 'A remedy was carried out, under a reference outside the program.',
    data: { ...what, externalReference: personal<string>(), note: personal<string | null>() },
  },
  'remedy.reversed': {
    subject: 'remedy',
    meaning: 'A remedy that was granted or carried out was taken back.',
    data: { ...what, executed: plain<boolean>(), reason: personal<string>() },
  },
  'remedy.expired': {
    subject: 'remedy',
    meaning: 'Nobody decided about a remedy in time, or the complaint was over before.',
    data: { ...what, cause: plain<'time' | 'complaint_over'>() },
  },
} as const satisfies Record<string, EntrySpec>;

const limits = {
  role: plain<string | null>(),
  userId: plain<string | null>(),
  currency: plain<string>(),
  perRemedy: plain<string>(),
  perComplaint: plain<string>(),
  perPeriod: plain<string>(),
  period: plain<string>(),
  validFrom: plain<string>(),
  validUntil: plain<string | null>(),
  /** It raised what its writer may grant, and no other administrator was there to do it. */
  alone: plain<boolean>(),
};

const AUTHORITIES = {
  'authority.created': {
    subject: 'authority',
    meaning:
      'An administrator said how much a role or a person may grant alone. `alone`: it raised what they may grant ' +
      'themselves, and no other administrator was there to do it.',
    data: limits,
  },
  'authority.updated': {
    subject: 'authority',
    meaning:
      'How much a role or a person may grant alone changed. `changed` names what; the fields hold the state after ' +
      'it. `alone` as in `authority.created`.',
    data: { ...limits, changed: plain<string[]>() },
  },
} as const satisfies Record<string, EntrySpec>;

/** What makes good, and who may grant how much of it. */
export const REMEDY_ENTRIES = { ...REMEDIES, ...AUTHORITIES } as const;
