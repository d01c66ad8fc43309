import { createHmac } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { InputError } from '../../kernel/refusal.js';
import { parameterError } from './input/query-input.js';

/** As it is spelt where a request is wrong about it. */
const IDEMPOTENCY_KEY = 'Idempotency-Key';

const SHORTEST = 16;
const LONGEST = 200;

/** The key that a header carries; with and without its quotes it is the same one. */
export type IdempotencyHeader = { key: string; error?: undefined } | { key?: undefined; error: InputError };

/** Reads the header: 16 to 200 visible characters of ASCII without a quotation mark, in quotes or bare. */
export function readIdempotencyKey(header: string): IdempotencyHeader {
  const quoted = header.length >= 2 && header.startsWith('"') && header.endsWith('"');
  const key = quoted ? header.slice(1, -1) : header;
  if (!/^[\x21\x23-\x7e]*$/.test(key)) {
    return {
      error: parameterError(IDEMPOTENCY_KEY, 'pattern', 'must be visible ASCII characters, quoted or not'),
    };
  }
  if (key.length < SHORTEST) return { error: wrongLength('min_length') };
  if (key.length > LONGEST) return { error: wrongLength('max_length') };
  return { key };
}

/**
 * What a body is remembered by: a keyed digest of its canonical JSON, so that two spellings of one body are the
 * same and a stolen row does not confirm a guess. No body and an empty object are two different things.
 */
export function digestBody(body: unknown, secret: Buffer): string {
  const text = body === undefined ? '' : canonicalJson(body);
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function wrongLength(code: 'min_length' | 'max_length'): InputError {
  return parameterError(IDEMPOTENCY_KEY, code, `must be ${SHORTEST} to ${LONGEST} characters`);
}
