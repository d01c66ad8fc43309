import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { invalid, type Refusal } from '../../kernel/refusal.js';
import { Keys } from '../keys.js';
import { parameterError } from './input/query-input.js';

/** The values of the sort columns of the last row of a page. */
export type CursorValues = (string | number | null)[];

/** Bytes of the MAC that a cursor carries. */
const MAC_LENGTH = 16;

/** Writes and reads the cursors of lists: nobody can make or alter one, nor use it for another list. */
@Injectable()
export class Cursors {
  constructor(private readonly keys: Keys) {}

  encode(values: CursorValues, scope: string): string {
    const payload = Buffer.from(JSON.stringify(values));
    return Buffer.concat([this.mac(payload, scope), payload]).toString('base64url');
  }

  /** @throws Refusal 400 `bad_cursor` where the cursor was not made by `encode` for this scope. */
  decode(cursor: string, scope: string): CursorValues {
    const bytes = Buffer.from(cursor, 'base64url');
    const payload = bytes.subarray(MAC_LENGTH);
    // Several spellings of base64url decode to the same bytes; only the one that was given out is a cursor.
    const genuine = payload.length > 0 && bytes.toString('base64url') === cursor;
    if (!genuine || !timingSafeEqual(bytes.subarray(0, MAC_LENGTH), this.mac(payload, scope)))
      throw badCursor();
    return JSON.parse(payload.toString()) as CursorValues;
  }

  private mac(payload: Buffer, scope: string): Buffer {
    const hmac = createHmac('sha256', this.keys.secret('cursor'));
    return hmac.update(`${scope.length}:${scope}`).update(payload).digest().subarray(0, MAC_LENGTH);
  }
}

/**
 * What a cursor is bound to: the list, its filter and order, and who asks.
 * @param filter the validated query; its `cursor` and `limit` may change from page to page and do not count.
 */
export function cursorScope(operationId: string, filter: object, actor: Actor): string {
  const kept = Object.entries(filter).filter(
    ([name, value]) => value !== undefined && name !== 'cursor' && name !== 'limit',
  );
  return canonicalJson([
    operationId,
    Object.fromEntries(kept),
    actor.kind,
    actor.id ?? actor.complaintId ?? null,
  ]);
}

function badCursor(): Refusal {
  return invalid([parameterError('cursor', 'bad_cursor')]);
}
