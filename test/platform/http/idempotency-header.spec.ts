import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorsOf, type Small, startSmall } from './small-application.js';

let small: Small;
beforeAll(async () => {
  small = await startSmall();
});
afterAll(() => small.stop());

const SOME_ID = '0193b0a8-0000-7000-8000-000000000001';
const NOTE = { text: 'hello' };

describe('Idempotency-Key', () => {
  const KEY = '0123456789abcdef';
  const idempotencyOf = async (body: unknown, key: string, path = '/v1/notes') =>
    (
      (await (await small.post(path, body, { 'Idempotency-Key': key })).json()) as {
        call: { idempotency: { bodyDigest: string } };
      }
    ).call.idempotency;

  test('is the same with and without quotes, its digest the same for two spellings of a body', async () => {
    const bare = await idempotencyOf({ text: 'a', count: 1 }, KEY);
    expect(bare).toMatchObject({ key: KEY, route: 'POST /v1/notes', status: 201 });
    expect(await idempotencyOf('{ "count": 1.0, "text": "\\u0061" }', `"${KEY}"`)).toEqual(bare);
    expect((await idempotencyOf({ text: 'b', count: 1 }, KEY)).bodyDigest).not.toBe(bare.bodyDigest);
  });

  test('is told by method and path, however the path is spelt', async () => {
    const path = `/v1/notes/${SOME_ID.toUpperCase()}/act%69ons/touch`;
    const response = await small.call(path, { method: 'POST', headers: { 'Idempotency-Key': KEY } });
    expect(await response.json()).toMatchObject({
      idempotency: { route: `POST /v1/notes/${SOME_ID}/actions/touch` },
    });
  });

  test.each([
    ['too short', 'a'.repeat(15), 'min_length'],
    ['too long', 'a'.repeat(201), 'max_length'],
    ['with a space', 'a'.repeat(16) + ' b', 'pattern'],
    ['half in quotes', `"${'a'.repeat(16)}`, 'pattern'],
    ['sent twice', `${KEY}, ${KEY}`, 'pattern'],
    ['empty', '""', 'min_length'],
  ])('that is %s is 400', async (_, key, code) => {
    expect(await errorsOf(await small.post('/v1/notes', NOTE, { 'Idempotency-Key': key }))).toEqual([
      ['Idempotency-Key', code],
    ]);
  });

  test('is ignored on PATCH', async () => {
    const headers = { 'content-type': 'application/json', 'if-match': '*', 'Idempotency-Key': 'short' };
    const response = await small.call(`/v1/notes/${SOME_ID}`, {
      method: 'PATCH',
      body: JSON.stringify(NOTE),
      headers,
    });
    expect(response.status).toBe(200);
  });
});
