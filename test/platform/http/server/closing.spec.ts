import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { Draining } from '../../../../src/platform/health/draining.js';
import { type Small, startSmall } from '../small-application.js';

let small: Small;
beforeEach(async () => {
  small = await startSmall();
});
afterEach(() => small.stop());

test('an answer that is under way is finished, and its connection then closed', async () => {
  const slow = small.call('/v1/failures/slow');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = small.application.close();
  const response = await slow;
  expect(response.status).toBe(200);
  expect(response.headers.get('connection')).toBe('close');
  await closed;
});

test('connections that are kept open without a request do not hold up the end', async () => {
  const agent = new Agent({ keepAlive: true });
  await new Promise((resolve) => {
    get({ port: small.port, path: '/v1/notes', agent }, (response) => response.resume().on('end', resolve));
  });
  const silent = connect(small.port, '127.0.0.1');
  silent.on('error', () => undefined);
  await new Promise((resolve) => silent.once('connect', resolve));
  const started = performance.now();
  await small.application.close();
  expect(performance.now() - started).toBeLessThan(2000);
  agent.destroy();
});

test('on the way out requests are still served', async () => {
  const draining = small.application.get(Draining);
  draining.onModuleDestroy();
  const response = await small.call('/v1/notes');
  expect(response.status).toBe(200);
  expect(response.headers.get('connection')).toBe('close');
});
