/** Language tags (BCP 47), as readers ask for them and as texts are named by them. */

/** In the letters that RFC 5646, 2.1.1 recommends: `hu-HU`, `zh-Hant`. */
export function canonicalTag(tag: string): string {
  return tag
    .split('-')
    .map((part, index) => (index === 0 || part.length > 4 ? part.toLowerCase() : inCase(part)))
    .join('-');
}

/**
 * What an `Accept-Language` asks for, best first (RFC 9110, 12.5.4). What is no language range, is not wanted (`q=0`)
 * or asks for anything (`*`) is left out. Never throws, whatever the text.
 */
export function acceptedLanguages(header: string): string[] {
  const wanted = header.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((one) => one.trim());
    return { range, quality: qualityOf(parameters) };
  });
  return wanted
    .filter(({ range, quality }) => RANGE.test(range) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ range }) => range);
}

/** The lookup of RFC 4647, 3.4: of those offered the first that a range leads to, shortened from its end. */
export function lookUp(ranges: readonly string[], offered: readonly string[]): string | null {
  const known = new Map(offered.map((tag) => [tag.toLowerCase(), tag]));
  for (const range of ranges) {
    for (let parts = range.toLowerCase().split('-'); parts.length > 0; parts = shortened(parts)) {
      const found = known.get(parts.join('-'));
      if (found !== undefined) return found;
    }
  }
  return null;
}

const RANGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
const QUALITY = /^q=(0(\.[0-9]{0,3})?|1(\.0{0,3})?)$/i;

/** The weight among the parameters of a range: whole where nothing is said; none where it cannot be read. */
export function qualityOf(parameters: readonly string[]): number {
  const [first] = parameters;
  if (first === undefined) return 1;
  const [, quality] = QUALITY.exec(first) ?? [];
  return quality === undefined ? 0 : Number(quality);
}

/** Without its last part, and without a single letter that would stand last then. */
function shortened(parts: readonly string[]): string[] {
  const rest = parts.slice(0, -1);
  return rest.at(-1)?.length === 1 ? rest.slice(0, -1) : rest;
}

/** A script begins with a capital, a region is all capitals; what begins with a digit has none. */
function inCase(part: string): string {
  if (/^[A-Za-z]{2}$/.test(part)) return part.toUpperCase();
  if (/^[A-Za-z]{4}$/.test(part)) return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
  return part.toLowerCase();
}
