import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Check } from '../../../src/platform/http/fields/check.js';
import { Flag, OneOf, SomeOf, Whole } from '../../../src/platform/http/fields/choice.js';
import { Nested, NestedList } from '../../../src/platform/http/fields/nested.js';
import { Email, Id, Ids, Language, Text, Texts } from '../../../src/platform/http/fields/text.js';
import { Time } from '../../../src/platform/http/fields/time.js';
import { validateBody } from '../../../src/platform/http/validation.js';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

class Person {
  @Text('Their name.', { max: 5 }) name: string;
  @Email('Where to write.', { optional: true }) email?: string;
}

class Letter {
  @Text('The words.', { max: 10 }) words: string;
  @Nested('Who writes.', () => Person) from: Person;
  @NestedList('Who reads.', () => Person, { maxItems: 2, optional: true }) to?: Person[];
  @Texts('Words to find it by.', { maxItems: 3, max: 4, optional: true }) tags?: string[];
  @Ids('Those who may not see it.', { maxItems: 2, optional: true }) hiddenFrom?: string[];
  @Time('When it was written.', { when: 'past', optional: true }) writtenAt?: string;
  @Time('When the answer is due.', { when: 'future', optional: true }) dueAt?: string;
  @Text('Notes, or null.', { max: 10, nullable: true }) notes: string | null;
  @Language('The language.', { optional: true, nullable: false }) language = 'en';
}

@Check(({ from, to }: Range) => (to < from ? [{ at: '/to', code: 'min' }] : []))
class Range {
  @Whole('From.', { min: 1, max: 9 }) from: number;
  @Whole('To.', { min: 1, max: 9 }) to: number;
}

class Everything extends Letter {
  @OneOf('How.', ['letter', 'phone'], { optional: true }) how?: string;
  @SomeOf('Marks.', ['a', 'b'], { optional: true }) marks?: string[];
  @Flag('Whether.', { optional: true }) whether?: boolean;
  @Whole('How many.', { min: 1, max: 9, optional: true }) many?: number;
  @Id('Which.', { optional: true }) which?: string;
  @Nested('A letter inside.', () => Everything, { optional: true }) inside?: Everything;
}

const body = (dto: new () => object, value: unknown, merge = false) =>
  validateBody(dto, value, { now: NOW, merge });
const codes = (value: unknown, dto: new () => object = Letter) =>
  body(dto, value).errors.map(({ pointer, code }) => `${pointer} ${code}`);
const good = { words: 'Hello', from: { name: 'Marta' }, notes: null };

