import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Api, expectStatus } from './support/api.js';
import { useTestApp } from './support/app.js';
import { type Operation, operations } from './support/operations.js';
import type { Problem } from './support/resources.js';
import { STRANGE } from './support/strange-values.js';

const app = useTestApp();

let all: Operation[];
let caller: (operation: Operation) => Api;

beforeAll(async () => {
  all = await operations(app.baseUrl);
  const { trackingToken } = await app.make.complaint();
  caller = ({ path }) => {
    if (path.startsWith('/v1/tracking')) return app.withToken(trackingToken);
    return path.startsWith('/v1/sessions') ? app.anonymous : app.as('ada');
  };
});

const NOBODY = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
const pathOf = ({ path }: Operation, id = NOBODY) => path.replace(/\{[^}]+\}/g, encodeURIComponent(id));

/** Also where another path stands for one with a name in it: what is asked for may be called as the id is. */
const takes = ({ path }: Operation, asked: string) =>
  new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(asked);

/** Not a success of ours and not a fault of ours: a problem that says what is wrong. */
function refused(what: string, { status, headers, body }: Answer, ...statuses: number[]): void {
  const problem = body as Problem;
  const type = headers.get('content-type') ?? '';
  expect([what, statuses.includes(status) ? 'as expected' : status]).toEqual([what, 'as expected']);
  expect([what, type]).toEqual([what, expect.stringMatching(/^application\/problem\+json/)]);
  expect([what, problem.status, problem.requestId]).toEqual([what, status, headers.get('x-request-id')]);
}

describe('a body', () => {
  it('with one strange property is 400, on every route that takes one', async () => {
    for (const operation of all.filter(({ body }) => body)) {
      for (const [name, schema] of Object.entries(operation.body?.properties ?? {})) {
        const asked = STRANGE.map(async ([kind, value, fits]) => {
          const what = `${operation.id} ${name}: ${kind}`;
          const answer = await send(operation, JSON.stringify({ ...operation.example, [name]: value }));
          if (fits?.(schema)) expect([what, answer.status < 500]).toEqual([what, true]);
          else refused(what, answer, 400);
        });
        await Promise.all(asked);
      }
    }
  }, 120_000);

  it('that is none, or has what does not belong there, is 400', async () => {
    const bodies: [string, string | Uint8Array, number[]][] = [
      ['null', 'null', [400]],
      ['a list', '[]', [400]],
      ['a text', '"text"', [400]],
      ['half of one', '{"a":', [400]],
      ['nothing at all', ' ', [400]],
      ['an unknown property', '{"nobodyKnows":1}', [400]],
      ['a prototype', '{"__proto__":{"isAdmin":true},"constructor":1,"hasOwnProperty":1}', [400]],
      ['a key with NUL', '{"a\\u0000":1}', [400]],
      ['a key with half a pair', '{"\\ud800":1}', [400]],
      ['no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), [400]],
      ['depth of 18 kB', '['.repeat(9000) + ']'.repeat(9000), [400]],
      ['depth in objects', '{"a":'.repeat(3000) + '1' + '}'.repeat(3000), [400]],
      ['many keys', `{${Array.from({ length: 5000 }, (_, n) => `"k${n}":1`).join()}}`, [400]],
      ['depth of 1 MB', '['.repeat(500_000) + ']'.repeat(500_000), [413]],
      ['101 kB', JSON.stringify({ description: 'x'.repeat(101_000) }), [413]],
    ];
    for (const operation of all.filter(({ body }) => body)) {
      for (const [kind, body, statuses] of bodies) {
        refused(`${operation.id}: ${kind}`, await send(operation, body), ...statuses);
      }
    }
  });

  it('of another type or coding is 415', async () => {
    const headers: Record<string, string>[] = [
      { 'Content-Type': 'text/plain' },
      { 'Content-Type': 'application/xml' },
      { 'Content-Type': 'application/json; charset=latin1' },
      { 'Content-Type': 'application/json; boundary=x' },
      { 'Content-Type': 'multipart/form-data; boundary=x' },
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      { 'Content-Type': 'application/json,application/json' },
      { 'Content-Type': 'nonsense' },
      { 'Content-Encoding': 'gzip' },
    ];
    for (const operation of all.filter(({ body }) => body)) {
      for (const header of headers) {
        const what = `${operation.id}: ${JSON.stringify(header)}`;
        refused(what, await send(operation, '{}', header), 415);
      }
    }
  });
});

describe('a path', () => {
  it.each([
    '1',
    'undefined',
    'a\u0000b',
    "1' OR '1'='1",
    '../users',
    `${NOBODY}0`,
    '%',
    'x'.repeat(300),
    NOBODY,
  ])('with the id %j is 404, like one that is not there', async (id) => {
    for (const operation of all.filter(({ path }) => path.includes('{'))) {
      const answer = await send(operation, bodyOf(operation), {}, pathOf(operation, id));
      // What a wrong body says comes before what an absent resource says.
      refused(`${operation.id} ${id}`, answer, 404, 400);
    }
  });

  it.each(['/v1/complaints/%', '/v1/complaints/%ff', '/v1/%00', '/v1/nothing', '/%E0%A4%A', '//', '/v1/'])(
    '%s is answered as a problem, with a token and without',
    async (path) => {
      for (const token of [null, 'nonsense']) {
        refused(path, await raw(path, token), 400, 401, 404);
      }
    },
  );

  it('is not known with another method', async () => {
    for (const path of new Set(all.map((operation) => pathOf(operation)))) {
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        if (all.some((operation) => operation.method === method && takes(operation, path))) continue;
        const answer = await app.as('ada').send({ method, path });
        refused(`${method} ${path}`, answer, 405);
        expect([path, answer.headers.get('allow')]).toEqual([
          path,
          expect.stringMatching(/^[A-Z]+(, ?[A-Z]+)*$/),
        ]);
      }
    }
  });
});

