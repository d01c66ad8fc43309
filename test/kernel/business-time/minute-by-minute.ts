import {
  type OpeningHours,
  type Period,
  WEEKDAYS,
  type WeeklyPeriod,
} from '../../../src/kernel/opening-hours.js';

const MINUTE = 60_000;

/**
 * The definition of open time, taken at its word: every minute of a few days is looked at by itself, through the clocks
 * of Intl. Slow, and with nothing in it that could be clever.
 */
export class MinuteByMinute {
  private readonly dates: string[] = [];
  private readonly open: boolean[] = [];

  constructor(
    hours: OpeningHours,
    private readonly start: number,
    minutes: number,
  ) {
    const begun = hours.moves.map(() => false);
    const walls = [hours, ...hours.moves].map(({ zone }) => wallsOf(zone, start, minutes));
    for (let minute = 0; minute < minutes; minute++) {
      hours.moves.forEach((move, index) => {
        const wall = walls[index + 1]?.[minute] ?? '';
        if (wall.slice(0, 10) >= move.from) begun[index] = true;
      });
      const move = begun.lastIndexOf(true);
      const [date = '', time = ''] = (walls[move + 1]?.[minute] ?? '').split(' ');
      this.dates.push(date);
      this.open.push(isOpen(hours, hours.moves[move]?.hours ?? hours.hours, date, time));
    }
  }

  isOpen(time: number): boolean {
    return this.open[this.minuteOf(time)] ?? false;
  }

  between(a: number, b: number): number {
    let sum = 0;
    for (let minute = this.minuteOf(a); minute <= this.minuteOf(b); minute++) {
      const begin = this.start + minute * MINUTE;
      if (this.open[minute]) sum += Math.max(0, Math.min(begin + MINUTE, b) - Math.max(begin, a));
    }
    return sum;
  }

  /** Undefined when it is not within the days that are looked at. */
  plus(milliseconds: number, from: number): number | undefined {
    if (milliseconds === 0) return from;
    let left = milliseconds;
    for (let minute = this.minuteOf(from); minute < this.open.length; minute++) {
      const begin = Math.max(from, this.start + minute * MINUTE);
      const end = this.start + (minute + 1) * MINUTE;
      if (this.open[minute] && left <= end - begin) return begin + left;
      if (this.open[minute]) left -= end - begin;
    }
    return undefined;
  }

  close(days: number, from: number): number | undefined {
    const today = this.dates[this.minuteOf(from)] ?? '';
    const closes = new Map<string, number>();
    this.dates.forEach((date, minute) => {
      if (this.open[minute]) closes.set(date, this.start + (minute + 1) * MINUTE);
    });
    const here = closes.get(today);
    if (days === 0 && here !== undefined && here >= from) return here;
    const later = [...closes.keys()].filter((date) => date > today).sort();
    const date = later[Math.max(days, 1) - 1];
    // The last days that are looked at may not be whole.
    if (date === undefined || later.indexOf(date) >= later.length - 2) return undefined;
    return Math.max(closes.get(date) ?? 0, from);
  }

  private minuteOf(time: number): number {
    return Math.floor((time - this.start) / MINUTE);
  }
}

function isOpen(hours: OpeningHours, week: readonly WeeklyPeriod[], date: string, time: string): boolean {
  const exception = hours.exceptions.find((one) => one.date === date);
  if (!exception && hours.holidays.includes(date)) return false;
  const day = WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  const periods: readonly Period[] = exception?.periods ?? week.filter((period) => period.day === day);
  return periods.some(({ from, to }) => from <= time && (time < to || to === '00:00'));
}

const known = new Map<string, string[]>();

/** `2026-03-29 03:00` for every minute. */
function wallsOf(zone: string, start: number, minutes: number): string[] {
  const key = `${zone} ${start} ${minutes}`;
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const walls =
    known.get(key) ?? Array.from({ length: minutes }, (_, minute) => format.format(start + minute * MINUTE));
  known.set(key, walls);
  return walls;
}
