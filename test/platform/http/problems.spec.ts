import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemIn, type Small, startSmall } from './small-application.js';

let small: Small;
beforeAll(async () => {
  small = await startSmall({ PUBLIC_URL: 'https://amends.example' });
});
afterAll(() => small.stop());

const SOME_ID = '0193b0a8-0000-7000-8000-000000000001';

test('a refusal is a problem with its page, its code and the request id of the header', async () => {
  const response = await small.call(`/v1/notes/0193b0a8-0000-7000-8000-000000000000`);
  expect(response.status).toBe(404);
  expect(await problemIn(response)).toEqual({
    type: 'https://amends.example/docs/problems/not-found',
    title: 'Not found',
    status: 404,
    detail: 'There is nothing here, or nothing that you may see.',
    code: 'not_found',
    requestId: response.headers.get('x-request-id'),
  });
});

test.each([
  ['an id that is none', '/v1/notes/nonsense'],
  ['a very long id', `/v1/notes/${'a'.repeat(5000)}`],
  ['an unknown path', '/v1/nothing?secret=1'],
  ['a path below a known one', `/v1/notes/${SOME_ID}/nothing`],
  ['the root', '/'],
  ['a trailing slash', '/v1/notes/'],
  ['a trailing slash behind an id', `/v1/notes/${SOME_ID}/`],
  ['a double slash in front', `//v1/notes`],
  ['a double slash inside', `/v1//notes`],
  ['an empty id', '/v1/notes//actions/touch'],
  ['another case', '/V1/notes'],
  ['an encoded slash', '/v1/notes%2f1'],
  ['dots', '/v1/notes/..%2f..%2fetc'],
])('%s is not found, and is not repeated', async (_, path) => {
  const response = await small.call(path);
  expect(response.status).toBe(404);
  expect(JSON.stringify(await problemIn(response))).not.toMatch(/secret|nonsense|nothing\?/);
});

test.each(['PUT', 'POST', 'OPTIONS', 'TRACE'])(
  '%s on a path that others know is 405 with Allow',
  async (method) => {
    const [head = '', body = ''] = (
      await small.raw(`${method} /v1/notes/${SOME_ID} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    ).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 405 /);
    expect(head).toMatch(/^allow: GET, HEAD, PATCH, DELETE$/im);
    expect(JSON.parse(body)).toMatchObject({ code: 'method_not_allowed' });
  },
);

test('an unknown path is 404 without a token too, and for any method', async () => {
  const response = await small.call('/v1/nothing', {
    method: 'PUT',
    body: 'x',
    headers: { authorization: '' },
  });
  expect(response.status).toBe(404);
});

test('HEAD answers as GET does, without a body', async () => {
  const response = await small.call(`/v1/notes/${SOME_ID}`, { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).toBe('"3"');
  expect(await response.text()).toBe('');
});

test('a path that cannot be decoded is 400', async () => {
  const response = await small.call('/v1/notes/%zz?token=1');
  expect(response.status).toBe(400);
  expect(await problemIn(response)).toMatchObject({ code: 'bad_request' });
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('an error of our own says nothing about us', async () => {
  const response = await small.call('/v1/failures/bug');
  expect(response.status).toBe(500);
  expect(JSON.stringify(await problemIn(response))).not.toMatch(/SELECT|secret|srv|stack|Error:/);
});

test('a busy database is 503 and says when to try again', async () => {
  const response = await small.call('/v1/failures/busy');
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(await problemIn(response)).toMatchObject({ code: 'unavailable' });
});

test('the headers of a refusal reach the caller', async () => {
  const response = await small.call('/v1/failures/limited');
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('17');
});

test('401 names the scheme', async () => {
  const response = await fetch(`http://127.0.0.1:${small.port}/v1/notes`);
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  await problemIn(response);
});
