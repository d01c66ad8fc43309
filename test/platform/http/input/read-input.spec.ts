import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { errorsOf, type Small, startSmall } from '../small-application.js';

let small: Small;
beforeAll(async () => {
  small = await startSmall();
});
afterAll(() => small.stop());

const SOME_ID = '0193b0a8-0000-7000-8000-000000000001';
const NOTE = { text: 'hello' };

test('what is wrong with body, query and header is said at once', async () => {
  const response = await small.post(
    '/v1/notes?a=1&a=2',
    { count: 0, more: 1 },
    { 'Idempotency-Key': 'short' },
  );
  const errors = await errorsOf(response);
  expect(errors).toEqual(
    expect.arrayContaining([
      ['/text', 'required'],
      ['/count', 'min'],
      ['/more', 'unknown_property'],
      ['a', 'unknown_parameter'],
      ['Idempotency-Key', 'min_length'],
    ]),
  );
  expect(errors).toHaveLength(5);
});

test('401 goes before 413 and 415, 403 too, and 415 before 400', async () => {
  const large = 'x'.repeat(200_000);
  const nobody = {
    method: 'POST',
    body: large,
    headers: { 'content-type': 'a/b/c', authorization: 'Bearer reader' },
  };
  expect((await small.call('/v1/notes', nobody)).status).toBe(403);
  const stranger = await fetch(`http://127.0.0.1:${small.port}/v1/notes`, { method: 'POST', body: large });
  expect(stranger.status).toBe(401);
  expect((await small.post('/v1/notes?a=1', 'x', { 'content-type': 'text/plain' })).status).toBe(415);
});

test('PATCH without If-Match is 428, but only when its body is valid', async () => {
  const path = `/v1/notes/${SOME_ID}`;
  const patch = (body: unknown) =>
    small.post(path, body).then(() =>
      small.call(path, {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    );
  expect((await patch(NOTE)).status).toBe(428);
  expect((await patch({})).status).toBe(400);
});
