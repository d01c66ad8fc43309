import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Small, startSmall } from './small-application.js';

let small: Small;
beforeAll(async () => {
  small = await startSmall();
});
afterAll(() => small.stop());

const PATH = '/v1/notes/0193b0a8-0000-7000-8000-000000000001';

test('a version becomes the ETag, and the answer may be kept by its reader', async () => {
  const response = await small.call(PATH);
  expect(response.headers.get('etag')).toBe('"3"');
  expect(response.headers.get('cache-control')).toBe('private, no-cache');
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
});

test.each(['"3"', 'W/"3"', '"1", "3"', '*'])('If-None-Match %s is 304 without a body', async (header) => {
  const response = await small.call(PATH, { headers: { 'if-none-match': header } });
  expect(response.status).toBe(304);
  expect(response.headers.get('etag')).toBe('"3"');
  expect(await response.text()).toBe('');
});

test.each(['"2"', '3', '"3', ''])('If-None-Match %s is answered whole', async (header) => {
  expect((await small.call(PATH, { headers: { 'if-none-match': header } })).status).toBe(200);
});

test('a new resource has its Location, a replay says so', async () => {
  const first = await small.post('/v1/notes', { text: 'once' });
  expect(first.headers.get('location')).toBe('/v1/notes/1');
  expect(first.headers.get('idempotent-replayed')).toBeNull();
  const again = await small.post('/v1/notes', { text: 'again' });
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.headers.get('etag')).toBe('"1"');
});

test('a page links the next one, with the same filter', async () => {
  const response = await small.call('/v1/notes?q=a%26b&limit=5');
  const link = response.headers.get('link') ?? '';
  expect(link).toBe('</v1/notes?q=a%26b&limit=5&cursor=next%2Bone>; rel="next"');
  const next = await small.call(link.slice(1, link.indexOf('>')));
  expect(await next.json()).toEqual({ items: ['a&b'], nextCursor: null });
  expect(next.headers.get('link')).toBeNull();
});

test('204 has no body and no content type', async () => {
  const response = await small.call(PATH, { method: 'DELETE' });
  expect(response.status).toBe(204);
  expect(response.headers.get('content-type')).toBeNull();
});

test('a well-formed request id comes back, any other is replaced', async () => {
  const idFor = async (id: string) =>
    (await small.call(PATH, { headers: { 'x-request-id': id } })).headers.get('x-request-id');
  expect(await idFor('my-request_01')).toBe('my-request_01');
  expect(await idFor('short')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await idFor('with space and more')).toMatch(/^[0-9a-f-]{36}$/);
});

test('every answer carries the security headers', async () => {
  const { headers } = await small.call('/v1/nothing');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-powered-by')).toBeNull();
});
