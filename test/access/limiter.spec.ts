import { describe, expect, it } from '@jest/globals';
import { counted, keyOf, tooMany } from '../../src/access/limits/limiter.js';

describe('an address as a limit counts it', () => {
  it('is itself in IPv4, however it is written', () => {
    expect(counted('203.0.113.7')).toBe('203.0.113.7');
    expect(counted('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('is its network of 64 bits in IPv6', () => {
    expect(counted('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2');
    expect(counted('2001:0db8:0001:0002:bbbb:cccc:dddd:eeee')).toBe('2001:db8:1:2');
    expect(counted('2001:db8::1')).toBe('2001:db8:0:0');
    expect(counted('::1')).toBe('0:0:0:0');
    expect(counted('fe80::1%eth0')).toBe('fe80:0:0:0');
  });
});

describe('a key of the table', () => {
  it('does not let parts run together', () => {
    expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'));
  });
});

describe('a refusal for too many calls', () => {
  it('says the policy and when to come back', () => {
    const refusal = tooMany({ name: 'public', points: 300, seconds: 600 }, 1_200);
    expect(refusal.status).toBe(429);
    expect(refusal.headers).toEqual({
      'Retry-After': '2',
      RateLimit: '"public";r=0;t=2',
      'RateLimit-Policy': '"public";q=300;w=600',
    });
  });
});
