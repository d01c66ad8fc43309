import { INPUT_CODES, type InputCode, type InputError } from '../../../kernel/refusal.js';
import { isStorable } from './json-flaws.js';

/** Every parameter by its name; one that is given several times has a list. An object without a prototype. */
type QueryValues = Record<string, string | string[]>;

export interface QueryInput {
  values: QueryValues;
  errors: InputError[];
}

/**
 * Reads the query of a URL as the WHATWG's form encoding does (`+` is a space), but strictly: a percent sign that
 * begins no UTF-8 is an error and not passed on as it is.
 */
export function readQuery(url: string): QueryInput {
  const values = Object.create(null) as QueryValues;
  const errors: InputError[] = [];
  for (const pair of queryOf(url).split('&')) {
    if (pair === '') continue;
    const [name, value] = splitPair(pair);
    if (name === undefined || value === undefined || !isStorable(name) || !isStorable(value)) {
      errors.push(parameterError(printable(name ?? ''), 'bad_characters'));
    } else {
      const others = values[name];
      values[name] = others === undefined ? value : [others, value].flat();
    }
  }
  return { values, errors };
}

/** One error of a query parameter or a header. */
export function parameterError(
  parameter: string,
  code: InputCode,
  detail: string = INPUT_CODES[code],
): InputError {
  return { parameter, code, detail };
}

function queryOf(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start + 1);
}

function splitPair(pair: string): [string | undefined, string | undefined] {
  const equals = pair.indexOf('=');
  return equals === -1 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function printable(name: string): string {
  return name.toWellFormed().replaceAll('\0', '\uFFFD');
}
