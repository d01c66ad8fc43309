import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Small, startSmall } from '../small-application.js';

let small: Small;
beforeAll(async () => {
  small = await startSmall();
});
afterAll(() => small.stop());

const RUNS = { numRuns: 150 };
const SOME_ID = '0193b0a8-0000-7000-8000-000000000001';

/** One request as bytes, and the status of its answer; 0 where the connection ended without one. */
async function statusOf(target: string, headers: string[], body: Buffer = Buffer.alloc(0)): Promise<number> {
  const lines = [
    ...headers,
    'Host: a',
    'Authorization: Bearer user',
    'Connection: close',
    `Content-Length: ${body.length}`,
  ];
  const head = Buffer.from(`${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  const [, status] = /^HTTP\/1.1 (\d{3}) /.exec(await small.raw(Buffer.concat([head, body]))) ?? [];
  return Number(status ?? 0);
}

const isAnswered = (status: number) => expect(status >= 200 && status < 500).toBe(true);

test('no JSON provokes a fault', async () => {
  const hostile = fc.json({ stringUnit: 'binary', maxDepth: 6 });
  await fc.assert(
    fc.asyncProperty(hostile, async (json) => isAnswered((await small.post('/v1/notes', json)).status)),
    RUNS,
  );
});

test('no bytes of a body provoke a fault', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
  const send = (body: Buffer) => statusOf('POST /v1/notes', ['Content-Type: application/json'], body);
  await fc.assert(
    fc.asyncProperty(bytes, async (body) => isAnswered(await send(body))),
    RUNS,
  );
});

const CHARACTERS = [
  ...Array.from('abc019-_.~%/?#[]@!$&\'()*+,;=:"<>\\^`{|}'),
  '%00',
  '%ff',
  '%2f',
  '%ed%a0%80',
  '__proto__',
  '..',
];
const url = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 40 }).map((parts) => parts.join(''));

test('no path provokes a fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      url,
      fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD'),
      async (path, method) => {
        isAnswered(await statusOf(`${method} /v1/notes/${path}`, []));
        isAnswered(await statusOf(`${method} /${path}`, []));
      },
    ),
    RUNS,
  );
});

test('no query provokes a fault', async () => {
  await fc.assert(
    fc.asyncProperty(url, async (query) => isAnswered(await statusOf(`GET /v1/notes?${query}`, []))),
    RUNS,
  );
});

const HEADERS = [
  'If-Match',
  'If-None-Match',
  'Idempotency-Key',
  'X-Request-Id',
  'Content-Type',
  'Content-Encoding',
  'Origin',
  'Accept',
  'Accept-Version',
  'X-Forwarded-For',
  'Expect',
  'Upgrade',
  'Range',
  'TE',
  'Transfer-Encoding',
  'Via',
  'Cookie',
];
const value = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});

test('no header provokes a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...HEADERS), value, async (name, text) => {
      const body = Buffer.from('{"text":"a"}');
      isAnswered(await statusOf(`POST /v1/notes/${SOME_ID}/actions/touch`, [`${name}: ${text}`], body));
      isAnswered(await statusOf(`GET /v1/notes/${SOME_ID}`, [`${name}: ${text}`]));
    }),
    RUNS,
  );
});
