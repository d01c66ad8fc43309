import { isEmail } from 'class-validator';
import { isId } from '../../../kernel/identifiers.js';
import type { InputCode } from '../../../kernel/refusal.js';
import { isStorable } from '../input/json-flaws.js';

/** What is wrong with a value that is there, in one code; null where nothing is. Never throws, whatever the value. */
export type Rule = (value: unknown) => InputCode | null;

export const MAIL_MAX = 254;

/** Characters are counted as Unicode code points, as PostgreSQL and JSON Schema count them. */
export function text({ min = 0, max, blank = false }: { min?: number; max: number; blank?: boolean }): Rule {
  return (value) => {
    if (typeof value !== 'string') return 'is_string';
    if (!isStorable(value)) return 'bad_characters';
    if (!blank && !VISIBLE.test(value)) return 'not_blank';
    const length = codePoints(value, max);
    if (length > max) return 'max_length';
    return length < min ? 'min_length' : null;
  };
}

/** Text of a documented form; a form must match in time linear in the text. */
export function matching(form: RegExp, code: InputCode, max: number): Rule {
  return (value) => (typeof value === 'string' && value.length <= max && form.test(value) ? null : code);
}

/** RFC 5321 and 6531, without quoted local parts: they smuggle commas and spaces into headers, and nobody has one. */
export const email: Rule = (value) => {
  if (typeof value !== 'string') return 'is_email';
  if (!isStorable(value)) return 'bad_characters';
  if (value.length > MAIL_MAX) return 'max_length';
  return !value.includes('"') && isEmail(value) ? null : 'is_email';
};

export const id: Rule = (value) => (isId(value) ? null : 'is_uuid');

export const flag: Rule = (value) => (typeof value === 'boolean' ? null : 'is_boolean');

/** Numbers that JavaScript cannot hold exactly are out of bounds, too. */
export function whole(min: number, max: number): Rule {
  return (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return 'is_integer';
    if (value < min) return 'min';
    return value > max ? 'max' : null;
  };
}

/** From 0 to 1, with four decimals at most. */
export const share: Rule = (value) => {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'is_number';
  if (value < 0) return 'min';
  if (value > 1) return 'max';
  return Number(value.toFixed(4)) === value ? null : 'decimals';
};

export function oneOf(values: readonly string[]): Rule {
  const known = new Set<unknown>(values);
  return (value) => (known.has(value) ? null : 'is_enum');
}

export const anObject: Rule = (value) => (isObject(value) ? null : 'is_object');

/** The list as a whole; its items have a rule of their own, asked only where the list is not too long. */
export function list({ minItems = 0, maxItems }: { minItems?: number; maxItems: number }): Rule {
  return (value) => {
    if (!Array.isArray(value)) return 'is_array';
    if (value.length > maxItems) return 'max_items';
    return value.length < minItems ? 'min_length' : null;
  };
}

export const anything: Rule = () => null;

/** A JSON object: not null, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One character at least that a reader can see: neither space, control, nor one that is drawn as nothing. */
const VISIBLE = /[^\s\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Counts no further than is needed to know that there are more than `max`. */
function codePoints(value: string, max: number): number {
  return value.length > 2 * max ? value.length : Array.from(value).length;
}
