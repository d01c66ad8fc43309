import { PROBLEMS, type ProblemCode } from '../../../kernel/refusal.js';
import { PROBLEM_MEANINGS } from '../../../platform/openapi/problems/problem-meanings.js';
import { html, prose, type SafeHtml } from '../../html.js';
import type { Page, Site } from '../../page.js';
import { json, table, terms } from '../../parts.js';
import { inputCodes } from './problem-inputs.js';
import { needs } from './problem-needs.js';
import { memberMeanings } from './problem-members.js';
import { operationLinks, operationsOf } from '../operations.js';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];

export const PROBLEMS_PAGE: Page = {
  path: 'problems',
  title: 'Problems',
  purpose:
    'Every way in which the API can say no, what it means, and what a caller does about it. Each error names the ' +
    'address of its page as its type.',
  chapter: 'interface',
  body: (site) =>
    html`<p>
        Every error has the same form, whatever is wrong: a status, a <code>code</code> that never changes its
        meaning, and words for people that may change. Programs go by the code.
      </p>
      <h2 id="all">All problems</h2>
      ${index(site)}
      <h2 id="order">In which order is checked</h2>
      <p>
        Where several things are wrong, the first of these is answered: who is calling (401), whether their
        role may (403), the size and kind of the body (413, 415), what it says (400), whether a version is
        named (428), whether the request was sent before (409, 422), whether there is such a thing (404),
        whether its version still is the one that was named (412), and last whether the case allows it (409).
      </p>
      <h2 id="form">The form of a problem</h2>
      ${terms(memberMeanings(site.document, 'not_found'))}`,
};

/** A page for each problem; `type` of an error is its address. */
export const PROBLEM_PAGES: readonly Page[] = CODES.map((code) => ({
  path: pathOf(code),
  title: PROBLEMS[code].title,
  purpose: `What a caller does who gets the status ${PROBLEMS[code].status} with the code ${code}.`,
  chapter: 'interface',
  body: (site) =>
    html`<h2 id="meaning">What it means</h2>
      ${prose(PROBLEM_MEANINGS[code])}${details(site, code)}${example(site, code)}
      <h2 id="members">What the answer holds</h2>
      ${terms(memberMeanings(site.document, code))}
      <h2 id="operations">Where it occurs</h2>
      ${occurrences(site, code)}`,
}));

function index(site: Site): SafeHtml {
  const byStatus = [...CODES].sort((a, b) => PROBLEMS[a].status - PROBLEMS[b].status);
  return table({
    caption: 'Every problem, by status',
    head: ['Code', 'Status', 'Title', 'Meaning'],
    rows: byStatus.map((code) => [
      html`<a href="${site.href(pathOf(code))}">${code}</a>`,
      String(PROBLEMS[code].status),
      PROBLEMS[code].title,
      prose(PROBLEM_MEANINGS[code]),
    ]),
  });
}

/** What `errors` and `unmet` can hold, on the pages of the two problems that have them. */
function details(site: Site, code: ProblemCode): SafeHtml {
  if (code === 'validation_failed') return inputCodes();
  return code === 'action_refused' ? needs(site) : html``;
}

function example(site: Site, code: ProblemCode): SafeHtml {
  const examples = operationsOf(site.document).flatMap(({ refusals }) =>
    refusals.flatMap((refusal) => (code in refusal.examples ? [refusal.examples[code]] : [])),
  );
  if (examples.length === 0) return html``;
  return html`<h2 id="example">An example</h2>
    ${json('Answer (application/problem+json)', examples[0])}`;
}

function occurrences(site: Site, code: ProblemCode): SafeHtml {
  const all = operationsOf(site.document);
  const some = all.filter(({ refusals }) => refusals.some(({ codes }) => codes.includes(code)));
  if (some.length === 0) return html`<p>Anywhere, before it is known which operation is meant.</p>`;
  if (some.length === all.length) return html`<p>Every operation can answer it.</p>`;
  return html`<p>${operationLinks(site, some)}</p>`;
}

function pathOf(code: ProblemCode): string {
  return `problems/${code.replaceAll('_', '-')}`;
}
