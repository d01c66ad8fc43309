const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The zones with names of RFC 5322 (section 4.3), hours east of Greenwich; any other name says nothing and is UTC. */
const ZONES: Record<string, number> = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};
const MINUTE = 60_000;
const DAY = /(?:[a-z]{2,9}\.?,? )?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}\.?[ -](\d{2,4}),? /;
const TIME = /(\d{1,2}) ?: ?(\d{2})(?: ?: ?(\d{2}))?(?: ?([+-]\d{4}|[a-z]{1,5})\b|$)/;
const FORM = new RegExp(`^${DAY.source}${TIME.source}`);

/**
 * The time of a `Date` header (RFC 5322, sections 3.3 and 4.3); null where it is none. `Date.parse` would take nearly
 * anything, the local zone included, and make up the rest.
 */
export function mailDate(header: string | undefined): Date | null {
  const text = (header ?? '')
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [, day, month = '', year = '', hour, minute, second, zone = ''] = FORM.exec(text.toLowerCase()) ?? [];
  const numbers = [
    wholeYear(year),
    MONTHS.indexOf(month),
    Number(day),
    Number(hour),
    Number(minute),
  ] as const;
  const local = new Date(Date.UTC(...numbers, Number(second ?? 0)));
  const exists =
    local.getUTCFullYear() === numbers[0] &&
    local.getUTCMonth() === numbers[1] &&
    local.getUTCDate() === numbers[2] &&
    local.getUTCHours() === numbers[3];
  const time = new Date(local.getTime() - minutesEast(zone) * MINUTE);
  return exists && time.getUTCFullYear() >= 1970 && time.getUTCFullYear() < 2200 ? time : null;
}

/** Of two or three figures as the norm reads them. */
function wholeYear(figures: string): number {
  const year = Number(figures);
  if (figures.length === 4) return year;
  return figures.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function minutesEast(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return (ZONES[zone] ?? 0) * 60;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
