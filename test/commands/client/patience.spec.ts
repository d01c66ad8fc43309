import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Patience } from '../../../src/commands/client/patience.js';
import { Session } from '../../../src/commands/client/session.js';
import { StartError } from '../../../src/platform/start-error.js';

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let url: string;
let replies: Reply[];
let asked: (string | undefined)[];
let signIns: number;

beforeEach(async () => {
  [replies, asked, signIns] = [[], [], 0];
  server = createServer((request, response) => {
    if (request.url === '/v1/sessions') {
      signIns += 1;
      response.writeHead(201).end(JSON.stringify({ accessToken: `token-${signIns}` }));
      return;
    }
    asked.push(request.headers.authorization);
    replies.shift()?.(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const says =
  (status: number, headers: Record<string, string> = {}, body: object = {}): Reply =>
  (_, response) =>
    response.writeHead(status, headers).end(JSON.stringify(body));
const hangsUp: Reply = (request) => request.socket.destroy();
const ask = async () => {
  const patience = new Patience(new Session(url, { email: 'a@b.example', password: 'x' }));
  const request = new Request(`${url}/v1/complaints`, { method: 'POST', body: '{"said":"once"}' });
  const { status } = await patience.fetch(request);
  return { status, uncertain: patience.uncertain };
};

it('a lost connection and a busy server are waited through', async () => {
  replies = [hangsUp, says(503, { 'Retry-After': '0' }), says(429, { 'Retry-After': '0' }), says(201)];
  expect(await ask()).toMatchObject({ status: 201, uncertain: true });
});

it('each try says the whole request', async () => {
  const bodies: string[] = [];
  const listens: Reply = (request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      says(bodies.length < 3 ? 429 : 201, { 'Retry-After': '0' })(request, response);
    });
  };
  replies = [listens, listens, listens];
  expect(await ask()).toEqual({ status: 201, uncertain: false });
  expect(bodies).toEqual(Array.from({ length: 3 }, () => '{"said":"once"}'));
});

it('an answer that breaks off, and a page where JSON belongs, are none', async () => {
  const breaksOff: Reply = (_, response) => {
    response.writeHead(201, { 'Content-Length': '100' }).write('{', () => response.destroy());
  };
  const page: Reply = (_, response) => response.writeHead(200).end('<html>Sign in to the network</html>');
  replies = [breaksOff, page, says(201)];
  expect(await ask()).toEqual({ status: 201, uncertain: true });
});

it('a request that still runs is asked for again', async () => {
  replies = [says(409, {}, { code: 'idempotency_in_progress', detail: '' }), says(201)];
  expect(await ask()).toMatchObject({ status: 201, uncertain: true });
});

it('a token that ran out is renewed, and nothing was done meanwhile', async () => {
  replies = [says(401), says(201)];
  expect(await ask()).toMatchObject({ status: 201, uncertain: false });
  expect(asked).toEqual(['Bearer token-1', 'Bearer token-2']);
});

it('a refusal is an answer', async () => {
  replies = [says(400, {}, { code: 'validation_failed', detail: '' })];
  expect(await ask()).toMatchObject({ status: 400, uncertain: false });
});

it('who may not do this at all is told at once', async () => {
  replies = [says(403, {}, { code: 'forbidden', detail: 'Agents only.' })];
  await expect(ask()).rejects.toThrow(new StartError('This user may not do this: Agents only.'));
});

it('a server that stays busy is given up', async () => {
  replies = Array.from({ length: 9 }, () => says(503, { 'Retry-After': '0' }));
  await expect(ask()).rejects.toThrow(/was asked 9 times in vain/);
});

it('several who notice at once that a token ran out sign in once', async () => {
  const session = new Session(url, { email: 'a@b.example', password: 'x' });
  const token = await session.token();
  await Promise.all([session.renew(token), session.renew(token)]);
  expect(signIns).toBe(2);
});
