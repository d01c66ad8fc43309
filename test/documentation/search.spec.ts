import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../support/app.js';

const app = useTestApp();
const search = (q: string) => app.anonymous.get<string>(`/docs/search?q=${encodeURIComponent(q)}`);

/** What was found: the addresses of the hits, in order, and what is marked in them. */
async function found(q: string) {
  const { status, body } = await search(q);
  expect(status).toBe(200);
  const hits = /<ol class="hits">([^]*?)<\/ol>/.exec(body)?.[1] ?? '';
  return {
    links: [...hits.matchAll(/href="([^"]+)"/g)].map(([, link]) => String(link)),
    marked: [...hits.matchAll(/<mark>([^<]+)<\/mark>/g)].map(([, word]) => String(word).toLowerCase()),
    body,
  };
}

describe('the search of the documentation', () => {
  it('finds the page that has the word in its title first', async () => {
    expect((await found('glossary')).links[0]).toBe('/docs/glossary');
    expect((await found('workflow')).links[0]).toMatch(/^\/docs\/(reference\/)?workflow$/);
  });

  it('leads to the place on the page, and marks the words', async () => {
    const { links, marked } = await found('acknowledgeComplaint');
    expect(links).toContain('/docs/reference/actions#acknowledgeComplaint');
    expect(new Set(marked)).toEqual(new Set(['acknowledgecomplaint']));
  });

  it('asks for every word, in capitals or not, with accents or without', async () => {
    const both = await found('ÍDEMPOTENCY retry');
    expect(both.links.length).toBeGreaterThan(0);
    expect(new Set(both.marked)).toEqual(new Set(['idempotency', 'retry']));
    expect((await found('idempotency nosuchwordanywhere')).links).toEqual([]);
  });

  it('finds each place once, though all chapters also stand on one page', async () => {
    const { links } = await found('complaint');
    expect(new Set(links).size).toBe(links.length);
    expect(links.some((link) => link.startsWith('/docs/reference/all'))).toBe(false);
    expect(links).toHaveLength(50);
  });

  it('shows the form again where nothing was asked', async () => {
    for (const path of ['/docs/search', '/docs/search?q=', '/docs/search?q=%20']) {
      const { status, body } = await app.anonymous.get<string>(path);
      expect(status).toBe(200);
      expect(body).toContain('<h1>Search</h1>');
    }
  });

  it('keeps what was asked, as text', async () => {
    const { body } = await found('"><script>alert(1)</script>');
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;');
    expect(body).not.toContain('<script');
  });

  it.each(['.*', '(((', '\\', '<mark>', '&amp;', '😀', 'İ ß', 'a '.repeat(100), '\u202e'])(
    'takes %j for words',
    async (words) => {
      expect((await search(words)).status).toBe(200);
    },
  );

  it.each(['q=%00', 'q=%ff', 'q=a&q=b', 'other=a', `q=${'a'.repeat(201)}`])(
    'refuses ?%s as a problem',
    async (query) => {
      const { status, headers } = await app.anonymous.get(`/docs/search?${query}`);
      expect(status).toBe(400);
      expect(headers.get('content-type')).toContain('application/problem+json');
    },
  );
});