describe('a query', () => {
  it('with unknown, repeated or strange parameters is 400', async () => {
    for (const operation of all.filter(({ method }) => method === 'GET')) {
      const path = pathOf(operation);
      const ask = async (query: string) => {
        refused(`${path}?${query}`, await caller(operation).get(`${path}?${query}`), 400);
      };
      await ask('nobodyKnows=1');
      await ask('__proto__=1');
      await ask('constructor[prototype]=1');
      for (const { name, schema } of operation.query) {
        await ask(`${name}=1&${name}=1`);
        await ask(`${name}=%00`);
        await ask(`${name}=%ED%A0%80`);
        await ask(`${name}=%ff`);
        await ask(`${name}[]=1`);
        if (schema.minLength !== 0) await ask(`${name}=`);
      }
      for (const limit of ['0', '101', '-1', '1.5', '1e2', 'NaN', '0x10', '99999999999999999999']) {
        if (operation.query.some(({ name }) => name === 'limit')) await ask(`limit=${limit}`);
      }
    }
  });
});

it('after all this everybody is still served', async () => {
  expectStatus(200, await app.anonymous.get('/health/ready'));
  await app.make.complaint('closed');
});

/** Before the routing there is no operation whose contract could be kept. */
async function raw(path: string, token: string | null): Promise<Answer> {
  const headers = new Headers(token === null ? {} : { Authorization: `Bearer ${token}` });
  const response = await fetch(`${app.baseUrl}${path}`, { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function bodyOf(operation: Operation): string | undefined {
  return operation.body && JSON.stringify(operation.example);
}

function send(
  operation: Operation,
  body: string | Uint8Array | undefined,
  headers: Record<string, string> = {},
  path = pathOf(operation),
): Promise<Answer> {
  const { method } = operation;
  const match: Record<string, string> = method === 'PATCH' ? { 'If-Match': '"1"' } : {};
  return caller(operation).send({ method, path, body, headers: { ...match, ...headers } });
}
