import { qualityOf } from './languages.js';

/**
 * The media type of those offered that an `Accept` prefers (RFC 9110, 12.5.1); the first where it says nothing, or
 * wants none of them. Of a range only type, subtype and weight count. Never throws, whatever the text.
 * @param offered without parameters, for example `text/csv`
 */
export function preferredType(accept: string | undefined, offered: readonly [string, ...string[]]): string {
  const wanted = (accept ?? '').split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    return { range, quality: qualityOf(parameters.filter((one) => one.startsWith('q='))) };
  });
  const best = wanted.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { range } of best) {
    const found = offered.find((type) => covers(range, type));
    if (found !== undefined) return found;
  }
  return offered[0];
}

function covers(range: string, type: string): boolean {
  return range === '*/*' || range === type || range === `${type.split('/', 1).join('')}/*`;
}
