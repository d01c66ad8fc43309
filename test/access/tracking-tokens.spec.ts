import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Keys } from '../../src/platform/keys.js';
import { TrackingTokens } from '../../src/access/tracking-tokens.js';

const COMPLAINT = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
const house = () => new TrackingTokens(keysOf(randomBytes(32)));

describe('a tracking token', () => {
  const tokens = house();
  const token = tokens.issue(COMPLAINT, 7);

  it('says which complaint, and of which generation it is', () => {
    expect(tokens.read(token)).toEqual({ complaintId: COMPLAINT, generation: 7 });
  });

  it('is the same whenever it is shown', () => {
    expect(tokens.issue(COMPLAINT, 7)).toBe(token);
    expect(tokens.issue(COMPLAINT, 8)).not.toBe(token);
  });

  it('is worthless when any character of it is another', () => {
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(tokens.read(token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
    }
  });

  it.each(['', 'amt_', 'amt_ ', `amt_${'A'.repeat(48)}`, `amt_${'='.repeat(48)}`])('is not "%s"', (text) => {
    expect(tokens.read(text)).toBeNull();
  });

  it('has no second spelling', () => {
    expect(tokens.read(`${token}=`)).toBeNull();
    expect(tokens.read(`${token}\n`)).toBeNull();
    expect(tokens.read(token.toUpperCase())).toBeNull();
  });

  it('of another house is worthless here', () => {
    expect(house().read(token)).toBeNull();
  });
});

function keysOf(secret: Buffer): Keys {
  return { secret: () => secret } as unknown as Keys;
}
