import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiDocument } from '../../../src/platform/openapi/api-document.js';
import { createSmallApi, SURROUNDINGS } from './small-api.js';

let api: NestFastifyApplication;
beforeAll(async () => {
  api = await createSmallApi(false);
  api.get(ApiDocument).describes(api, SURROUNDINGS);
  await api.listen(0, '127.0.0.1');
});
afterAll(() => api.close());

it('the document is served as JSON', async () => {
  const answer = await fetch(`${await api.getUrl()}/openapi.json`);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await answer.json()).toMatchObject({
    openapi: '3.1.1',
    paths: { '/v1/beds/{id}': { get: {} } },
    webhooks: { 'bed.made_up': { post: { operationId: 'onBedMadeUp', security: [] } } },
  });
});
