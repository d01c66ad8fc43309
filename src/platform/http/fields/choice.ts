import { field, type FieldOptions } from './field.js';
import { flag, list, oneOf, share, whole } from './rules.js';
import { listSchema } from './text.js';

/** What a value means, by value; goes into the documentation. A value without one is listed all the same. */
export interface Meanings {
  meanings?: Readonly<Record<string, string>>;
}

/** One of a fixed set of words. */
export function OneOf(
  description: string,
  values: readonly string[],
  options: Meanings & FieldOptions = {},
): PropertyDecorator {
  const said = explained(description, values, options);
  return field(said, { rule: oneOf(values) }, enumSchema(values), options);
}

/** A list of words from a fixed set, none twice. */
export function SomeOf(
  description: string,
  values: readonly string[],
  options: { minItems?: number } & Meanings & FieldOptions = {},
): PropertyDecorator {
  const bounds = { minItems: options.minItems, maxItems: values.length };
  const said = explained(description, values, options);
  const items = { ...enumSchema(values), description: said };
  const schema = { ...listSchema(items, bounds), uniqueItems: true };
  return field(said, { rule: list(bounds), items: oneOf(values), unique: true }, schema, options);
}

/** Yes or no. */
export function Flag(description: string, options: FieldOptions = {}): PropertyDecorator {
  return field(description, { rule: flag }, { type: 'boolean' }, options);
}

/** A whole number. */
export function Whole(
  description: string,
  options: { min: number; max: number } & FieldOptions,
): PropertyDecorator {
  return field(description, { rule: whole(options.min, options.max) }, wholeSchema(options), options);
}

/** A part of a whole, from 0 to 1, with four decimals at most. */
export function Share(description: string, options: FieldOptions = {}): PropertyDecorator {
  const schema = { type: 'number', format: 'double', minimum: 0, maximum: 1 };
  return field(`${description} From 0 to 1, with four decimals at most.`, { rule: share }, schema, options);
}

export function enumSchema(values: readonly string[]) {
  return { type: 'string', enum: [...values] };
}

export function wholeSchema({ min, max }: { min: number; max: number }) {
  return { type: 'integer', format: max < 2 ** 31 ? 'int32' : 'int64', minimum: min, maximum: max };
}

/** The description with every value named, and its meaning where one is given. */
export function explained(description: string, values: readonly string[], { meanings }: Meanings): string {
  const lines = values.map((value) => `- \`${value}\`${meanings?.[value] ? `: ${meanings[value]}` : ''}`);
  return `${description}\n\n${lines.join('\n')}`;
}
