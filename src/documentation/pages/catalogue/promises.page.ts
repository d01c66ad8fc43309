import { ACTION_NAMES, type ActionName, WORKFLOW } from '../../../complaints/complaint.workflow.js';
import { PROMISE_KINDS, PROMISE_STATES, type PromiseKind } from '../../../complaints/complaint.words.js';
import { STANDARD, STANDARD_NAME } from '../../../complaints/promises/standard.js';
import { html, type SafeHtml } from '../../html.js';
import type { Page, Site } from '../../page.js';
import { table, terms } from '../../parts.js';
import { joined, operationLink, operationsOf } from '../operations.js';
import { spokenDuration } from '../time-words.js';

const KINDS = Object.keys(PROMISE_KINDS) as PromiseKind[];

export const PROMISES_PAGE: Page = {
  path: 'promises',
  title: 'Promises',
  purpose:
    'What a customer may expect, and by when: which promises the house makes, when each is kept, and what becomes of ' +
    'one that is not. Read it to judge whether the house keeps its word.',
  chapter: 'trade',
  body: (site) =>
    html`<p>
        A promise is anything that the customer may expect by a time. There is no other kind of deadline:
        every clock of this service is a promise to a person. Some are made by the standard of the house as
        soon as an action calls for them, others by a person who says what and by when.
      </p>
      <h2 id="kinds">The kinds</h2>
      ${overview()}${KINDS.map((kind) => section(site, kind))}
      <h2 id="states">What becomes of a promise</h2>
      ${states()}
      <p>
        A promise that is kept by words is kept when they leave the house: at once on the tracking page; by
        telephone and letter when somebody puts on record that they were said or sent.
      </p>
      <p>
        A promise is broken at the moment when its time is over, whoever sees it first. Kept after that, it is
        kept late, and both stay on record. Words that were said in time and put on record later keep it in
        time after all.
      </p>
      <h2 id="times">How the time is counted</h2>
      ${times(site)}
      <h2 id="by-hand">What people do with promises</h2>
      ${byHand(site)}`,
};

/** How a kind comes to be and is kept, beyond what the table of the workflow says. */
const REMARKS: Record<PromiseKind, string> = {
  acknowledge: 'Its time begins when the complaint was received, also where it is put on record later.',
  establish_facts: 'Kept by the action itself: the facts are for the house, and no message has to leave it.',
  name_owner: 'Opens anew where the owner is disabled and the complaint becomes vacant.',
  update:
    'From the acknowledgement to the decision there is always one: when it is kept, moved or broken, the next is ' +
    'made at once. A message to the customer keeps it; the letter of an action and a notice that the program writes ' +
    'do not.',
  resolve:
    'Its time begins when the complaint was received. A dispute makes a new one, counted from the dispute.',
  action:
    'One for each agreed action, with the time that was agreed. Kept by a person who says that it is done.',
  callback: 'Made by a person, and kept by a person who says that it is done.',
  follow_up: 'Made by a person, and kept by a person who says that it is done.',
};

function overview(): SafeHtml {
  return table({
    caption: `Every kind of promise, with the times of the standard “${STANDARD_NAME}”`,
    head: ['Kind', 'What is promised', 'Time', 'Waits while the customer is asked', 'Made by'],
    rows: KINDS.map((kind) => [
      html`<a href="#${kind}">${kind}</a>`,
      PROMISE_KINDS[kind],
      timeOf(kind),
      STANDARD.pausable.includes(kind) ? 'yes' : 'no',
      isPersonal(kind) ? 'a person' : 'the standard',
    ]),
  });
}

function states(): SafeHtml {
  return terms(
    Object.entries(PROMISE_STATES).map(([state, meaning]) => ({
      id: state,
      term: html`<code>${state}</code>`,
      meaning,
    })),
  );
}

function section(site: Site, kind: PromiseKind): SafeHtml {
  const lines = [
    { term: 'Time', meaning: html`${timeOf(kind)}` },
    { term: 'Opened by', meaning: actions(site, ({ opens }) => opens, kind) },
    { term: 'Kept by', meaning: actions(site, ({ keeps }) => keeps, kind) },
    { term: 'Released by', meaning: actions(site, ({ releases }) => releases, kind) },
  ];
  return html`<h3 id="${kind}"><code>${kind}</code>: ${PROMISE_KINDS[kind]}</h3>
    <p>${REMARKS[kind]}</p>
    ${terms(lines.flatMap(({ term, meaning }) => (meaning ? [{ term, meaning }] : [])))}`;
}

function timeOf(kind: PromiseKind): string {
  const target = STANDARD.targets[kind];
  return target === undefined ? 'as the person says' : spokenDuration(target);
}

/** The standard sets no time for what only a person can promise. */
function isPersonal(kind: PromiseKind): boolean {
  return STANDARD.targets[kind] === undefined;
}

type Row = (typeof WORKFLOW.actions)[ActionName];

function actions(
  site: Site,
  kinds: (row: Row) => string[] | undefined,
  kind: PromiseKind,
): SafeHtml | undefined {
  const names = ACTION_NAMES.filter((name) => kinds(WORKFLOW.actions[name])?.includes(kind));
  if (names.length === 0) return undefined;
  return joined(names.map((name) => html`<a href="${site.href('workflow', name)}"><code>${name}</code></a>`));
}

function times(site: Site): SafeHtml {
  return html`<ul>
    <li>The standard counts elapsed time: nights, weekends and holidays count too.</li>
    <li>
      After ${String(Math.round(STANDARD.warnShare * 100))} % of its time a promise is near its end
      (<code>warnAt</code>).
    </li>
    <li>
      The kinds marked above wait while the customer is asked; how long and how often stands under
      <a href="${site.href('workflow', 'pauses')}">pauses</a>. A promise owed by law never waits.
    </li>
    <li>
      When a complaint is withdrawn or declined, no promise breaks any more: open ones are released, and where
      it is reopened they are made anew, at their old time or, where that is past, with their time counted
      from then.
    </li>
  </ul>`;
}

function byHand(site: Site): SafeHtml {
  const operations = operationsOf(site.document);
  const need = (code: string) =>
    html`<a href="${site.href('problems/action-refused', code)}"><code>${code}</code></a>`;
  const rows: [id: string, what: string, rule: SafeHtml][] = [
    [
      'makePromise',
      'Promise something',
      html`${KINDS.filter(isPersonal).join(', ')}; the others are made by the standard.`,
    ],
    [
      'keepPromise',
      'Say that it is done',
      html`Only what a person promises (${need('kept_by_action_only')}): the others are kept by what the house
      does.`,
    ],
    [
      'movePromise',
      'Give it another date',
      html`Before it is due (${need('promise_due')}), with the customer told.`,
    ],
    [
      'releasePromise',
      'Release it',
      html`Only a person’s promise, before it is due, by the word of the customer (${need('not_releasable')}).`,
    ],
  ];
  return html`<p>
      Keeping, moving and releasing is for the owner or a supervisor; before there is an owner, for any staff
      (${need('not_the_owner')}).
    </p>
    ${table({
      caption: 'What people can do with a promise',
      head: ['Doing', 'When', 'Operation'],
      rows: rows.map(([id, what, rule]) => {
        const operation = operations.find((one) => one.id === id);
        return [what, rule, operation ? operationLink(site, operation) : ''];
      }),
    })}`;
}
