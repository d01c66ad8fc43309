import { expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { collectBody } from '../../../../src/platform/http/input/raw-body.js';

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

/** Node does not tell that a sender left who had the answer already. */
it('a body that is known to be too large leaves no timer behind, though its sender never ends it', async () => {
  const headers = { 'content-length': '5000000' };
  const stream = Object.assign(new PassThrough(), { headers }) as unknown as IncomingMessage;
  const before = timers();
  expect(await collectBody(stream)).toMatchObject({ tooLarge: true });
  expect(timers()).toBe(before);
});
