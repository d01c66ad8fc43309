import type { OpeningHours } from '../../kernel/opening-hours.js';
import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** Dates and hours are nobody's own; names are what somebody typed. All as they stand after the change. */
const STATE = {
  version: plain<number>(),
  zone: plain<string>(),
  hours: plain<OpeningHours['hours']>(),
  holidays: plain<OpeningHours['holidays']>(),
  exceptions: plain<OpeningHours['exceptions']>(),
  moves: plain<OpeningHours['moves']>(),
  name: personal<string>(),
  holidayNames: personal<string[]>(),
  exceptionNames: personal<string[]>(),
};

/** What happens to the calendars that promises count by. */
export const CALENDAR_ENTRIES = {
  'calendar.created': {
    subject: 'calendar',
    meaning: 'An administrator wrote down when the house is open.',
    data: STATE,
  },
  'calendar.updated': {
    subject: 'calendar',
    meaning:
      'A calendar changed, by hand or by an import of holidays. `changed` names what; the fields hold the state ' +
      'after it.',
    data: { changed: plain<string[]>(), ...STATE },
  },
  'calendar.deleted': {
    subject: 'calendar',
    meaning: 'A calendar that no standard uses any more was taken away; its versions stay readable.',
    data: { version: plain<number>() },
  },
} as const satisfies Record<string, EntrySpec>;
