import { Temporal } from 'temporal-polyfill';
import { yearOf, yearStart } from './civil.js';
import { remembered } from './remembered.js';

/** Time in which the wall clock stands at the same distance from UTC: wall = UTC + offset. All milliseconds. */
export interface Stretch {
  from: number;
  to: number;
  offset: number;
}

const zones = new Map<string, Zone>();

/** When the clocks of a zone are changed, asked of the rules of the zone once for each year. */
export class Zone {
  private readonly years = new Map<number, Stretch[]>();
  /** From this year on no change is known. */
  private quietFrom = Infinity;

  private constructor(private readonly name: string) {}

  static named(name: string): Zone {
    const zone = zones.get(name) ?? new Zone(name);
    zones.set(name, zone);
    return zone;
  }

  /** The time between two moments, cut where the clocks change. */
  stretches(from: number, to: number): Stretch[] {
    const cut: Stretch[] = [];
    for (let year = yearOf(from); from < to && year <= yearOf(to - 1); year++) {
      for (const stretch of this.year(year)) {
        const [start, end] = [Math.max(from, stretch.from), Math.min(to, stretch.to)];
        if (start < end) cut.push({ from: start, to: end, offset: stretch.offset });
      }
    }
    return cut;
  }

  offsetAt(time: number): number {
    const stretches = this.year(yearOf(time));
    return stretches.findLast((stretch) => stretch.from <= time)?.offset ?? 0;
  }

  /** The first moment of a date on the wall; where the date is left out, of the next one. */
  startOf(date: string): number {
    return Temporal.PlainDate.from(date).toZonedDateTime(this.name).epochMilliseconds;
  }

  private year(year: number): Stretch[] {
    return remembered(this.years, year, () => this.changesOf(year));
  }

  private changesOf(year: number): Stretch[] {
    const end = yearStart(year + 1);
    const stretches: Stretch[] = [];
    let here: Temporal.ZonedDateTime | null = this.at(yearStart(year));
    while (here && here.epochMilliseconds < end) {
      const next: Temporal.ZonedDateTime | null =
        year >= this.quietFrom ? null : here.getTimeZoneTransition('next');
      if (!next) this.quietFrom = Math.min(this.quietFrom, year + 1);
      const to = Math.min(next?.epochMilliseconds ?? end, end);
      stretches.push({ from: here.epochMilliseconds, to, offset: here.offsetNanoseconds / 1e6 });
      here = next;
    }
    return stretches;
  }

  private at(time: number): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(this.name);
  }
}

/** Whether the rules of this zone are known by its IANA name; a bare offset such as +01:00 has no rules. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
