import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorsOf, type Small, startSmall } from '../small-application.js';

let small: Small;
beforeAll(async () => {
  small = await startSmall();
});
afterAll(() => small.stop());

const SOME_ID = '0193b0a8-0000-7000-8000-000000000001';
const NOTE = { text: 'hello' };

describe('a body', () => {
  test('that is fine reaches the handler, as an instance', async () => {
    const response = await small.post('/v1/notes', NOTE);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      text: 'hello',
      call: { requestId: response.headers.get('x-request-id') },
    });
  });

  test.each([
    ['that is missing', '', [['', 'required']]],
    ['that is no JSON', '{"text":', [['', 'is_json']]],
    ['with a trailing comma', '{"text":"a",}', [['', 'is_json']]],
    ['that is no object', '[]', [['', 'is_object']]],
    ['that is null', 'null', [['', 'is_object']]],
    ['that is not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), [['', 'is_utf8']]],
    ['with an overlong form of a slash', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), [['', 'is_utf8']]],
    ['with NUL in a value', '{"text":"a\\u0000b"}', [['/text', 'bad_characters']]],
    ['with half of a pair in a value', '{"text":"a\\ud800"}', [['/text', 'bad_characters']]],
    ['with a number beyond all', '{"text":"a","count":1e999}', [['/count', 'max']]],
    ['with __proto__', '{"text":"a","__proto__":{}}', [['/__proto__', 'unknown_property']]],
    ['with constructor', '{"text":"a","constructor":1}', [['/constructor', 'unknown_property']]],
  ])('%s is 400', async (_, body, errors) => {
    expect(await errorsOf(await small.post('/v1/notes', body))).toEqual(errors);
  });

  test('with half of a pair in a key is answered in text that can be read', async () => {
    const response = await small.post('/v1/notes', '{"text":"a","b\\udc00":1}');
    expect(await errorsOf(response)).toEqual([['/b\uFFFD', 'bad_characters']]);
  });

  test.each([
    ['objects, 18 kB', '{"a":'.repeat(3000) + '1' + '}'.repeat(3000)],
    ['lists, 98 kB', '['.repeat(49_000) + ']'.repeat(49_000)],
  ])('of deeply nested %s is 400', async (_, body) => {
    const errors = (await errorsOf(await small.post('/v1/notes', body))) as string[][];
    expect(errors.map(([, code]) => code)).toEqual(['max_depth']);
  });

  test('of 1 MB of nesting is 413', async () => {
    expect((await small.post('/v1/notes', '['.repeat(1_000_000))).status).toBe(413);
  });

  test('with depth 32 is not too deep', async () => {
    const body = `{"text":${'['.repeat(31)}${']'.repeat(31)}}`;
    expect(await errorsOf(await small.post('/v1/notes', body))).toEqual([['/text', 'is_string']]);
  });

  test('with more than 1,000 keys is 400', async () => {
    const body = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`k${index}`, 1]));
    expect(await errorsOf(await small.post('/v1/notes', body))).toEqual([['', 'max_keys']]);
  });

  test('of exactly 100,000 bytes is read, and of one more is 413', async () => {
    const body = (length: number) => `{"text":"${'a'.repeat(length - 11)}"}`;
    expect(await errorsOf(await small.post('/v1/notes', body(100_000)))).toEqual([['/text', 'max_length']]);
    const response = await small.post('/v1/notes', body(100_001));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'too_large' });
  });

  test('may be absent where all of it is optional', async () => {
    const response = await small.call(`/v1/notes/${SOME_ID}/actions/touch`, { method: 'POST' });
    expect(response.status).toBe(200);
  });
});
