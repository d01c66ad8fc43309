import { PROMISE_STATES } from '../../../complaints/complaint.words.js';
import { html, type SafeHtml } from '../../html.js';
import type { Page, Site } from '../../page.js';
import { terms } from '../../parts.js';
import { named } from '../operations.js';
import { breaches } from './breaches.js';
import { byHand } from './by-hand.js';
import { board, checking, punctuality } from './checking.js';
import { clock } from './clock.js';
import { counting } from './counting.js';
import { kinds } from './kinds.js';
import { makers } from './makers.js';

export const PROMISES_PAGE: Page = {
  path: 'promises',
  title: 'Promises',
  purpose:
    'What a customer may expect, and by when: who promises it, how its time is counted, and what the house owes ' +
    'when it is late. Read it to judge whether the house keeps its word.',
  chapter: 'trade',
  body: (site) =>
    html`<p>
        A promise is anything that the customer may expect by a time. There is no other kind of deadline:
        every clock of this service is a promise to a person.
      </p>
      <p>
        Names that are links, such as ${named(site, 'listPromises')}, lead to what a program can ask for (an
        operation of the API), to an action of the workflow, to an entry of the log, or to a refusal. The page
        can be read without following any.
      </p>
      ${makers(site)}${kinds(site)}${states(site)}${byHand(site)}${counting(site)}${breaches(site)}
      ${clock(site)}${checking(site)}${board(site)}${punctuality(site)}`,
};

function states(site: Site): SafeHtml {
  return html`<h2 id="states">What becomes of a promise</h2>
    ${terms(
      Object.entries(PROMISE_STATES).map(([state, meaning]) => ({
        id: state,
        term: html`<code>${state}</code>`,
        meaning,
      })),
    )}
    <p>
      A promise that is kept by words is kept when they leave the house: at once on the tracking page; by
      telephone and letter when somebody puts on record that they were said or sent.
    </p>
    <p>
      It is broken at the moment when its time is over. Kept after that, it is kept late, and both stay on
      record; <a href="#breaches">what is owed for it</a> is owed all the same. Words that were said in time
      and put on record later keep it in time after all.
    </p>
    <p>
      When a complaint is <a href="${site.href('workflow', 'withdraw')}">withdrawn</a> or
      <a href="${site.href('workflow', 'decline')}">declined</a>, no promise breaks any more: open ones are
      released, and where it is reopened they are made anew, at their old time or, where that is past, with
      their time counted from then.
    </p>`;
}
