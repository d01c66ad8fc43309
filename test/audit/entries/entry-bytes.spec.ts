import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commitmentsOf, encodeEntry, parseEntry } from '../../../src/audit/entries/entry-bytes.js';
import { commit } from '../../../src/kernel/proofs/commitment.js';
import { canonicalJson } from '../../../src/kernel/canonical-json.js';

const SALT = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
const COMPLAINT = '019ab3c4-0000-7000-8000-000000000001';

const content = {
  id: ID,
  seq: 42,
  type: 'complaint.escalated',
  at: new Date('2026-11-20T09:00:00.000Z'),
  actor: { kind: 'user', id: '019ab3c4-0000-7000-8000-000000000002', name: 'Anna Őri' },
  subject: { type: 'complaint', id: COMPLAINT },
  complaintId: COMPLAINT,
  complaintVersion: 7,
  data: { level: 1, reason: 'Nobody answers' },
  requestId: 'request-0001',
};
const encode = (more: Partial<typeof content> = {}) =>
  encodeEntry(
    { ...content, ...more },
    (field) => field === 'reason',
    () => SALT,
  );

/** Made once by another program, from the words of the README alone. */
const PINNED =
  '{"actor":{"id":"019ab3c4-0000-7000-8000-000000000002","kind":"user",' +
  '"name":{"commitment":"srZisNUpZ05SXS-8pCQllD2XTpzLzTvc8bx4CirDF-I"}},"at":"2026-11-20T09:00:00.000Z",' +
  '"complaintId":"019ab3c4-0000-7000-8000-000000000001","complaintVersion":7,' +
  '"data":{"level":1,"reason":{"commitment":"vZlIPcUAZM6XXzVImrg25GVt8ouoxbZ6-49Cd7dH884"}},"format":1,' +
  '"id":"019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071","requestId":"request-0001","seq":42,' +
  '"subject":{"id":"019ab3c4-0000-7000-8000-000000000001","type":"complaint"},"type":"complaint.escalated"}';
const PINNED_LEAF = 'cfe77380e7d3d77be1aaed5ddec922ebc0462bd898b7c5a979d60855175e6d47';
const PINNED_COMMITMENTS: [unknown, string][] = [
  ['Nobody answers', 'vZlIPcUAZM6XXzVImrg25GVt8ouoxbZ6-49Cd7dH884'],
  ['', '05WTs5bhTqsykQ-Ro0QJDbz4qLlRUhZLrkgvonzjqYE'],
  ['Őri € 😀', 'sLJY-yU6RRxFflRLJj3NpZsQ-DmcPYdnH1eqkvjgs0M'],
  [{ name: 'Marta Kis', email: null }, 'L_Y2B2OO5pWxQDgMQBMy3PTAhvmwEiJV-T3mfqVFyzI'],
  [[1, 'a', true], 'uPalJgXYbjwDGYCecoUOgiBD6MYNygMMtU4QptUg8pQ'],
  [0.1, '5EBUi2LfA6q-tVyDAezu1YfTIzuJ_87vzl5RYcgWRQY'],
];

describe('the bytes of format 1', () => {
  it('are these, for ever', () => {
    expect(encode().bytes.toString()).toBe(PINNED);
    expect(createHash('sha256').update(Buffer.of(0)).update(encode().bytes).digest('hex')).toBe(PINNED_LEAF);
  });

  it('hold a null as null, and keep nothing beside it', () => {
    const { bytes, values } = encode({ actor: { ...content.actor, name: null as never } });
    expect(parseEntry(bytes).actor.name).toBeNull();
    expect(values.map((value) => value.pointer)).toEqual(['/data/reason']);
  });

  it('hold no personal value', () => {
    expect(encode().bytes.toString()).not.toMatch(/Anna|Nobody/);
  });

  it('tell every commitment by its pointer', () => {
    const { bytes, values } = encode();
    expect([...commitmentsOf(parseEntry(bytes)).keys()].sort()).toEqual(['/actor/name', '/data/reason']);
    expect(values).toContainEqual({ pointer: '/data/reason', salt: SALT, value: 'Nobody answers' });
  });

  it('are canonical JSON, whatever the data', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (data) => {
        const bytes = encodeEntry({ ...content, data }, () => false).bytes.toString();
        expect(canonicalJson(JSON.parse(bytes))).toBe(bytes);
      }),
    );
  });
});

describe('a commitment', () => {
  it('is SHA-256 over the length-prefixed parts', () => {
    const parts = [
      Buffer.from('amends/v1/value'),
      Buffer.from(ID),
      Buffer.from('/data/reason'),
      SALT,
      Buffer.from('"Nobody answers"'),
    ];
    const framed = parts.flatMap((part) => [Buffer.of(0, 0, 0, part.length), part]);
    const expected = createHash('sha256').update(Buffer.concat(framed)).digest('base64url');
    expect(commit(ID, '/data/reason', SALT, 'Nobody answers')).toBe(expected);
  });

  it.each(PINNED_COMMITMENTS)('to %j is %s', (value, expected) => {
    expect(commit(ID, '/data/reason', SALT, value)).toBe(expected);
  });

  it('is another for another entry, place, salt or value', () => {
    const all = [
      commit(ID, '/data/reason', SALT, 'a'),
      commit(COMPLAINT, '/data/reason', SALT, 'a'),
      commit(ID, '/data/note', SALT, 'a'),
      commit(ID, '/data/reason', Buffer.alloc(32), 'a'),
      commit(ID, '/data/reason', SALT, 'b'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('has a salt of its own for every value', () => {
    const { values } = encodeEntry(content, () => true);
    expect(new Set(values.map((value) => value.salt.toString('hex'))).size).toBe(3);
  });
});
