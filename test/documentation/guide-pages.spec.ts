import { describe, expect, it } from '@jest/globals';
import { GUIDE_PAGES } from '../../src/documentation/guides/guide-pages.js';
import { PEOPLE_WORDS } from '../../src/documentation/guides/glossary/people.words.js';
import { PROMISE_WORDS } from '../../src/documentation/guides/glossary/promise.words.js';
import { TECHNICAL_WORDS } from '../../src/documentation/guides/glossary/technical.words.js';
import { TRADE_WORDS } from '../../src/documentation/guides/glossary/trade.words.js';
import { useTestApp } from '../support/app.js';

const app = useTestApp();

const PAGES = GUIDE_PAGES.map(({ path }) => path);

const known = new Map<string, Promise<string>>();

/** The text of a page, asked for once; it has to be there. */
function read(path: string): Promise<string> {
  const text = known.get(path) ?? fetched(path);
  known.set(path, text);
  return text;
}

async function fetched(path: string): Promise<string> {
  const { status, body } = await app.anonymous.get<string>(path);
  expect([path, status]).toEqual([path, 200]);
  return body;
}

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found]) => String(found));

describe('the guides', () => {
  it.each(PAGES)('%s has links that lead to a page, and to the place on it', async (path) => {
    const links = matches(await read(`/docs/${path}`), /href="([^"]+)"/g).filter(
      (link) => !link.includes('.'),
    );
    expect(links.length).toBeGreaterThan(8);
    for (const link of new Set(links)) {
      const [page = '', anchor] = link.split('#');
      const target = await read(page === '' ? `/docs/${path}` : page);
      if (anchor !== undefined) expect([link, target.includes(`id="${anchor}"`)]).toEqual([link, true]);
    }
  });

  it.each(PAGES)('%s has no anchor twice', async (path) => {
    const anchors = matches(await read(`/docs/${path}`), /\sid="([^"]+)"/g);
    expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
  });

  it.each(PAGES)('%s leaves no sign of how it is written', async (path) => {
    const text = (await read(`/docs/${path}`)).replace(/<pre>[^]*?<\/pre>/g, '');
    expect(matches(text, /(\*\*|`|\]\(|\[object|undefined)/g)).toEqual([]);
  });
});

describe('the glossary', () => {
  it('is in the order of the alphabet', () => {
    for (const words of [TRADE_WORDS, PEOPLE_WORDS, PROMISE_WORDS, TECHNICAL_WORDS]) {
      const names = Object.values(words).map(({ word }) => word.toLowerCase());
      expect(names).toEqual(names.toSorted());
    }
  });
});
