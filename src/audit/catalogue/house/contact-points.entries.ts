import { type EntrySpec, personal, plain } from '../../entry-fields.js';

/** As it stands after the change. What it is called and reached by is what somebody typed. */
const STATE = {
  kind: plain<string>(),
  languages: plain<string[]>(),
  calendarId: plain<string | null>(),
  public: plain<boolean>(),
  retired: plain<boolean>(),
  closures: plain<{ from: string; to: string | null }[]>(),
  label: personal<string>(),
  value: personal<string>(),
  note: personal<string | null>(),
};

/** Where the house can be reached. */
export const CONTACT_POINT_ENTRIES = {
  'contact_point.created': {
    subject: 'contact_point',
    meaning: 'There is a new way to reach the house.',
    data: STATE,
  },
  'contact_point.updated': {
    subject: 'contact_point',
    meaning:
      'A way to reach the house changed, was closed for a time, or is used no more. `changed` names what; the ' +
      'fields hold the state after it.',
    data: { changed: plain<string[]>(), ...STATE },
  },
} as const satisfies Record<string, EntrySpec>;
