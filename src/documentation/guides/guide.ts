import { html, type SafeHtml } from '../html.js';
import type { Chapter, Page, Site } from '../page.js';
import { code, note, terms } from '../parts.js';
import { linked } from './linked.js';
import { answerOf, curlOf, type Exchange, type Given, GIVEN } from './exchange.js';

/** A page that explains, step by step, with requests that can be copied and answers that a test has seen. */
export interface Guide {
  path: string;
  title: string;
  purpose: string;
  chapter: Chapter;
  /** The variables that a reader sets before beginning, beside `URL`. */
  given: readonly Given[];
  steps: readonly Step[];
}

export interface Step {
  /** The anchor. */
  id: string;
  heading: string;
  /** Markdown of `prose`, with links: `[owner](glossary#owner)`. */
  text: string;
  /** A command that is no request, as a reader types it. */
  command?: { label: string; text: string };
  exchanges?: readonly Exchange[];
  /** What stands below the exchanges. */
  after?: string;
}

export function guidePage({ steps, given, ...page }: Guide): Page {
  const asks = steps.some(({ exchanges }) => exchanges !== undefined);
  return {
    ...page,
    body: (site) =>
      html`${asks ? beforeYouBegin(site, given) : ''}${steps.map((step) => section(site, step))}`,
  };
}

function beforeYouBegin(site: Site, given: readonly Given[]): SafeHtml {
  const names: Given[] = ['URL', ...given];
  return html`<h2 id="before-you-begin">Before you begin</h2>
    ${linked(
      site,
      'The examples are for a [shell](glossary#shell) with `curl` and can be copied as they stand. They use ' +
        'these variables; `STAFF=…` sets one:',
    )}
    ${terms(names.map((name) => ({ term: html`<code>${name}</code>`, meaning: linked(site, GIVEN[name]) })))}
    ${note(
      linked(
        site,
        'Where an answer shows a name such as `$COMPLAINT`, put what you got there into a variable of that ' +
          'name: `COMPLAINT=…`, quotes included: `ETAG=\'"1"\'`. Answers are shortened: `…` ' +
          'stands for text or items left out, and an object may ' +
          'have more members than are shown. Every example is run by a test of this program.',
      ),
    )}`;
}

function section(site: Site, { id, heading, text, command, exchanges = [], after = '' }: Step): SafeHtml {
  return html`<h2 id="${id}">${heading}</h2>
    ${linked(site, text)}${command ? code(command.label, command.text) : ''}
    ${exchanges.map(
      (exchange) => html`${code('Request', curlOf(exchange))}${code('Answer', answerOf(exchange))}`,
    )}${linked(site, after)}`;
}
