import { createHash } from 'node:crypto';
import { describe, expect, it, test } from '@jest/globals';
import { html, prose } from '../../src/documentation/html.js';
import { PAGES } from '../../src/documentation/pages.js';
import { table } from '../../src/documentation/parts.js';
import { useTestApp } from '../support/app.js';

const app = useTestApp();
const read = (path: string) => app.anonymous.get<string>(path);
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => String(found));
const addressOf = (path: string) => (path === '' ? '/docs' : `/docs/${path}`);

describe('each page of the documentation', () => {
  it.each(PAGES.map(({ path, title, purpose }) => ({ address: addressOf(path), title, purpose })))(
    '$address says what it is for, and asks nothing of another host',
    async ({ address, title, purpose }) => {
      const { status, headers, body } = await read(address);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(body).toContain(html`<h1>${title}</h1>`.text);
      expect(body).toContain(html`<p class="purpose">${purpose}</p>`.text);
      expect(body).not.toMatch(/<script|\s(style|on\w+)="|src="(?!\/docs\/)|<(link|form)[^>]*"https?:/);
    },
  );

  it('has links that lead to a page, and to the place on it', async () => {
    const bodies = new Map<string, string>();
    for (const { path } of PAGES) bodies.set(addressOf(path), (await read(addressOf(path))).body);
    const lost: string[] = [];
    for (const [address, body] of bodies) {
      for (const link of new Set(all(body, /href="([/#][^"]*)"/g))) {
        const [page = '', anchor] = link.split('#');
        const target = bodies.get(page || address);
        if (anchor !== undefined && !target?.includes(` id="${anchor}"`)) lost.push(`${address} → ${link}`);
        if (target === undefined && (await read(page)).status !== 200) lost.push(`${address} → ${link}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('has no place of the same name twice', async () => {
    for (const { path } of PAGES) {
      const ids = all((await read(addressOf(path))).body, /\sid="([^"]+)"/g);
      expect([path, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([path, []]);
    }
  });
});

describe('the style sheet', () => {
  it('comes with each page, and no other is applied', async () => {
    const { body, headers } = await read('/docs');
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(body) ?? [];
    expect(style).toContain('@media print');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  });

  it('brings nothing from elsewhere', async () => {
    expect((await read('/docs')).body).not.toMatch(/@import|url\(|https?:/);
  });
});

it('there is no page of another name', async () => {
  for (const path of ['/docs/nothing', '/docs/reference/nothing', '/docs/problems/nothing']) {
    expect((await read(path)).status).toBe(404);
  }
});

test('what is put into a page is escaped', () => {
  expect(html`<p title="${'"<b>'}">${[html`<i></i>`]}</p>`.text).toBe(
    '<p title="&quot;&lt;b&gt;"><i></i></p>',
  );
  expect(prose('a `<b>` **c**\n\n- d\n- e').text).toBe(
    '<p>a <code>&lt;b&gt;</code> <strong>c</strong></p>\n<ul><li>d</li><li>e</li></ul>',
  );
});

test('a table has a caption, headings of columns and rows, and their names again where it is stacked', () => {
  const written = table({
    caption: 'A <b>',
    head: ['One', 'Two'],
    rows: [{ id: 'x', cells: ['1', '2'] }],
  }).text;
  expect(written).toMatch(/<caption>\s*A &lt;b&gt;\s*<\/caption>/);
  expect(all(written, /scope="(\w+)"/g)).toEqual(['col', 'col', 'row']);
  expect(written).toMatch(/<tr role="row" id="x">/);
  expect(all(written, /aria-hidden="true">([^<]*)</g)).toEqual(['Two']);
});
