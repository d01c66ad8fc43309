import { ENTRY_TYPES, type EntryType } from './entry-catalogue.js';

/** The form of a pattern: the name of a type, all types of a kind (`complaint.*`), or all there are (`*`). */
export const PATTERN_FORM = /^(\*|[a-z_]+\.(\*|[a-z_]+))$/;

/** The types that patterns stand for, in the order of the catalogue. */
export function typesMatching(patterns: readonly string[]): EntryType[] {
  return ENTRY_TYPES.filter((type) => patterns.some((pattern) => fits(pattern, type)));
}

function fits(pattern: string, type: EntryType): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
