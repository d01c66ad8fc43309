import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Small, startSmall } from '../small-application.js';

const DESK = 'https://desk.example';
let small: Small;
beforeAll(async () => {
  small = await startSmall({ CORS_ORIGINS: `${DESK}, https://other.example` });
});
afterAll(() => small.stop());

function preflight(origin: string, path = '/v1/notes'): Promise<Response> {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };
  return fetch(`http://127.0.0.1:${small.port}${path}`, { method: 'OPTIONS', headers });
}

test('a preflight of a listed origin is answered without a token', async () => {
  const response = await preflight(DESK);
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe(DESK);
  expect(response.headers.get('access-control-allow-methods')).toContain('PATCH');
  expect(response.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
  expect(response.headers.get('vary')).toBe('Origin');
  expect(response.headers.get('x-request-id')).not.toBeNull();
});

test('a preflight of any other origin is an OPTIONS like any', async () => {
  const response = await preflight('https://evil.example');
  expect(response.status).toBe(405);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('a listed origin may read the answer and its headers, an error too', async () => {
  const response = await small.call('/v1/nothing', { headers: { origin: DESK } });
  expect(response.headers.get('access-control-allow-origin')).toBe(DESK);
  expect(response.headers.get('access-control-expose-headers')).toBe(
    'ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed, X-Request-Id',
  );
  const other = await small.call('/v1/notes', { headers: { origin: 'null' } });
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
});

test('without listed origins nobody is told anything', async () => {
  const closed = await startSmall();
  const response = await closed.call('/v1/notes', { headers: { origin: DESK } });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  await closed.stop();
});
