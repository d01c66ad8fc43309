import { type EntrySpec, personal, plain } from '../entry-fields.js';

interface Promised {
  kind: string;
  target: string;
  time: string;
  warnAtPercent: number;
  pausable: boolean;
  legal: boolean;
}

interface Conditions {
  tiers: string[];
  channels: string[];
  categoryIds: string[];
  severities: string[];
  languages: string[];
}

/** A standard whole, in the version that the change made. */
const STANDARD = {
  version: plain<number>(),
  rank: plain<number>(),
  active: plain<boolean>(),
  appliesTo: plain<Conditions>(),
  calendarId: plain<string | null>(),
  promises: plain<Promised[]>(),
  pauses: plain<{ most: number; longest: string }>(),
  closingWindow: plain<string>(),
  closingNotice: plain<string>(),
  disputeWindow: plain<string>(),
  name: personal<string>(),
} as const;

/** What the house promises to whom. */
export const STANDARD_ENTRIES = {
  'standard.created': {
    subject: 'standard',
    meaning: 'A standard was made: what the house promises to whom.',
    data: STANDARD,
  },
  'standard.updated': {
    subject: 'standard',
    meaning: 'A standard has a new version. `changed` names what is new; the fields hold the version whole.',
    data: { changed: plain<string[]>(), ...STANDARD },
  },
} as const satisfies Record<string, EntrySpec>;
