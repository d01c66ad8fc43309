import { type OpeningHours, type Period, type WeeklyPeriod, WEEKDAYS } from '../opening-hours.js';
import { DAY, dayNumber, timeOfDay, weekday } from './civil.js';
import { type Stretch, Zone } from './zone.js';

/** A piece of open time, and the date that the wall showed. A period in which the clocks change is two pieces. */
export interface Piece {
  day: number;
  from: number;
  to: number;
}

/** Periods of a day in milliseconds since midnight on the wall, in order. */
type Times = readonly { from: number; to: number }[];

/** Where the office stands from a moment on, and which hours it keeps there. */
interface Office {
  from: number;
  to: number;
  zone: Zone;
  week: readonly Times[];
}

/**
 * Opening hours as moments. Time is cut into stretches in which one office stands and its clock keeps its distance from
 * UTC; in each of them what the wall says is moved by that distance and clipped. So an hour that occurs twice counts
 * twice, and one that does not exist counts nothing.
 */
export class OfficeHours {
  private readonly offices: readonly Office[];
  private readonly holidays: ReadonlySet<number>;
  private readonly exceptions: ReadonlyMap<number, Times>;

  constructor(hours: OpeningHours) {
    this.offices = officesOf(hours);
    this.holidays = new Set(hours.holidays.map(dayNumber));
    this.exceptions = new Map(
      hours.exceptions.map((exception) => [dayNumber(exception.date), timesOf(exception.periods)]),
    );
  }

  /** What is open between two moments, in order of time. */
  pieces(from: number, to: number): Piece[] {
    return this.offices.flatMap((office) =>
      office.zone
        .stretches(Math.max(from, office.from), Math.min(to, office.to))
        .flatMap((stretch) => this.piecesOf(office, stretch)),
    );
  }

  /** The date on the wall at a moment. */
  dayAt(time: number): number {
    const office = this.offices.findLast((one) => one.from <= time);
    return Math.floor((time + (office?.zone.offsetAt(time) ?? 0)) / DAY);
  }

  private piecesOf(office: Office, { from, to, offset }: Stretch): Piece[] {
    const pieces: Piece[] = [];
    const last = Math.floor((to - 1 + offset) / DAY);
    for (let day = Math.floor((from + offset) / DAY); day <= last; day++) {
      for (const times of this.timesOn(day, office)) {
        const start = Math.max(from, day * DAY + times.from - offset);
        const end = Math.min(to, day * DAY + times.to - offset);
        if (start < end) pieces.push({ day, from: start, to: end });
      }
    }
    return pieces;
  }

  private timesOn(day: number, office: Office): Times {
    const usual = this.holidays.has(day) ? [] : (office.week[weekday(day)] ?? []);
    return this.exceptions.get(day) ?? usual;
  }
}

/**
 * One after the other. Of two moves a day apart the later may come first, over the date line: then the office never
 * stood where the earlier one would have brought it.
 */
function officesOf({ zone, hours, moves }: OpeningHours): Office[] {
  const offices: Office[] = [];
  let until = Infinity;
  for (const move of moves.toReversed()) {
    const there = Zone.named(move.zone);
    const from = there.startOf(move.from);
    if (from >= until) continue;
    offices.unshift({ from, to: until, zone: there, week: weekOf(move.hours) });
    until = from;
  }
  return [{ from: -Infinity, to: until, zone: Zone.named(zone), week: weekOf(hours) }, ...offices];
}

function weekOf(hours: readonly WeeklyPeriod[]): Times[] {
  return WEEKDAYS.map((day) => timesOf(hours.filter((period) => period.day === day)));
}

function timesOf(periods: readonly Period[]): Times {
  return periods
    .map(({ from, to }) => ({ from: timeOfDay(from, 'from'), to: timeOfDay(to, 'to') }))
    .sort((a, b) => a.from - b.from);
}
