import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PROBLEMS } from '../../../src/kernel/refusal.js';
import { ApiDocument } from '../../../src/platform/openapi/api-document.js';
import { html, prose } from '../../../src/platform/openapi/html.js';
import { createSmallApi, SURROUNDINGS } from './small-api.js';

let api: NestFastifyApplication;
let origin: string;
beforeAll(async () => {
  api = await createSmallApi(false);
  api.get(ApiDocument).describes(api, SURROUNDINGS);
  await api.listen(0, '127.0.0.1');
  origin = await api.getUrl();
});
afterAll(() => api.close());

const get = (path: string) => fetch(origin + path);

describe('the documentation', () => {
  test('serves the document as JSON', async () => {
    const answer = await get('/openapi.json');
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.json()).toMatchObject({ openapi: '3.1.1', paths: { '/v1/beds/{id}': { get: {} } } });
  });

  test('is a page with every operation, without scripts or requests to elsewhere', async () => {
    const answer = await get('/docs');
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('<code>PATCH /v1/beds/{id}</code> Change a bed');
    expect(page).not.toMatch(/<script|src=|https?:/);
  });

  test.each(Object.entries(PROBLEMS))('has a page for %s', async (code, { title }) => {
    const answer = await get(`/docs/problems/${code.replaceAll('_', '-')}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`<h1>${title}</h1>`);
  });

  test('has links that lead somewhere', async () => {
    const page = await (await get('/docs')).text();
    const links = [...page.matchAll(/href="(docs\/[^"]+)"/g)].map(([, link]) => `/${String(link)}`);
    expect(links).toHaveLength(Object.keys(PROBLEMS).length);
    for (const link of links) expect((await get(link)).status).toBe(200);
  });
});

test('what is put into a page is escaped', () => {
  expect(html`<p title="${'"<b>'}">${[html`<i></i>`]}</p>`.text).toBe(
    '<p title="&quot;&lt;b&gt;"><i></i></p>',
  );
  expect(prose('a `<b>` **c**\n\n- d\n- e').text).toBe(
    '<p>a <code>&lt;b&gt;</code> <strong>c</strong></p>\n<ul><li>d</li><li>e</li></ul>',
  );
});
