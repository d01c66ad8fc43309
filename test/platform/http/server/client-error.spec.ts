import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { type Small, startSmall } from '../small-application.js';
import { NotesController } from '../small-controllers.js';

let small: Small;
beforeAll(async () => {
  small = await startSmall();
});
afterAll(() => small.stop());

const USER = 'Host: a\r\nAuthorization: Bearer user\r\n';
const POST_JSON = `POST /v1/notes HTTP/1.1\r\n${USER}Content-Type: application/json\r\n`;

test.each([
  ['nonsense', 'hello\r\n\r\n', 400],
  ['an unknown method', 'BREW /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['an unknown version', 'GET /v1/notes HTTP/9.9\r\nHost: a\r\n\r\n', 400],
  ['two lengths', `POST /v1/notes HTTP/1.1\r\n${USER}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
  [
    'a length and chunks',
    `POST /v1/notes HTTP/1.1\r\n${USER}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
    400,
  ],
  ['a bad chunk', `POST /v1/notes HTTP/1.1\r\n${USER}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 400],
  ['a header with a bare line feed', `GET /v1/notes HTTP/1.1\r\nHost: a\r\nX-A: b\rc\r\n\r\n`, 400],
  ['no Host', 'GET /v1/notes HTTP/1.1\r\nAuthorization: Bearer user\r\nConnection: close\r\n\r\n', 400],
  ['headers beyond 16 kB', `GET /v1/notes HTTP/1.1\r\n${USER}X-A: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['a URL beyond 16 kB', `GET /v1/notes?q=${'a'.repeat(20_000)} HTTP/1.1\r\n${USER}\r\n`, 431],
  [
    '101 headers',
    `GET /v1/notes HTTP/1.1\r\n${USER}${'X-A: b\r\n'.repeat(99)}Connection: close\r\n\r\n`,
    431,
  ],
  ['an asterisk', `OPTIONS * HTTP/1.1\r\n${USER}Connection: close\r\n\r\n`, 404],
  ['a path without a slash', `GET v1/notes HTTP/1.1\r\n${USER}Connection: close\r\n\r\n`, 400],
  ['a path of bytes that are not ASCII', Buffer.from(`GET /v1/\xff HTTP/1.1\r\n${USER}\r\n`, 'latin1'), 400],
])('%s is answered with a problem', async (_, bytes, status) => {
  const [head = '', body = ''] = (await small.raw(bytes)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/^content-type: application\/problem\+json/im);
  const problem = JSON.parse(body) as { status: number; requestId: string };
  expect(problem.status).toBe(status);
  expect(head.toLowerCase()).toContain(`x-request-id: ${problem.requestId}`);
});

test('an expectation that nobody knows is ignored', async () => {
  const answer = await small.raw(
    `GET /v1/notes HTTP/1.1\r\n${USER}Expect: a-miracle\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
});

test('413 reaches a client that is still sending, and the connection lives on', async () => {
  const size = 5_000_000;
  const part = Buffer.alloc(64_000, 0x20);
  const head = { authorization: 'Bearer user', 'content-type': 'application/json', 'content-length': size };
  const status = await new Promise<number>((resolve, reject) => {
    const sending = request({ port: small.port, method: 'POST', path: '/v1/notes', headers: head });
    sending.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sending.on('error', reject);
    let sent = 0;
    const send = () => {
      if (sent >= size) return sending.end();
      const next = part.subarray(0, Math.min(part.length, size - sent));
      sent += next.length;
      return sending.write(next, () => setTimeout(send, 2));
    };
    send();
  });
  expect(status).toBe(413);
});

test('413 is answered before the rest is there', async () => {
  const head = `${POST_JSON}Content-Length: 5000000\r\n\r\n`;
  expect(await small.raw(head)).toMatch(/^HTTP\/1.1 413 /);
});

test('after a 413 the connection serves the next request', async () => {
  const large = `${POST_JSON}Content-Length: 300000\r\n\r\n${' '.repeat(300_000)}`;
  const next = `GET /v1/notes HTTP/1.1\r\n${USER}Connection: close\r\n\r\n`;
  const answers = await small.raw(large + next);
  expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
});

test('half a body does nothing, though it be valid', async () => {
  const head = `${POST_JSON}Content-Length: 100\r\n\r\n`;
  expect(await small.raw(`${head}{"text":"half"}`)).toBe('');
  expect(small.application.get(NotesController).made).not.toContain('half');
});
