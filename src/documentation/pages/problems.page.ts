import { PROBLEMS, type ProblemCode } from '../../kernel/refusal.js';
import { PROBLEM_MEANINGS } from '../../platform/openapi/problem-meanings.js';
import { html, prose } from '../html.js';
import type { Page } from '../page.js';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];

export const PROBLEMS_PAGE: Page = {
  path: 'problems',
  title: 'Problems',
  purpose: 'Every way in which the API can say no, and what a caller does about it.',
  chapter: 'interface',
  body: (site) =>
    html`<ul>
      ${CODES.map((code) => html`<li><a href="${site.href(pathOf(code))}">${PROBLEMS[code].title}</a></li>`)}
    </ul>`,
};

/** A page for each problem; `type` of an error is its address. */
export const PROBLEM_PAGES: readonly Page[] = CODES.map((code) => ({
  path: pathOf(code),
  title: PROBLEMS[code].title,
  purpose: 'What a problem means, and what a caller does about it.',
  chapter: 'interface',
  body: () =>
    html`<p>Status ${String(PROBLEMS[code].status)}, code <code>${code}</code></p>
      ${prose(PROBLEM_MEANINGS[code])}`,
}));

function pathOf(code: ProblemCode): string {
  return `problems/${code.replaceAll('_', '-')}`;
}
