import { html, type SafeHtml } from '../../html.js';
import type { Page, Site } from '../../page.js';
import { table, terms } from '../../parts.js';
import { type Clause, FULFILMENTS } from './clause.js';
import { FRAMEWORK, IMPROVEMENT } from './improvement.js';
import { OTHER_RULES } from './other-rules.js';
import { PRINCIPLES } from './principles.js';
import { RECEIPT_TO_FINDINGS } from './receipt-to-findings.js';
import { RESPONSE_TO_CLOSING } from './response-to-closing.js';
import { linked } from '../linked.js';

/** The chapters of the map, each with its clauses, in the order of the norm. */
export const CLAUSE_CHAPTERS = [
  {
    id: 'operation',
    heading: 'ISO 10002, clause 7: operation',
    clauses: [...RECEIPT_TO_FINDINGS, ...RESPONSE_TO_CLOSING],
  },
  { id: 'principles', heading: 'ISO 10002, clause 4: principles', clauses: PRINCIPLES },
  { id: 'framework', heading: 'ISO 10002, clauses 5 and 6: framework and planning', clauses: FRAMEWORK },
  { id: 'improvement', heading: 'ISO 10002, clause 8: maintenance and improvement', clauses: IMPROVEMENT },
  { id: 'other-rules', heading: 'Rules of other bodies', clauses: OTHER_RULES },
] as const;

export const CLAUSES_PAGE: Page = {
  path: 'clauses',
  title: 'Clause map',
  purpose:
    'For auditors: what ISO 10002:2018, the guidelines for complaints handling, asks for, which part of the ' +
    'program answers to it, which test shows it, and what the program does not do.',
  chapter: 'evidence',
  body: (site) =>
    html`${linked(
        site,
        'What a clause asks is told in words of our own; the norm itself is the authority. ISO 10002 gives ' +
          'guidance, and a program alone does not fulfil it: what people do has to come to it. The files of the ' +
          'tests are in the source of the program; `npm test` runs them all.',
      )}
      <h2 id="fulfilments">How far the program goes</h2>
      ${terms(Object.entries(FULFILMENTS).map(([name, meaning]) => ({ term: wordsOf(name), meaning })))}
      ${table({
        caption: 'All clauses at a glance',
        head: ['Clause', 'Title', 'The program'],
        rows: CLAUSE_CHAPTERS.flatMap(({ clauses }) =>
          clauses.map((clause) => [
            clause.number,
            html`<a href="#${anchorOf(clause)}">${clause.title}</a>`,
            wordsOf(clause.fulfilment),
          ]),
        ),
      })}
      ${CLAUSE_CHAPTERS.map(
        ({ id, heading, clauses }) =>
          html`<h2 id="${id}">${heading}</h2>
            ${clauses.map((clause) => section(site, clause))}`,
      )}`,
};

function section(site: Site, clause: Clause): SafeHtml {
  const { number, title, asks, fulfilment, how, missing, states, actions, promises, entries, tests } = clause;
  const rows: [string, SafeHtml | undefined][] = [
    ['Asks', html`${asks}`],
    ['The program', html`${wordsOf(fulfilment)}`],
    ['How', how === undefined ? undefined : linked(site, how)],
    ['Not done', missing === undefined ? undefined : linked(site, missing)],
    ['States', codes(states, (state) => site.href('workflow', state))],
    ['Actions', codes(actions, (action) => site.href('workflow', action))],
    ['Promises', codes(promises, (kind) => site.href('promises', kind))],
    ['Entries', codes(entries, (type) => site.href('entries', type))],
    ['Tests', codes(tests)],
  ];
  return html`<h3 id="${anchorOf(clause)}">${number} ${title}</h3>
    ${terms(rows.flatMap(([term, meaning]) => (meaning === undefined ? [] : [{ term, meaning }])))}`;
}

/** `clause-7-4-acknowledgement`: the number alone is not one of its kind. */
function anchorOf({ number, title }: Clause): string {
  return `clause-${`${number} ${title}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function wordsOf(name: string): string {
  return name.replaceAll('_', ' ');
}

function codes<T extends string>(
  names: readonly T[] | undefined,
  hrefOf?: (name: T) => string,
): SafeHtml | undefined {
  if (names === undefined) return undefined;
  const written = names.map((name) =>
    hrefOf ? html`<a href="${hrefOf(name)}"><code>${name}</code></a>` : html`<code>${name}</code>`,
  );
  return html`${written.map((one, index) => html`${index === 0 ? '' : ', '}${one}`)}`;
}
