import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fieldsOf, findings } from '../../../src/platform/http/fields/field.js';
import { Code, Language, Languages, Text } from '../../../src/platform/http/fields/text.js';
import * as rules from '../../../src/platform/http/fields/rules.js';
import { Duration, time } from '../../../src/platform/http/fields/time.js';

describe('text', () => {
  const rule = rules.text({ min: 2, max: 3 });

  test.each([
    ['abc', null],
    ['🎉🎉🎉', null],
    ['🎉🎉🎉🎉', 'max_length'],
    ['x'.repeat(100_000), 'max_length'],
    ['a', 'min_length'],
    ['', 'not_blank'],
    ['  ', 'not_blank'],
    ['\u00a0\u3000', 'not_blank'],
    ['\u200b\u2060\u3164', 'not_blank'],
    ['a\0', 'bad_characters'],
    ['a\ud800', 'bad_characters'],
    [12, 'is_string'],
    [['abc'], 'is_string'],
    [{}, 'is_string'],
  ])('%j: %s', (value, code) => {
    expect(rule(value)).toBe(code);
  });

  test('may be blank where that is said', () => {
    expect(rules.text({ max: 3, blank: true })('')).toBeNull();
  });
});

describe('an email address', () => {
  test.each(['marta@example.org', 'a.b+c@sub.example.co', 'jó@példa.hu', "o'neill@example.org"])(
    '%s',
    (value) => {
      expect(rules.email(value)).toBeNull();
    },
  );

  test.each([
    ['', 'is_email'],
    ['marta', 'is_email'],
    ['marta@', 'is_email'],
    ['a@b', 'is_email'],
    ['Marta <marta@example.org>', 'is_email'],
    ['a@x.org, b@x.org', 'is_email'],
    ['a@x.org\r\nBcc: b@x.org', 'is_email'],
    ['"a, b@x.org"@x.org', 'is_email'],
    [`${'a'.repeat(250)}@x.org`, 'max_length'],
    ['\ud83d@x.org', 'bad_characters'],
    [['a@x.org'], 'is_email'],
  ])('%j is not: %s', (value, code) => {
    expect(rules.email(value)).toBe(code);
  });
});

test.each([
  [1, null],
  [9, null],
  [5.0, null],
  [0, 'min'],
  [10, 'max'],
  [1e300, 'max'],
  [1.5, 'is_integer'],
  [Infinity, 'is_integer'],
  [NaN, 'is_integer'],
  ['5', 'is_integer'],
  [true, 'is_integer'],
  [[5], 'is_integer'],
])('a whole number from 1 to 9 is given as %j: %s', (value, code) => {
  expect(rules.whole(1, 9)(value)).toBe(code);
});

test.each([
  ['red', null],
  ['Red', 'is_enum'],
  ['constructor', 'is_enum'],
  ['', 'is_enum'],
  [['red'], 'is_enum'],
  [0, 'is_enum'],
])('one of red and blue is given as %j: %s', (value, code) => {
  expect(rules.oneOf(['red', 'blue'])(value)).toBe(code);
});

class Words {
  @Language('A language.') language: string;
  @Code('A code.', /^[A-Z]{3}$/, { max: 3 }) code: string;
  @Text('A text.', { max: 5, optional: true }) text?: string;
}

describe('a field', () => {
  const code = (name: string, value: unknown) => {
    const field = fieldsOf(Words).get(name);
    return field && findings(field, value)[0]?.code;
  };

  test.each(['en', 'hu-HU', 'zh-Hant-TW', 'sr-Latn', 'es-419', 'sl-rozaj'])(
    'takes the language %s',
    (value) => {
      expect(code('language', value)).toBeUndefined();
    },
  );

  test.each(['', 'e', 'english', 'en_US', 'en-', '12', 'en\n', 5])(
    'does not take the language %j',
    (value) => {
      expect(code('language', value)).toBe('is_language');
    },
  );

  test('has the form that is documented', () => {
    expect(code('code', 'EUR')).toBeUndefined();
    expect(code('code', 'eur')).toBe('pattern');
  });

  test('may be absent only where that is said', () => {
    expect(code('text', undefined)).toBeUndefined();
    expect(code('text', null)).toBeUndefined();
    expect(code('code', undefined)).toBe('required');
    expect(code('code', null)).toBe('required');
  });
});

test('no rule throws, whatever the value', () => {
  const all = [
    rules.text({ max: 5 }),
    rules.email,
    rules.id,
    rules.flag,
    rules.whole(0, 9),
    rules.oneOf(['a']),
    time,
  ];
  const more = [rules.anObject, rules.list({ maxItems: 3 }), rules.matching(/^a$/, 'pattern', 5)];
  const values = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.string({ unit: 'binary' }),
    fc.constant('\ud800@a.b'),
  );
  fc.assert(
    fc.property(values, (value) => {
      for (const rule of [...all, ...more]) rule(value);
    }),
  );
});

describe('a length of time', () => {
  class Window {
    @Duration('How long.') length: string;
  }
  const codeOf = (value: unknown) => {
    const [length] = fieldsOf(Window).values();
    return length ? (findings(length, value)[0]?.code ?? null) : 'no field';
  };

  test.each(['P14D', 'PT24H', 'P6M', 'P2W', 'P1Y2M4DT5H6M7S', 'P0D'])('%s', (value) => {
    expect(codeOf(value)).toBeNull();
  });

  test.each([
    'P',
    'PT',
    'P1DT',
    '14D',
    'P-1D',
    '-P1D',
    'P1.5D',
    'P1D\n',
    'P1W1D',
    'P1WT1H',
    'p1d',
    'P1H',
    'P1234567890D',
    14,
    null,
  ])('%j is not', (value) => {
    expect(codeOf(value)).toBe(value === null ? 'required' : 'pattern');
  });
});

test('languages are tags, none twice', () => {
  class Speaker {
    @Languages('Which.', { maxItems: 3 }) languages: string[];
  }
  const [languages] = fieldsOf(Speaker).values();
  const codesOf = (value: unknown) =>
    languages ? findings(languages, value).map(({ at, code }) => `${at} ${code}`) : ['no field'];
  expect(codesOf(['en', 'hu-HU', 'sr-Latn-RS'])).toEqual([]);
  expect(codesOf(['en', 'English', 'en'])).toEqual(['/1 is_language', '/2 unique_items']);
  expect(codesOf(['en', 'hu', 'de', 'fr'])).toEqual([' max_items']);
});
