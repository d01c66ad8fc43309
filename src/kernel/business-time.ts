import { DAY, END_OF_TIME, LAST_YEAR, MINUTE, within, yearOf, yearStart } from './business-time/civil.js';
import { OfficeHours } from './business-time/office-hours.js';
import { remembered } from './business-time/remembered.js';
import { BusinessDays, OpenYear } from './business-time/years.js';
import { isBusinessDuration, partsOf } from './duration.js';
import type { OpeningHours } from './opening-hours.js';

/**
 * Counts open time. A moment is open when the wall clock of the zone that holds shows an opening hour of that date. A
 * business day is a date with at least one open period; it closes at the end of its last one. Nothing is open before
 * 1900 or after 2399; what is not over by then is over at the end of time, 9999-12-31T23:59:59.999Z.
 */
export class BusinessCalendar {
  readonly zone: string;
  private office?: OfficeHours;
  private readonly openYears = new Map<number, OpenYear>();
  private readonly dayYears = new Map<number, BusinessDays>();

  /** @param hours without flaws; nothing is worked out before it is asked for */
  constructor(private readonly hours: OpeningHours) {
    this.zone = hours.zone;
  }

  isOpen(time: Date): boolean {
    const moment = within(time);
    return moment === time.getTime() && this.openYear(yearOf(moment)).isOpen(moment);
  }

  /**
   * The end of a duration in business time. Hours and minutes are open time. Days end at the close of the last of so
   * many business days after the day of `from`, whatever its hour, open or closed; P0D ends at the close of that day
   * itself, or of the next business day when it is none or has closed. P1DT4H are the days first, then the open time.
   * @throws RangeError for a duration with other parts than days, hours and minutes
   */
  after(duration: string, from: Date): Date {
    const parts = isBusinessDuration(duration) ? partsOf(duration) : null;
    if (!parts) throw new RangeError(`${duration} is no duration in business time.`);
    const { days, hours, minutes } = parts;
    const open = (hours * 60 + minutes) * MINUTE;
    const counted = days > 0 || (open === 0 && duration.includes('D'));
    return this.plus(open, counted ? this.closeAfter(days, from) : from);
  }

  /** Open milliseconds between two moments; negative when the second is the earlier one. */
  between(a: Date, b: Date): number {
    const [from, to] = [within(a), within(b)];
    if (from > to) return 0 - this.between(b, a);
    let open = this.openBefore(to) - this.openBefore(from);
    for (let year = yearOf(from); year < yearOf(to); year++) open += this.openYear(year).total;
    return open;
  }

  /** When so many open milliseconds have passed: at a close, not at the next opening, where it is either. */
  plus(milliseconds: number, from: Date): Date {
    if (milliseconds === 0) return new Date(from);
    if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
      throw new RangeError(`${milliseconds} is no number of milliseconds to come.`);
    }
    const start = within(from);
    let open = this.openBefore(start) + milliseconds;
    for (let year = yearOf(start); year <= lastFrom(start); year++) {
      const here = this.openYear(year);
      if (open <= here.total) return new Date(here.momentAfter(open));
      open -= here.total;
    }
    return new Date(END_OF_TIME);
  }

  /** What is open from `a` until `b`, clipped, in order. Periods that touch are one. */
  periods(a: Date, b: Date, most = Infinity): { from: Date; to: Date }[] {
    const found: { from: Date; to: Date }[] = [];
    for (const { from, to } of this.clipped(within(a), within(b))) {
      const last = found.at(-1);
      if (last?.to.getTime() === from) last.to = new Date(to);
      else if (found.length >= most) break;
      else found.push({ from: new Date(from), to: new Date(to) });
    }
    return found;
  }

  /** The same year by year, so that a period over New Year in UTC is two. */
  private *clipped(start: number, end: number): Generator<{ from: number; to: number }> {
    for (let year = yearOf(start); start < end && year <= yearOf(end); year++) {
      for (const { from, to } of this.openYear(year).periodsFrom(start)) {
        if (from >= end) return;
        yield { from: Math.max(from, start), to: Math.min(to, end) };
      }
    }
  }

  /** The close of the nth business day after the day of `from`; never before `from` itself. */
  private closeAfter(count: number, from: Date): Date {
    const start = within(from);
    const day = this.officeHours().dayAt(start);
    let year = yearOf(day * DAY);
    const last = lastFrom(start);
    let days = this.businessDays(year);
    let nth = days.upTo(day) + count - 1;
    if (count === 0 && !(days.has(day) && days.close(nth) >= start)) nth++;
    while (nth >= days.count) {
      if (year >= last) return new Date(END_OF_TIME);
      nth -= days.count;
      days = this.businessDays(++year);
    }
    return new Date(Math.max(days.close(nth), start));
  }

  /** Open milliseconds of the year of a moment before it. */
  private openBefore(time: number): number {
    return this.openYear(yearOf(time)).openBefore(time);
  }

  private openYear(year: number): OpenYear {
    return remembered(this.openYears, year, () => {
      const end = year > LAST_YEAR ? yearStart(year) : yearStart(year + 1);
      return new OpenYear(this.officeHours().pieces(yearStart(year), end));
    });
  }

  /** A date on a wall lies within a day of the same date in UTC. */
  private businessDays(year: number): BusinessDays {
    return remembered(this.dayYears, year, () => {
      const pieces = this.officeHours().pieces(yearStart(year) - DAY, yearStart(year + 1) + DAY);
      return new BusinessDays(year, pieces);
    });
  }

  private officeHours(): OfficeHours {
    return (this.office ??= new OfficeHours(this.hours));
  }
}

/** What is not over a hundred years on is never over: nobody is promised anything for longer. */
function lastFrom(start: number): number {
  return Math.min(yearOf(start) + 100, LAST_YEAR);
}
