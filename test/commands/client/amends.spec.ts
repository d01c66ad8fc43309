import { expect, it } from '@jest/globals';
import { connect } from '../../../src/commands/client/amends.js';
import { answered, noAnswer, toldBy } from '../../../src/commands/client/refusals.js';
import { StartError } from '../../../src/platform/start-error.js';

const HERE = 'http://127.0.0.1:3000';
const PATH = { id: '0193b1a0-0000-7000-8000-000000000001' };

/** A client whose requests are kept, and answered so. */
function clientOf(response: () => Response, token?: string) {
  const asked: Request[] = [];
  const fetch = (request: Request) => {
    asked.push(request);
    return Promise.resolve(response());
  };
  return { asked, client: connect({ url: HERE, fetch, ...(token !== undefined && { token }) }) };
}

const json = (status: number, body: object) => () => new Response(JSON.stringify(body), { status });
const messageOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => {
      expect(error).toBeInstanceOf(StartError);
      return (error as StartError).message;
    },
  );

it('each POST has an idempotency key of its own, unless it is given one', async () => {
  const { client, asked } = clientOf(json(200, {}));
  const say = (header?: { 'Idempotency-Key': string }) =>
    client.POST('/v1/complaints/{id}/actions/resume', { params: { path: PATH, ...(header && { header }) } });
  await say();
  await say();
  await say({ 'Idempotency-Key': 'the-key-of-this-letter' });
  await client.GET('/v1/complaints/{id}', { params: { path: PATH } });
  const [first, second, third, read] = asked.map(({ headers }) => headers.get('Idempotency-Key'));
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).not.toBe(first);
  expect([third, read]).toEqual(['the-key-of-this-letter', null]);
});

it('a token goes along where there is one, and the path is filled in', async () => {
  const known = clientOf(json(200, {}), 'secret');
  const nobody = clientOf(json(200, {}));
  for (const { client } of [known, nobody]) {
    await client.GET('/v1/complaints/{id}/timeline', { params: { path: PATH, query: { limit: 5 } } });
  }
  const authorization = [known, nobody].map(({ asked }) => asked[0]?.headers.get('Authorization'));
  expect(authorization).toEqual(['Bearer secret', null]);
  expect(known.asked[0]?.url).toBe(`${HERE}/v1/complaints/${PATH.id}/timeline?limit=5`);
});

it('an answer that must be a success brings its body, or the words of the server', async () => {
  const read = (response: () => Response) =>
    answered(clientOf(response).client.GET('/v1/complaints/{id}', { params: { path: PATH } }));
  expect(await read(json(200, { id: PATH.id }))).toEqual({ id: PATH.id });
  const errors = [{ pointer: '/what', code: 'not_blank', detail: 'says nothing' }];
  const refusal = json(400, { code: 'validation_failed', detail: 'Two things are wrong.', errors });
  expect(await messageOf(read(refusal))).toMatch(/Two things are wrong\.\n {2}\/what says nothing$/);
  expect(await messageOf(read(() => new Response('<html>', { status: 502 })))).toContain('answered 502');
  expect(await messageOf(read(() => new Response('<html>')))).toContain('speaks no JSON');
  const empty = () => new Response(null, { status: 503, headers: { 'Content-Length': '0' } });
  expect(await messageOf(read(empty))).toContain('answered 503');
});

it('nobody at the other end is told by its cause', async () => {
  const client = connect({ url: 'http://127.0.0.1:9' });
  expect(await messageOf(answered(client.GET('/v1/me')))).toMatch(/^nobody answers \(.+\)\.$/);
  const refused = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
  expect(noAnswer(refused)).toEqual({ code: 'no_answer', detail: 'nobody answers (ECONNREFUSED).' });
});

it('a page that somebody else sent is known by its status', () => {
  const response = new Response(null, { status: 504 });
  expect(toldBy({ error: '<html>', response })).toMatchObject({ code: 'http_504' });
  expect(toldBy({ error: { code: 'unavailable', detail: 'Soon.' }, response }).code).toBe('unavailable');
});
