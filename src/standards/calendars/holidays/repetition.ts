import ICAL from 'ical.js';

/**
 * What a repetition may say. The library does not come to an end over some rules that no day fits, and takes an hour
 * over others; what stands here always leads on to the next day or past the end.
 */
const TAKEN: Partial<Record<string, { parts: readonly string[]; interval: number }>> = {
  YEARLY: { parts: ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS', 'BYYEARDAY'], interval: 100 },
  // Every twelfth month can be February for ever, and many days are never in it.
  MONTHLY: { parts: ['BYMONTHDAY', 'BYDAY'], interval: 11 },
  WEEKLY: { parts: ['BYDAY'], interval: 520 },
  DAILY: { parts: [], interval: 3660 },
};

/** @returns what of the rule is not taken, or null where all is well */
export function checkRepetition(rule: ICAL.Recur): string | null {
  const { freq } = rule;
  const taken = TAKEN[freq];
  if (!taken) return `FREQ=${freq}`;
  const strange = Object.keys(rule.parts).find((part) => !taken.parts.includes(part));
  if (strange) return `FREQ=${freq} with ${strange}`;
  // It has every day of every month looked at.
  if ('BYSETPOS' in rule.parts && rule.parts.BYMONTH?.length !== 1) return 'BYSETPOS without one BYMONTH';
  return rule.interval > taken.interval ? `FREQ=${freq} with INTERVAL=${rule.interval}` : null;
}

/** Lets a rule end with a year, so that nobody looks for its days for ever. */
export function endAfter(rule: ICAL.Recur, year: number): void {
  const end = ICAL.Time.fromDateString(`${year}-12-31`);
  const until = rule.until;
  if (!until || until.compare(end) > 0) rule.until = end;
}

/** Whether a day came out because its month is too short: the library lets 30 February be 2 March. */
export function hasSlipped(day: ICAL.Time, first: ICAL.Time, rule: ICAL.Recur): boolean {
  const {
    BYMONTHDAY: days = [first.day],
    BYDAY,
    BYYEARDAY,
  } = rule.parts as Record<string, unknown[] | undefined>;
  if (rule.freq !== 'YEARLY' || BYDAY || BYYEARDAY) return false;
  return days.every((each) => Number(each) > 0 && Number(each) !== day.day);
}
