import { BusinessCalendar } from '../../kernel/business-time.js';
import type { BusinessDays, Profile } from './profile.js';

/** What the business time of a profile is counted by. */
export interface ProfileCalendar {
  name: string;
  /** Raised when its days are counted otherwise, as by another version of the holiday library. */
  version: number;
  arithmetic: BusinessCalendar;
}

const VERSION = 1;

/** Nobody's promise is counted beyond them. */
const YEARS = { first: 2000, last: 2060 };

const made = new Map<string, Promise<ProfileCalendar | null>>();

/** Null where the profile counts no business time. The library of holidays is read only where one does. */
export function profileCalendar(profile: Profile): Promise<ProfileCalendar | null> {
  const calendar = made.get(profile.name) ?? make(profile);
  made.set(profile.name, calendar);
  return calendar;
}

async function make(profile: Profile): Promise<ProfileCalendar | null> {
  const { name, zone, businessDays } = profile;
  if (!businessDays) return null;
  const { days, hours } = businessDays;
  const arithmetic = new BusinessCalendar({
    zone,
    hours: days.map((day) => ({ day, ...hours })),
    holidays: await publicHolidays(businessDays),
    exceptions: [],
    moves: [],
  });
  return { name, version: VERSION, arithmetic };
}

/** Public and bank holidays, with those that stand in for one on a weekend. Half a day off is no day off. */
async function publicHolidays({ country, region }: BusinessDays): Promise<string[]> {
  const { default: Holidays } = await import('date-holidays');
  const library = region === null ? new Holidays(country) : new Holidays(country, region);
  const dates = new Set<string>();
  for (let year = YEARS.first; year <= YEARS.last; year++) {
    for (const { date, type } of library.getHolidays(year)) {
      const [day = '', begins] = date.split(' ');
      if ((type === 'public' || type === 'bank') && begins === '00:00:00') dates.add(day);
    }
  }
  return [...dates];
}
