import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  makeReplyAddress,
  readReplyAddress,
  REPLY_BASE_MAX,
  type ReplyKey,
} from '../../../../src/communications/mail-in/matching/reply-address.js';

const BASE = 'help@example.org';
const OLD: ReplyKey = { generation: 1, secret: Buffer.alloc(32, 1) };
const NEW: ReplyKey = { generation: 2, secret: Buffer.alloc(32, 2) };
const ID = '0199aa3e-7b1c-7cc2-8f00-5c1d2e3f4a5b';
const KEYS = [NEW, OLD];

describe('a reply address', () => {
  it('leads back to its complaint, under the old key and the new one', () => {
    const ids = fc.uuid({ version: [4, 7] });
    fc.assert(
      fc.property(ids, fc.constantFrom(...KEYS), (id, key) => {
        const address = makeReplyAddress(BASE, id, key);
        expect(address).toMatch(/^help\+[a-z2-7]{27}\.[a-z2-7]{16}@example\.org$/);
        expect(readReplyAddress(address, BASE, KEYS)).toBe(id);
        expect(readReplyAddress(address.toUpperCase(), BASE, KEYS)).toBe(id);
      }),
    );
  });

  it('with any sign changed, left out or put in leads nowhere', () => {
    const address = makeReplyAddress(BASE, ID, NEW);
    const changed = fc.tuple(fc.nat(address.length - 1), fc.constantFrom(...'abz27+.@-01é\0 '));
    fc.assert(
      fc.property(changed, ([at, sign]) => {
        const other = address.slice(0, at) + sign + address.slice(at + 1);
        const shorter = address.slice(0, at) + address.slice(at + 1);
        const longer = address.slice(0, at) + sign + address.slice(at);
        for (const forged of [other, shorter, longer]) {
          expect(readReplyAddress(forged, BASE, KEYS)).toBe(forged === address ? ID : null);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('has a writing of its own for each id, also in the spare bits of the last sign', () => {
    const address = makeReplyAddress(BASE, ID, NEW);
    const last = 'help+'.length + 26;
    const others = [...'abcdefghijklmnopqrstuvwxyz234567'].map(
      (sign) => address.slice(0, last) + sign + address.slice(last + 1),
    );
    expect(others.filter((other) => readReplyAddress(other, BASE, KEYS) !== null)).toEqual([address]);
  });

  it('of another key, of another house or with the generation of another key leads nowhere', () => {
    const address = makeReplyAddress(BASE, ID, NEW);
    expect(readReplyAddress(address, BASE, [OLD])).toBeNull();
    expect(readReplyAddress(address, BASE, [])).toBeNull();
    expect(readReplyAddress(address, 'help@example.com', KEYS)).toBeNull();
    expect(readReplyAddress(address, 'hilfe@example.org', KEYS)).toBeNull();
    expect(readReplyAddress(address, BASE, [{ generation: 2, secret: OLD.secret }])).toBeNull();
    expect(readReplyAddress(address.replace('+c', '+b'), BASE, KEYS)).toBeNull();
  });

  it.each(['', '@', BASE, 'help+@example.org', 'help+.@example.org', 'help+a.b@example.org', '+.@'])(
    'is not %p',
    (address) => {
      expect(readReplyAddress(address, BASE, KEYS)).toBeNull();
      expect(readReplyAddress(address, '', KEYS)).toBeNull();
    },
  );

  it('is never made or read with an empty or a short key', () => {
    const empty = { generation: 2, secret: Buffer.alloc(0) };
    expect(() => makeReplyAddress(BASE, ID, empty)).toThrow(RangeError);
    expect(readReplyAddress(makeReplyAddress(BASE, ID, NEW), BASE, [empty])).toBeNull();
  });

  it('has at most 64 signs before the @, or is not made', () => {
    const longest = 'a'.repeat(REPLY_BASE_MAX);
    const address = makeReplyAddress(`${longest}@example.org`, ID, NEW);
    expect(address.indexOf('@')).toBe(64);
    expect(readReplyAddress(address, `${longest}@example.org`, KEYS)).toBe(ID);
    for (const base of [`${longest}a@example.org`, '@example.org', 'a+b@example.org', '']) {
      expect(() => makeReplyAddress(base, ID, NEW)).toThrow(RangeError);
    }
  });
});
