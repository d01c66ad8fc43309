import { ShortMemory } from '../../kernel/short-memory.js';

/** How people write a date; where nothing else is known as in Britain: `30 November 2026`. */
const LAST = 'en-GB';
const FORMATS = 200;

const formats = new ShortMemory<Intl.DateTimeFormat>(FORMATS);

/**
 * A day, written out as readers of a letter do.
 * @param language of the letter; @param wanted by the reader, whose region says how dates are written
 */
export function writtenOut(date: Date, language: string, wanted: string, zone: string): string {
  const near = wanted.toLowerCase().startsWith(`${language.toLowerCase()}-`) ? wanted : language;
  return formatOf(near === 'en' ? LAST : near, zone).format(date);
}

function formatOf(locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${locale}/${zone}`;
  const known = formats.get(key, 0);
  if (known) return known;
  const made = new Intl.DateTimeFormat(isLocale(locale) ? locale : LAST, {
    dateStyle: 'long',
    timeZone: zone,
  });
  formats.set(key, made, Infinity);
  return made;
}

/** A tag of the right form can still be none: with a variant twice, for example. */
function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
