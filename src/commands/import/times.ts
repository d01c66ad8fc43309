const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A date of the file as the API takes it: `7/29/2013` (month first) and `2013-07-29` are the beginning of that day in
 * UTC, a time with its zone is that moment. Null where it is neither, or no day of the calendar.
 */
export function toTime(text: string): string | null {
  const us = US_DATE.exec(text);
  if (us) return midnight(us[3], us[1], us[2]);
  const iso = ISO_DATE.exec(text);
  if (iso) return midnight(iso[1], iso[2], iso[3]);
  const [, day] = ISO_TIME.exec(text) ?? [];
  if (day === undefined || toTime(day) === null) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

function midnight(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00.000Z`);
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
  return exists ? moment.toISOString() : null;
}
