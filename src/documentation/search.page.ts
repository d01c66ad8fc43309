import { html } from './html.js';
import type { Page } from './page.js';
import { type Hit, MAX_HITS } from './search.js';

/** What a search found, as a page. */
export function searchPage(question: string, hits: readonly Hit[]): Page {
  const asked = question.trim() !== '';
  return {
    path: 'search',
    title: asked ? `Search: ${question.trim()}` : 'Search',
    purpose: asked ? said(hits.length) : 'Finds every word of these pages, whole or in part.',
    chapter: 'start',
    body: () =>
      html`<ol class="hits">
        ${hits.map(
          ({ href, title, excerpt }) =>
            html`<li>
              <a href="${href}">${title}</a>
              <p>${excerpt}</p>
            </li>`,
        )}
      </ol>`,
  };
}

function said(count: number): string {
  if (count === 0) return 'Nothing holds all of these words. Fewer words find more.';
  if (count === MAX_HITS) return `The best ${count} places that hold all of these words.`;
  return count === 1
    ? 'One place holds all of these words.'
    : `${count} places hold all of these words, the best first.`;
}
