import type { Dto } from '../endpoint.decorator.js';
import { field, type FieldOptions } from './field.js';
import { anObject, anything, list } from './rules.js';

// @nestjs/swagger knows a class that is named late by the name of the function: `type`.

/** An object with fields of its own. The class is given as a function, so that two classes can name each other. */
export function Nested(
  description: string,
  nested: () => Dto,
  options: FieldOptions = {},
): PropertyDecorator {
  return field(description, { rule: anObject, nested }, { type: () => nested() }, options);
}

/** A list of objects. */
export function NestedList(
  description: string,
  nested: () => Dto,
  options: { maxItems: number; minItems?: number } & FieldOptions,
): PropertyDecorator {
  const { maxItems, minItems } = options;
  const schema = { type: () => nested(), isArray: true, maxItems, ...(minItems ? { minItems } : {}) };
  return field(description, { rule: list(options), nested }, schema, options);
}

/** A value of a form that no class describes. For answers only: nothing in it is checked. */
export function Shape(
  description: string,
  schema: { type: string } & Record<string, unknown>,
  options: FieldOptions = {},
): PropertyDecorator {
  return field(description, { rule: anything }, schema, options);
}
