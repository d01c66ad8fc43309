import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Small, startSmall } from '../small-application.js';

let small: Small;
beforeAll(async () => {
  small = await startSmall();
});
afterAll(() => small.stop());

const SOME_ID = '0193b0a8-0000-7000-8000-000000000001';
const NOTE = { text: 'hello' };

describe('a content type', () => {
  test.each(['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON'])(
    '%s is JSON',
    async (type) => {
      expect((await small.post('/v1/notes', NOTE, { 'content-type': type })).status).toBe(201);
    },
  );

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/json; charset=utf-8; x=1',
    'application/json\t',
    'application/json ;charset=utf-8',
    'application/json, text/plain',
    'application/merge-patch+json',
    'nonsense',
    'a/b/c',
  ])('%s is not', async (type) => {
    const bytes = JSON.stringify(NOTE);
    const head = `POST /v1/notes HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer user\r\nConnection: close\r\n`;
    const inner = type.endsWith('\t') ? 'application/json\t; charset=utf-8' : type;
    const answer = await small.raw(
      `${head}Content-Type: ${inner}\r\nContent-Length: ${bytes.length}\r\n\r\n${bytes}`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 415 /);
    expect(answer).toMatch(/"code":"unsupported_media_type"/);
    expect(answer).toMatch(/^accept-post: application\/json/im);
  });

  test('of a merge patch is JSON for PATCH', async () => {
    const headers = { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' };
    const init = { method: 'PATCH', body: JSON.stringify(NOTE), headers };
    const response = await small.call(`/v1/notes/${SOME_ID}`, init);
    expect(await response.json()).toEqual({ id: SOME_ID, ifMatch: '"1"' });
  });

  test('that is missing is 415, and so is any encoding', async () => {
    expect((await small.post('/v1/notes', Buffer.from('{}'), { 'content-type': '' })).status).toBe(415);
    expect((await small.post('/v1/notes', NOTE, { 'content-encoding': 'gzip' })).status).toBe(415);
  });
});
