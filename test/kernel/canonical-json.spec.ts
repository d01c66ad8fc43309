import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, isCanonical } from '../../src/kernel/canonical-json.js';

/** RFC 8785, appendix B: the bits of a double, and the only text for it. */
const NUMBERS = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const;

const json = fc.jsonValue({ noUnicodeString: false });

describe('the canonical form of RFC 8785', () => {
  it.each(NUMBERS)('writes the double %s as %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  it('orders keys by their UTF-16 code units (3.2.3)', () => {
    const members = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const values = Object.values(JSON.parse(canonicalJson(members)) as Record<string, string>);
    expect(canonicalJson(members)).toMatch(/^\{"\\r":"Carriage Return","1":"One","\u0080":"Control"/);
    expect(values).toHaveLength(7);
    expect(canonicalJson(members).indexOf('Emoji')).toBeLessThan(canonicalJson(members).indexOf('Hebrew'));
  });

  it('writes the example of 3.2.2', () => {
    const example = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('is read back as the value', () => {
    fc.assert(fc.property(json, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(plain(value))));
  });

  it('is the same whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (members) => {
        const turned = Object.fromEntries(Object.entries(members).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(members));
      }),
    );
  });
});

describe('whether a text is canonical', () => {
  it('is so of what was written canonically, and of no other text of the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(isCanonical(text, JSON.parse(text))).toBe(true);
        expect(isCanonical(` ${text}`, JSON.parse(text))).toBe(false);
      }),
    );
  });

  it.each([
    ['keys in order', '{"a":1,"b":[{"c":"","d":null}]}', true],
    ['keys that look like numbers', '{"10":1,"9":2}', true],
    ['a backslash before ud', '"\\\\ud"', true],
    ['keys out of order', '{"b":1,"a":2}', false],
    ['keys out of order inside', '[{"b":1,"a":2}]', false],
    ['a key twice', '{"a":1,"a":1}', false],
    ['a number written otherwise', '1.0', false],
    ['a needless escape', '"\\u0041"', false],
    ['half of a surrogate pair', '"\\ud83d"', false],
  ])('%s', (_name, text, canonical) => {
    expect(isCanonical(text, JSON.parse(text))).toBe(canonical);
  });
});

describe('what has no canonical form', () => {
  it.each([
    ['NaN', NaN],
    ['infinity', Infinity],
    ['half of a surrogate pair', 'a\ud83d'],
    ['half of a surrogate pair as a key', { '\ude00': 1 }],
    ['undefined', undefined],
    ['undefined as a member', { a: undefined }],
    ['a Date', { at: new Date(0) }],
    ['a big integer', 1n],
    ['a function', () => 1],
  ])('is refused: %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

/** What JSON itself makes of a value: −0 is 0. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
