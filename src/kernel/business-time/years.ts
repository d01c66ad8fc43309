import { yearOf, DAY } from './civil.js';
import type { Piece } from './office-hours.js';

/** The open periods of a year in UTC, in order, with the open time before each. Periods that touch are one. */
export class OpenYear {
  /** Open milliseconds of the whole year. */
  readonly total: number;
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;
  private readonly sums: Float64Array;

  constructor(pieces: readonly Piece[]) {
    const starts = pieces.filter((piece, index) => pieces[index - 1]?.to !== piece.from);
    const ends = pieces.filter((piece, index) => pieces[index + 1]?.from !== piece.to);
    this.starts = Float64Array.from(starts, (piece) => piece.from);
    this.ends = Float64Array.from(ends, (piece) => piece.to);
    let sum = 0;
    this.sums = this.ends.map((end, index) => (sum += end - (this.starts[index] ?? end)));
    this.total = sum;
  }

  isOpen(time: number): boolean {
    return time < (this.ends[upTo(this.starts, time) - 1] ?? time);
  }

  /** Open milliseconds of the year before a moment of it. */
  openBefore(time: number): number {
    const index = upTo(this.starts, time) - 1;
    if (index < 0) return 0;
    return (this.sums[index] ?? 0) - Math.max(0, (this.ends[index] ?? time) - time);
  }

  /** When so much of the open time of the year has passed, more than none and at most all of it. */
  momentAfter(open: number): number {
    const index = upTo(this.sums, open - 1);
    return (this.ends[index] ?? 0) - ((this.sums[index] ?? open) - open);
  }

  /** Those that end after a moment. */
  *periodsFrom(time: number): Generator<{ from: number; to: number }> {
    for (let index = upTo(this.ends, time); index < this.ends.length; index++) {
      yield { from: this.starts[index] ?? 0, to: this.ends[index] ?? 0 };
    }
  }
}

/** The business days of a year on the wall, in order, and when each closes. */
export class BusinessDays {
  readonly count: number;
  private readonly days: Float64Array;
  private readonly closes: Float64Array;

  constructor(year: number, pieces: readonly Piece[]) {
    const closes = new Map<number, number>();
    for (const { day, to } of pieces) if (yearOf(day * DAY) === year) closes.set(day, to);
    this.days = Float64Array.from(closes.keys()).sort();
    this.closes = this.days.map((day) => closes.get(day) ?? 0);
    this.count = this.days.length;
  }

  /** How many of them are this day or come before it. */
  upTo(day: number): number {
    return upTo(this.days, day);
  }

  /** When the nth of them closes, counted from 0. */
  close(nth: number): number {
    return this.closes[nth] ?? 0;
  }

  has(day: number): boolean {
    return this.days[this.upTo(day) - 1] === day;
  }
}

/** How many numbers of an ascending row are at most this. */
function upTo(row: Float64Array, most: number): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((row[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