describe('a body', () => {
  test('becomes an instance of its class, nested objects too', () => {
    const { value, errors } = body(Letter, {
      ...good,
      to: [{ name: 'Ana' }],
      hiddenFrom: [ID.toUpperCase()],
    });
    expect(errors).toEqual([]);
    expect(value).toBeInstanceOf(Letter);
    expect(value).toEqual({ ...good, to: [{ name: 'Ana' }], hiddenFrom: [ID], language: 'en' });
    expect((value as Letter).to?.[0]).toBeInstanceOf(Person);
  });

  test.each([
    [undefined, [' required']],
    [null, [' is_object']],
    [[good], [' is_object']],
    ['text', [' is_object']],
    [{}, ['/words required', '/from required', '/notes required']],
    [{ ...good, words: null, from: null }, ['/words required', '/from required']],
    [{ ...good, words: ' \n\u200b' }, ['/words not_blank']],
    [{ ...good, words: 'more than ten' }, ['/words max_length']],
    [{ ...good, from: [{ name: 'Ana' }] }, ['/from is_object']],
    [{ ...good, from: {} }, ['/from/name required']],
    [{ ...good, from: { name: 'Ana', email: '\ud800@x.org' } }, ['/from/email bad_characters']],
    [{ ...good, to: { name: 'Ana' } }, ['/to is_array']],
    [{ ...good, to: [[{ name: 'Ana' }], null, { name: 7 }] }, ['/to max_items']],
    [{ ...good, to: [[{ name: 'Ana' }], null] }, ['/to/0 is_object', '/to/1 is_object']],
    [{ ...good, to: [{ name: 'Ana' }, { name: 7 }] }, ['/to/1/name is_string']],
    [{ ...good, tags: ['a', 5, ''] }, ['/tags/1 is_string', '/tags/2 not_blank']],
    [{ ...good, hiddenFrom: [ID, 'x'] }, ['/hiddenFrom/1 is_uuid']],
    [{ ...good, hiddenFrom: [ID, ID.toUpperCase()] }, ['/hiddenFrom/1 unique_items']],
    [{ ...good, writtenAt: '2026-11-20T09:00:00.001Z' }, ['/writtenAt max']],
    [{ ...good, dueAt: '2026-11-20T08:59:59.999Z' }, ['/dueAt min']],
    [{ ...good, writtenAt: '2026-11-20T09:00:00Z', dueAt: '2026-11-20T09:00:00Z' }, []],
    [{ ...good, language: null }, ['/language required']],
    [{ ...good, 'a/b~c': 1 }, ['/a~1b~0c unknown_property']],
    [{ ...good, from: { name: 'Ana', age: 1 } }, ['/from/age unknown_property']],
  ])('%j is answered with %j', (value, expected) => {
    expect(codes(value)).toEqual(expected);
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
    '%s is an unknown property',
    (name) => {
      const value = JSON.parse(
        `{"words":"Hello","from":{"name":"Ana"},"notes":null,"${name}":{"x":1}}`,
      ) as object;
      expect(codes(value)).toEqual([`/${name} unknown_property`]);
    },
  );

  test('reports everything at once', () => {
    const value = { words: 5, from: { name: '', email: 'x' }, extra: 1, writtenAt: '2027-01-01T00:00:00Z' };
    expect(codes(value).sort()).toEqual([
      '/extra unknown_property',
      '/from/email is_email',
      '/from/name not_blank',
      '/notes required',
      '/words is_string',
      '/writtenAt max',
    ]);
  });

  test('is asked as a whole once each field is right', () => {
    expect(codes({ from: 2, to: 0 }, Range)).toEqual(['/to min']);
    expect(codes({ from: 2 }, Range)).toEqual(['/to required']);
    expect(codes({ from: 1, to: 2 }, Range)).toEqual([]);
  });

  test('can stand below a pointer', () => {
    const { errors } = validateBody(Person, {}, { now: NOW, pointer: '/lines/3' });
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/lines/3/name']);
  });

  test('takes null as absent where a field is optional', () => {
    const { value, errors } = body(Letter, { ...good, tags: null, writtenAt: null });
    expect(errors).toEqual([]);
    expect(Object.keys(value).sort()).toEqual(['from', 'language', 'notes', 'words']);
  });

  test('keeps null in a merge patch, where it clears', () => {
    const { value, errors } = body(Letter, { ...good, tags: null, from: { name: 'Ana', email: null } }, true);
    expect(errors).toEqual([]);
    expect(value).toMatchObject({ tags: null, from: { email: null } });
    expect(value).not.toHaveProperty('writtenAt');
  });

  test('refuses null in a merge patch where a field cannot be cleared', () => {
    expect(body(Letter, { ...good, language: null, words: null }, true).errors).toHaveLength(2);
  });

  test('of a class that contains itself ends', () => {
    let value: Record<string, unknown> = { ...good };
    for (let depth = 0; depth < 5000; depth++) value = { ...good, inside: value };
    const deepest = '/inside'.repeat(32);
    expect(codes(value, Everything)).toEqual([`${deepest}/from max_depth`, `${deepest}/inside max_depth`]);
  });

  test('of 50,000 items costs one look', () => {
    const asked: string[] = [];
    const items = new Proxy([] as unknown[], {
      get: (_, key) => {
        asked.push(String(key));
        return key === 'length' ? 50_000 : undefined;
      },
    });
    expect(codes({ ...good, to: items, tags: items })).toEqual(['/to max_items', '/tags max_items']);
    expect(asked.length).toBeLessThan(30);
  });

  test('never throws, and every error points somewhere, for any JSON value', () => {
    const names = [
      'words',
      'from',
      'to',
      'tags',
      'hiddenFrom',
      'name',
      'email',
      'how',
      'marks',
      'many',
      'inside',
    ];
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(
          fc.jsonValue(),
          fc.string({ unit: 'binary' }),
          fc.constantFrom('\ud800', '\0', '__proto__', ID),
        ),
        fc.array(tie('tree')),
        fc.dictionary(fc.oneof(fc.constantFrom(...names, '__proto__'), fc.string()), tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.boolean(), (value, merge) => {
        const { errors } = body(Everything, value, merge);
        const places = errors.map(({ pointer }) => pointer);
        expect(places.every((pointer) => pointer === '' || pointer?.startsWith('/'))).toBe(true);
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 500 },
    );
  });
});
