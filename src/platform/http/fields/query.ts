import { enumSchema, explained, type Meanings, wholeSchema } from './choice.js';
import { field, type FieldOptions } from './field.js';
import { flag, id, list, oneOf, type Rule, whole } from './rules.js';
import { ID_SCHEMA, listSchema } from './text.js';

/**
 * Fields of a query whose text stands for something else. What does not read as such stays text, for the rule to
 * refuse: nothing is guessed. For text, ids, times and single choices the plain fields serve.
 */

/** A whole number in decimal digits. */
export function QueryWhole(
  description: string,
  options: { min: number; max: number } & FieldOptions,
): PropertyDecorator {
  const spec = { rule: whole(options.min, options.max), read: readWhole };
  return field(description, spec, wholeSchema(options), options);
}

/** An id, or a word that stands for something without one. */
export function QueryIdOr(word: string, description: string, options: FieldOptions = {}): PropertyDecorator {
  const rule: Rule = (value) => (value === word ? null : id(value));
  const read = (raw: unknown) => (typeof raw === 'string' ? raw.toLowerCase() : raw);
  const schema = { type: 'string', pattern: `^(${word}|${UUID})$`, maxLength: 36, example: word };
  return field(description, { rule, read }, schema, options);
}

/** `true` or `false`. */
export function QueryFlag(description: string, options: FieldOptions = {}): PropertyDecorator {
  return field(description, { rule: flag, read: readFlag }, { type: 'boolean' }, options);
}

/** Words from a fixed set, separated by commas, none twice. */
export function QueryList(
  description: string,
  values: readonly string[],
  options: Meanings & FieldOptions = {},
): PropertyDecorator {
  const bounds = { maxItems: values.length };
  const said = explained(description, values, options);
  const items = { ...enumSchema(values), description: said };
  const schema = { ...listSchema(items, bounds), uniqueItems: true };
  const spec = { rule: list(bounds), items: oneOf(values), unique: true, read: readList };
  return field(said, spec, schema, options);
}

/** Ids, separated by commas, none twice. */
export function QueryIds(
  description: string,
  options: { maxItems: number } & FieldOptions,
): PropertyDecorator {
  const read = (raw: unknown) => readList(typeof raw === 'string' ? raw.toLowerCase() : raw);
  const schema = { ...listSchema(ID_SCHEMA, options), uniqueItems: true };
  return field(description, { rule: list(options), items: id, unique: true, read }, schema, options);
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const DIGITS = /^(0|-?[1-9][0-9]*)$/;

function readWhole(raw: unknown): unknown {
  return typeof raw === 'string' && DIGITS.test(raw) ? Number(raw) : raw;
}

function readFlag(raw: unknown): unknown {
  if (raw === 'true') return true;
  return raw === 'false' ? false : raw;
}

function readList(raw: unknown): unknown {
  return typeof raw === 'string' ? raw.split(',') : raw;
}
