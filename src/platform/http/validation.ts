import { validateSync, type ValidationError } from 'class-validator';
import { type InputError, inputError } from '../../kernel/refusal.js';
import type { Dto } from './endpoint.decorator.js';
import { checked } from './fields/check.js';
import { fieldsOf, findings } from './fields/field.js';
import { isObject } from './fields/rules.js';
import { parameterError } from './input/query-input.js';
import { below, instantiate } from './instantiate.js';

export interface Validated<T extends object> {
  /** An instance of the class with what was given; to be used only where there are no errors. */
  value: T;
  /** Everything that is wrong, one code for each field. */
  errors: InputError[];
}

export interface BodyOptions {
  /** Times are in the past or the future of this. */
  now: Date;
  /** A merge patch (RFC 7396): null in an optional field clears it, and is kept. */
  merge?: boolean;
  /** Where the value stands in the body; '' is the body itself. */
  pointer?: string;
}

/** Validates any JSON value against the fields of a class. Never throws, however hostile the value. */
export function validateBody<T extends object>(
  dto: Dto<T>,
  body: unknown,
  options: BodyOptions,
): Validated<T> {
  const { now, merge = false, pointer = '' } = options;
  if (body === undefined) return { value: new dto(), errors: [inputError(pointer, 'required')] };
  if (!isObject(body)) return { value: new dto(), errors: [inputError(pointer, 'is_object')] };
  const found: InputError[] = [];
  const value = instantiate(dto, body, { now, merge, pointer, errors: found });
  const errors = firstOfEach([...found, ...judge(value, pointer)]);
  return { value, errors: [...errors, ...together(dto, value, pointer, errors)] };
}

/** Validates the parsed query: a text for each parameter, a list of texts for one that is repeated. */
export function validateQuery<T extends object>(
  dto: Dto<T>,
  query: Readonly<Record<string, unknown>>,
  { now }: { now: Date },
): Validated<T> {
  const fields = fieldsOf(dto);
  const errors: InputError[] = [];
  const given: [string, unknown][] = [];
  for (const [name, text] of Object.entries(query)) {
    if (!fields.has(name)) errors.push(parameterError(name, 'unknown_parameter'));
    else if (Array.isArray(text)) errors.push(parameterError(name, 'repeated'));
    else given.push([name, text]);
  }
  const judged = validateBody(dto, Object.fromEntries(given), { now });
  const wrong = judged.errors.map(({ pointer = '', code }) =>
    parameterError(pointer.split('/')[1] ?? '', code),
  );
  return { value: judged.value, errors: firstOfEach([...errors, ...wrong]) };
}

function judge(value: object, pointer: string): InputError[] {
  const options = { stopAtFirstError: true, forbidUnknownValues: false };
  return validateSync(value, options).flatMap((error) => located(error, pointer));
}

/** class-validator says which property failed; the field itself says why, and at which item. */
function located(error: ValidationError, pointer: string): InputError[] {
  const at = below(pointer, error.property);
  const inside = (error.children ?? []).flatMap((child) => located(child, at));
  if (!error.constraints) return inside;
  const field = fieldsOf(error.target?.constructor as Dto).get(error.property);
  if (!field) return [inputError(at, 'is_object')];
  return findings(field, error.value).map((finding) => inputError(at + finding.at, finding.code));
}

/** One error for each place: too deep is not missing as well, and a parameter may hold several wrong words. */
function firstOfEach(errors: InputError[]): InputError[] {
  const places = new Set<string | undefined>();
  return errors.filter(({ pointer, parameter }) => {
    const place = pointer ?? parameter;
    const isFirst = !places.has(place);
    places.add(place);
    return isFirst;
  });
}

/** What the rules between the fields say, but not of fields that are wrong by themselves. */
function together<T extends object>(
  dto: Dto<T>,
  value: T,
  pointer: string,
  errors: InputError[],
): InputError[] {
  const wrong = errors.map((error) => `${error.pointer ?? ''}/`);
  return checked(dto, value)
    .map(({ at, code, detail }) => inputError(pointer + at, code, detail))
    .filter(
      ({ pointer: at }) => !wrong.some((place) => place.startsWith(`${at}/`) || `${at}/`.startsWith(place)),
    );
}
