import { type InputError, inputError } from '../../../kernel/refusal.js';
import { findFlaws } from './json-flaws.js';

/** What the bytes of a body say, and everything that is wrong with them whatever they are for. */
export interface JsonInput {
  /** Undefined where it cannot be looked at any further: unreadable, too deep or with too many keys. */
  value: unknown;
  errors: InputError[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body strictly: UTF-8 without exception (RFC 3629; a byte order mark at the start is passed over, as
 * RFC 8259 section 8.1 allows), JSON, not too deep, not too many keys, only characters that text can hold.
 */
export function readJson(bytes: Uint8Array, maxKeys?: number): JsonInput {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return unreadable(inputError('', 'is_utf8'));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable(inputError('', 'is_json'));
  }
  const errors = findFlaws(value, maxKeys);
  const boundless = errors.some(({ code }) => code === 'max_depth' || code === 'max_keys');
  return { value: boundless ? undefined : value, errors };
}

function unreadable(error: InputError): JsonInput {
  return { value: undefined, errors: [error] };
}
