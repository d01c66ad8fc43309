import { describe, expect, it, test } from '@jest/globals';
import { html, prose } from '../../src/documentation/html.js';
import { PROBLEMS } from '../../src/kernel/refusal.js';
import { useTestApp } from '../support/app.js';

const app = useTestApp();
const read = (path: string) => app.anonymous.get<string>(path);

describe('the documentation', () => {
  it('is pages without scripts or requests to elsewhere', async () => {
    const answer = await read('/docs/reference');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.body).toContain('<code>POST /v1/complaints</code>');
    expect(answer.body).not.toMatch(/<script|src=|https?:/);
  });

  it.each(Object.entries(PROBLEMS))('has a page for %s', async (code, { title }) => {
    const answer = await read(`/docs/problems/${code.replaceAll('_', '-')}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain(`<h1>${title}</h1>`);
  });

  it('has links that lead somewhere', async () => {
    const { body } = await read('/docs/problems');
    const links = new Set([...body.matchAll(/href="(\/[^"#]+)/g)].map(([, link]) => String(link)));
    expect(links.size).toBeGreaterThan(Object.keys(PROBLEMS).length);
    for (const link of links) expect((await read(link)).status).toBe(200);
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
