import { type InputError, inputError } from '../../../kernel/refusal.js';

/** How deep objects and lists may stand in each other; the outermost is the first. */
const MAX_DEPTH = 32;
/** How many keys all objects of a body may have together, where an endpoint allows no more. */
const MAX_KEYS = 1000;
/** A body that is wrong in a thousand places is told the first of them. */
const MAX_ERRORS = 100;

/**
 * What parsed JSON may not hold, whatever it is for: too deep, too many keys, NUL or half of a surrogate pair in a
 * key or a value (PostgreSQL stores neither), a number too large for JSON's readers (`1e999` is read as Infinity).
 */
export function findFlaws(value: unknown, maxKeys = MAX_KEYS): InputError[] {
  const search: Search = { errors: [], keys: 0, maxKeys };
  visit(value, '', 1, search);
  if (search.keys > maxKeys) return [inputError('', 'max_keys')];
  return search.errors.slice(0, MAX_ERRORS);
}

/** Whether text can be stored: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

interface Search {
  errors: InputError[];
  keys: number;
  maxKeys: number;
}

function visit(value: unknown, pointer: string, depth: number, search: Search): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) search.errors.push(inputError(pointer, 'bad_characters'));
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) search.errors.push(inputError(pointer, 'max'));
  } else if (typeof value === 'object' && value !== null) {
    if (depth > MAX_DEPTH) search.errors.push(inputError(pointer, 'max_depth'));
    else if (Array.isArray(value)) visitList(value, pointer, depth, search);
    else visitObject(value as Record<string, unknown>, pointer, depth, search);
  }
}

function visitList(list: unknown[], pointer: string, depth: number, search: Search): void {
  for (const [index, item] of list.entries()) {
    if (search.errors.length >= MAX_ERRORS) return;
    visit(item, `${pointer}/${index}`, depth + 1, search);
  }
}

function visitObject(object: Record<string, unknown>, pointer: string, depth: number, search: Search): void {
  const keys = Object.keys(object);
  search.keys += keys.length;
  if (search.keys > search.maxKeys) return;
  for (const key of keys) {
    const inside = `${pointer}/${escapeKey(key)}`;
    if (isStorable(key)) visit(object[key], inside, depth + 1, search);
    else search.errors.push(inputError(inside, 'bad_characters'));
  }
}

/** RFC 6901, section 3. Half of a surrogate pair is shown as U+FFFD, because the answer must be readable itself. */
function escapeKey(key: string): string {
  return key.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}
