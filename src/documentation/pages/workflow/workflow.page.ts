import { COMPLAINT_WORKFLOW, ACTION_NAMES, WORKFLOW } from '../../../complaints/complaint.workflow.js';
import { STATE_NAMES, STATES, type ComplaintState } from '../../../complaints/complaint.states.js';
import { NOUNS, type Noun } from '../../../complaints/parts/nouns.js';
import { targets } from '../../../kernel/workflow.js';
import { WORKFLOW_DRAWING } from '../../drawing/complaint-drawing.js';
import { html, type SafeHtml } from '../../html.js';
import type { Page, Site } from '../../page.js';
import { table, terms } from '../../parts.js';
import { actionSections } from './workflow-actions.js';
import { pauses, windows } from './workflow-times.js';
import { spoken, waysOf } from './ways.js';

export const WORKFLOW_PAGE: Page = {
  path: 'workflow',
  title: 'The workflow',
  purpose:
    'The order in which the house treats a complaint, as the server enforces it: every step, who may take it, and ' +
    'what has to be so before. Read it to see what cannot be skipped.',
  chapter: 'trade',
  body: (site) =>
    html`<p>
        A complaint is always in exactly one state, and only the actions listed here lead it from one state to
        another. The server asks before each action whether the state allows it and whether everything that it
        needs is there; where something is missing, it refuses and says what. This page is made from the same
        table that is enforced, version ${WORKFLOW.version}.
      </p>
      ${drawing(site)}
      <h2 id="states">The states, and what can happen in each</h2>
      <p>The same as the drawing, in words. While a complaint is open, promises run and work goes on.</p>
      ${states()}
      <h2 id="actions">The actions</h2>
      ${overview()}${actionSections(site)}
      <h2 id="matrix">Every action in every state</h2>
      ${matrix()}
      <h2 id="parts">What can be done beside the actions</h2>
      <p>
        Facts, messages and promises are worked on without changing the state. Only a message of the customer
        does more: where the house waits for an answer, it is the answer, and the work goes on.
      </p>
      ${nouns()}${windows(site)}${pauses(site)}`,
};

function drawing(site: Site): SafeHtml {
  const { width, height } = WORKFLOW_DRAWING;
  const address = site.href('workflow.svg');
  return html`<h2 id="drawing">The drawing</h2>
    <figure class="drawing">
      <img
        src="${address}"
        width="${String(width)}"
        height="${String(height)}"
        alt="The way of a complaint as a drawing. The next section says the same in words."
      />
      <figcaption>
        The thick line is the way of a complaint that nothing delays. Thin lines lead aside and back; a line
        with two heads goes both ways. Lines at the edge of the frame begin at every state within it. Boxes
        that are filled are ends.
        <a href="${address}">Open the drawing by itself</a> to enlarge it.
      </figcaption>
    </figure>`;
}

function states(): SafeHtml {
  return terms(
    STATE_NAMES.map((state) => ({
      id: state,
      term: html`<code>${state}</code>`,
      meaning: stateMeaning(state),
    })),
  );
}

function stateMeaning(state: ComplaintState): SafeHtml {
  const possible = ACTION_NAMES.filter((name) => targets(WORKFLOW.actions[name], state).length > 0);
  const { meaning, open, end } = STATES[state];
  const kind = open
    ? 'Open.'
    : end
      ? 'An end, unless the complaint is brought back.'
      : 'Decided, not yet over.';
  return html`<p>${meaning} ${kind}</p>
    <ul>
      ${possible.map(
        (name) =>
          html`<li>
            <a href="#${name}"><code>${name}</code></a> ${leadsTo(name, state)}
          </li>`,
      )}
    </ul>`;
}

function leadsTo(name: (typeof ACTION_NAMES)[number], state: ComplaintState): string {
  const to = targets(WORKFLOW.actions[name], state);
  if (to.length > 1) return 'leads back to where it stood before';
  return to[0] === state ? 'leaves the state as it is' : `leads to ${to[0] ?? ''}`;
}

function overview(): SafeHtml {
  return table({
    caption: 'Every action: what it is for, and from where to where it leads',
    head: ['Action', 'What it is for', 'From → to'],
    rows: ACTION_NAMES.map((name) => {
      const { summary, transitions } = WORKFLOW.actions[name];
      return [html`<a href="#${name}">${name}</a>`, summary, waysOf(transitions)];
    }),
  });
}

function matrix(): SafeHtml {
  const rows = Object.entries(COMPLAINT_WORKFLOW.actions).filter(([name]) => name !== 'receive');
  const cell = (row: (typeof rows)[number][1], state: ComplaintState): string => {
    const [to, ...others] = targets<ComplaintState>(row, state);
    if (to === undefined) return '–';
    if (others.length > 0) return 'back';
    return to === state ? 'stays' : spoken(to);
  };
  return html`<p>
      A cell holds the state after the action. “Stays”: the action is possible and the state remains. “Back”:
      to the state where the complaint stood before. “–”: the action is refused, as
      <code>state_not_allowed</code>.
    </p>
    ${table({
      caption: 'The state after each action, by the state before it',
      head: ['Action', ...STATE_NAMES.map(spoken)],
      form: 'scroll',
      rows: rows.map(([name, row]) => [name, ...STATE_NAMES.map((state) => cell(row, state))]),
    })}`;
}

function nouns(): SafeHtml {
  const rows = Object.entries(NOUNS) as [Noun, readonly ComplaintState[]][];
  return table({
    caption: 'What can be done with the parts of a complaint, by its state',
    head: ['Doing', ...STATE_NAMES.map(spoken)],
    form: 'scroll',
    rows: rows.map(([noun, states]) => [
      noun,
      ...STATE_NAMES.map((state) => (states.includes(state) ? 'yes' : '–')),
    ]),
  });
}
