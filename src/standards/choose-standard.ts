import type { AppliesTo, Standard, Traits } from './standard.js';

/**
 * The standard that holds for a complaint: of those that fit the one with the lowest rank.
 * @param standards the active ones, the default one among them, which fits everything and has the highest rank
 */
export function chooseStandard(standards: readonly Standard[], traits: Traits): Standard {
  const fitting = standards.filter(({ appliesTo }) => fits(appliesTo, traits));
  const [first] = fitting.sort((a, b) => a.rank - b.rank);
  if (!first) throw new Error('no standard fits, not even the default one');
  return first;
}

function fits(appliesTo: AppliesTo, { tier, channel, categoryId, severity, language }: Traits): boolean {
  const { tiers, channels, categoryIds, severities, languages } = appliesTo;
  return (
    holds(tiers, tier) &&
    holds(channels, channel) &&
    holds(categoryIds, categoryId) &&
    holds(severities, severity) &&
    (languages.length === 0 || languages.some((range) => covers(range, language)))
  );
}

/** What is not known of a complaint fits only where nothing is asked for. */
function holds(wanted: readonly string[], value: string | null): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value));
}

/** The basic filtering of RFC 4647, 3.3.1: `hu` covers `hu` and `hu-HU`, not `hun`. */
function covers(range: string, language: string): boolean {
  return `${language.toLowerCase()}-`.startsWith(`${range.toLowerCase()}-`);
}
