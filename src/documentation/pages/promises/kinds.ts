import { ACTION_NAMES, type ActionName, WORKFLOW } from '../../../complaints/complaint.workflow.js';
import { PROMISE_KINDS, type PromiseKind } from '../../../complaints/complaint.words.js';
import { nameOf } from '../../../complaints/promises/terms.js';
import { BUILT_IN } from '../../../standards/built-in.js';
import type { Profile } from '../../../standards/profiles/profile.js';
import { PROFILES } from '../../../standards/profiles/profiles.js';
import { html, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { table, terms } from '../../parts.js';
import { joined } from '../operations.js';
import { spokenDuration, spokenTerm } from '../time-words.js';

export const KINDS = Object.keys(PROMISE_KINDS) as PromiseKind[];

/** What can be promised, each kind with what opens, keeps and releases it. */
export function kinds(site: Site): SafeHtml {
  return html`<h2 id="kinds">The kinds</h2>
    ${overview()}${KINDS.map((kind) => section(site, kind))}`;
}

/** The standard sets no time for what only a person can promise. */
export function isPersonal(kind: PromiseKind): boolean {
  return builtIn(kind) === undefined;
}

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
    'Its time begins when the complaint was received. A dispute makes a new one of the house, counted from the ' +
    'dispute; the law makes none then, as the routes outside are open.',
  action:
    'One for each agreed action, with the time that was agreed. Kept by a person who says that it is done.',
  callback: 'Made by a person, and kept by a person who says that it is done.',
  follow_up: 'Made by a person, and kept by a person who says that it is done.',
};

function overview(): SafeHtml {
  return table({
    caption: `Every kind of promise, with the times of the standard “${nameOf(BUILT_IN)}”`,
    head: ['Kind', 'What is promised', 'Time', 'Waits while the customer is asked', 'Made by'],
    rows: KINDS.map((kind) => [
      html`<a href="#${kind}">${kind}</a>`,
      PROMISE_KINDS[kind],
      timeOf(kind),
      kind === 'action' || builtIn(kind)?.pausable ? 'yes' : 'no',
      isPersonal(kind) ? 'person' : 'standard',
    ]),
  });
}

function section(site: Site, kind: PromiseKind): SafeHtml {
  const lines = [
    { term: 'Time', meaning: html`${timeOf(kind)}` },
    { term: 'By law', meaning: byLaw(site, kind) },
    { term: 'Opened by', meaning: actions(site, ({ opens }) => opens, kind) },
    { term: 'Kept by', meaning: actions(site, ({ keeps }) => keeps, kind) },
    { term: 'Released by', meaning: actions(site, ({ releases }) => releases, kind) },
  ];
  return html`<h3 id="${kind}"><code>${kind}</code>: ${PROMISE_KINDS[kind]}</h3>
    <p>${REMARKS[kind]}</p>
    ${terms(lines.flatMap(({ term, meaning }) => (meaning ? [{ term, meaning }] : [])))}`;
}

function timeOf(kind: PromiseKind): string {
  const promise = builtIn(kind);
  return promise ? spokenDuration(promise.target) : 'as the person says';
}

function builtIn(kind: PromiseKind) {
  return BUILT_IN.promises.find((promise) => promise.kind === kind);
}

/** The regulators that set a time of their own for this kind. */
function byLaw(site: Site, kind: PromiseKind): SafeHtml | undefined {
  const profiles: Profile[] = Object.values(PROFILES);
  const owed = profiles.flatMap(({ name, promises }) =>
    promises
      .filter((promise) => promise.kind === kind)
      .map(
        (promise) =>
          html`<a href="${site.href('profiles', name)}"><code>${name}</code></a> ${spokenTerm(promise)}`,
      ),
  );
  return owed.length > 0 ? joined(owed) : undefined;
}

type Row = (typeof WORKFLOW.actions)[ActionName];

function actions(
  site: Site,
  kindsOf: (row: Row) => string[] | undefined,
  kind: PromiseKind,
): SafeHtml | undefined {
  const names = ACTION_NAMES.filter((name) => kindsOf(WORKFLOW.actions[name])?.includes(kind));
  if (names.length === 0) return undefined;
  return joined(names.map((name) => html`<a href="${site.href('workflow', name)}"><code>${name}</code></a>`));
}
