import { html, type SafeHtml } from '../../html.js';
import type { Page, Site } from '../../page.js';
import { terms } from '../../parts.js';
import { linked } from '../linked.js';
import type { List } from './list.js';
import { LISTS } from './lists.js';
import { PEOPLE_WORDS } from './people.words.js';
import { PROMISE_WORDS } from './promise.words.js';
import { TECHNICAL_WORDS } from './technical.words.js';
import { TRADE_WORDS } from './trade.words.js';
import type { Word } from './word.js';

export const GLOSSARY_PAGE: Page = {
  path: 'glossary',
  title: 'Glossary',
  purpose:
    'What each word means here. The same word is used for the same thing on these pages, in the API, in the ' +
    'log and in the program itself.',
  chapter: 'start',
  body: (site) =>
    html`<h2 id="trade">Words of the trade</h2>
      ${wordsOf(site, TRADE_WORDS)}
      <h2 id="people">Words for those who take part</h2>
      ${wordsOf(site, PEOPLE_WORDS)}
      <h2 id="promises">Words about promises and time</h2>
      ${wordsOf(site, PROMISE_WORDS)}
      <h2 id="technical">Words of the craft</h2>
      ${wordsOf(site, TECHNICAL_WORDS)} ${LISTS.map((list) => listOf(site, list))}`,
};

function wordsOf(site: Site, all: Readonly<Record<string, Word>>): SafeHtml {
  return terms(
    Object.entries(all).map(([id, { word, meaning }]) => ({
      id,
      term: word,
      meaning: linked(site, meaning),
    })),
  );
}

function listOf(site: Site, list: List): SafeHtml {
  return html`<h2 id="${list.id}">${list.heading}</h2>
    ${linked(site, list.intro)}
    ${terms(
      Object.entries(list.words).map(([word, meaning]) => ({
        id: anchorOf(list.prefix, word),
        term: html`<code>${word}</code>`,
        meaning: sentence(meaning),
      })),
    )}`;
}

/** `anchorOf('state', 'in_progress')` is `state-in-progress`. */
function anchorOf(prefix: string, word: string): string {
  return `${prefix}-${word.replaceAll('_', '-')}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
