import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateNested } from 'class-validator';
import type { InputCode } from '../../../kernel/refusal.js';
import type { Dto } from '../endpoint.decorator.js';
import type { Rule } from './rules.js';

/** What every kind of field can be told beside its bounds. */
export interface FieldOptions {
  /** May be absent. Null is the same as absent, except in a PATCH, where it clears and reaches the handler. */
  optional?: boolean;
  /** True: null is a value of its own and is kept. False: null is refused, even where the field may be absent. */
  nullable?: boolean;
  /** Shown in the documentation. */
  example?: unknown;
}

/** One field of a DTO, as validation sees it. */
export interface Field extends Pick<FieldOptions, 'optional' | 'nullable'> {
  rule: Rule;
  /** For each item of a list of plain values. */
  items?: Rule;
  /** No item twice. */
  unique?: boolean;
  /** The class of the object, or of each object in the list. */
  nested?: () => Dto;
  /** A time that must not lie in the future, or not in the past. */
  when?: 'past' | 'future';
  /** Brings the raw value into the form that the rule judges and the handler gets. */
  read?: (raw: unknown) => unknown;
}

/** What is wrong with a field: `at` is '' for itself and '/2' for the third item of its list. */
export interface Finding {
  at: string;
  code: InputCode;
}

/** The parts of a schema that a kind of field fills in. */
export type Schema = { type: string | (() => Dto) } & Record<string, unknown>;

const FIELDS = Symbol('fields');

/** Makes a property a field: validated by class-validator, documented by @nestjs/swagger, known to `fieldsOf`. */
export function field(
  description: string,
  spec: Field,
  schema: Schema,
  options: FieldOptions,
): PropertyDecorator {
  const { optional, nullable, example } = options;
  const whole: Field = { ...spec, optional, nullable };
  const documented = { ...schema, description, required: !optional, nullable: mayBeNull(whole) };
  return applyDecorators(
    register(whole),
    ValidateBy(
      { name: 'field', validator: { validate: (value: unknown) => findings(whole, value).length === 0 } },
      { message: ({ value }) => findings(whole, value)[0]?.code ?? '' },
    ),
    ...(spec.nested ? [ValidateNested({ message: 'is_object' })] : []),
    ApiProperty({ ...documented, ...(example === undefined ? {} : { example }) } as ApiPropertyOptions),
  );
}

/** The fields of a class, its parents' included, by name. */
export function fieldsOf(dto: Dto): ReadonlyMap<string, Field> {
  return (Reflect.getMetadata(FIELDS, dto) as Map<string, Field> | undefined) ?? NONE;
}

/** Null is allowed where the field may be absent, unless that is denied. */
export function mayBeNull({ optional, nullable }: Pick<Field, 'optional' | 'nullable'>): boolean {
  return nullable ?? optional ?? false;
}

/** Judges the value of one field: one code for itself, or one for each bad item of its list. */
export function findings(field: Field, value: unknown): Finding[] {
  if (value === undefined) return field.optional ? [] : [{ at: '', code: 'required' }];
  if (value === null) return mayBeNull(field) ? [] : [{ at: '', code: 'required' }];
  const code = field.rule(value);
  if (code) return [{ at: '', code }];
  return Array.isArray(value) ? itemFindings(field, value) : [];
}

const NONE: ReadonlyMap<string, Field> = new Map();

function register(spec: Field): PropertyDecorator {
  return (prototype, name) => {
    const dto = prototype.constructor;
    const inherited = Reflect.getMetadata(FIELDS, dto) as Map<string, Field> | undefined;
    Reflect.defineMetadata(FIELDS, new Map(inherited).set(String(name), spec), dto);
  };
}

function itemFindings({ items, unique }: Field, list: unknown[]): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<unknown>();
  for (const [index, item] of list.entries()) {
    const code = items?.(item) ?? (unique && seen.has(item) ? 'unique_items' : null);
    if (code) found.push({ at: `/${index}`, code });
    seen.add(item);
  }
  return found;
}
