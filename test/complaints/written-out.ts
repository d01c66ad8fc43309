/** A day as a letter in English writes it. */
export function writtenOut(time: string | null): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(time ?? NaN),
  );
}
