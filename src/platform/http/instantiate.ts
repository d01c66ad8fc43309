import { type InputError, inputError } from '../../kernel/refusal.js';
import type { Dto } from './endpoint.decorator.js';
import { type Field, fieldsOf, mayBeNull } from './fields/field.js';
import { isObject } from './fields/rules.js';
import { misplaced } from './fields/time.js';

/** Where we are in the body, and what cannot be told from a value alone. */
export interface Place {
  now: Date;
  /** Null is kept where it is allowed: a merge patch. */
  merge: boolean;
  pointer: string;
  /** Found on the way: unknown properties, times on the wrong side of now, too deep a nesting. */
  errors: InputError[];
  depth?: number;
}

/** Copies what the class knows into a new instance; the values are judged afterwards. */
export function instantiate<T extends object>(dto: Dto<T>, body: Record<string, unknown>, place: Place): T {
  const fields = fieldsOf(dto);
  for (const name of Object.keys(body)) {
    if (!fields.has(name)) place.errors.push(inputError(below(place.pointer, name), 'unknown_property'));
  }
  const given = new Map<string, unknown>();
  for (const [name, field] of fields) {
    if (!Object.hasOwn(body, name) || isAbsent(body[name], field, place)) continue;
    given.set(name, valueOf(field, body[name], { ...place, pointer: below(place.pointer, name) }));
  }
  return Object.assign(new dto(), Object.fromEntries(given));
}

/** The RFC 6901 pointer to a member. */
export function below(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Deeper than any class of ours; holds a class that contains itself. */
const DEPTH = 32;

function isAbsent(raw: unknown, field: Field, { merge }: Place): boolean {
  if (raw === undefined) return true;
  return raw === null && mayBeNull(field) && !field.nullable && !merge;
}

function valueOf(field: Field, raw: unknown, place: Place): unknown {
  const value = field.read ? field.read(raw) : raw;
  if (value === null || field.rule(value)) return value;
  if (field.nested) return nestedOf(field.nested(), value, place);
  const code = field.when && typeof value === 'string' ? misplaced(value, field.when, place.now) : null;
  if (code) place.errors.push(inputError(place.pointer, code));
  return value;
}

/** An item that is no object becomes null, which validation reports at its place. */
function nestedOf(dto: Dto, value: unknown, place: Place): unknown {
  const depth = (place.depth ?? 0) + 1;
  if (depth > DEPTH) {
    place.errors.push(inputError(place.pointer, 'max_depth'));
    return undefined;
  }
  if (isObject(value)) return instantiate(dto, value, { ...place, depth });
  return (value as unknown[]).map((item, index) =>
    isObject(item)
      ? instantiate(dto, item, { ...place, depth, pointer: below(place.pointer, String(index)) })
      : null,
  );
}
