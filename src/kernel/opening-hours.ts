/** When a house is open, as people write it down. The arithmetic stands in business-time.ts. */

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Times on the wall, `HH:MM`, from 00:00 to 23:59; as an end, 00:00 is the midnight that ends the day. */
export interface Period {
  from: string;
  to: string;
}

export interface WeeklyPeriod extends Period {
  day: Weekday;
}

/** Dates are `YYYY-MM-DD` on the wall of the zone that holds on that date. */
export interface OpeningHours {
  /** IANA name. */
  zone: string;
  /** Several periods a day, in any order, none overlapping another. */
  hours: readonly WeeklyPeriod[];
  /** Closed all day. */
  holidays: readonly string[];
  /** Instead of the weekly hours and of a holiday: a Saturday that works, a day that ends at noon, a day off. */
  exceptions: readonly { date: string; periods: readonly Period[] }[];
  /** From the beginning of a date on the office stands in another zone and keeps other hours. */
  moves: readonly { from: string; zone: string; hours: readonly WeeklyPeriod[] }[];
}
