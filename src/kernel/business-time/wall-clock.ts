import { Temporal } from 'temporal-polyfill';

/** Times on the wall, `HH:MM`, in a zone. */

/** What the clock on the wall shows. */
export function wallTime(moment: Date, zone: string): string {
  return at(moment, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The first moment after another at which the clock shows a time. Where the clocks are put forward over it, as much
 * later as they are put forward; where they show it twice, the first of the two.
 */
export function nextAt(time: string, zone: string, after: Date): Date {
  const plainTime = Temporal.PlainTime.from(time);
  let day = at(after, zone).toPlainDate();
  for (;;) {
    const { epochMilliseconds } = day.toZonedDateTime({ timeZone: zone, plainTime });
    if (epochMilliseconds > after.getTime()) return new Date(epochMilliseconds);
    day = day.add({ days: 1 });
  }
}

/** Whether the clock stands within a span of the day, which may reach over midnight. The end is outside. */
export function isWithin(
  moment: Date,
  { from, until }: { from: string; until: string },
  zone: string,
): boolean {
  const now = wallTime(moment, zone);
  return from < until ? from <= now && now < until : now >= from || now < until;
}

/** A moment as people of the zone write it down: `2026-11-20 10:00`. */
export function written(moment: Date, zone: string): string {
  const day = at(moment, zone).toPlainDate().toString();
  return `${day} ${wallTime(moment, zone)}`;
}

function at(moment: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
}
