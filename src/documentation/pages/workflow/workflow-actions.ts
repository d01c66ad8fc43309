import { rolesWith } from '../../../access/roles.js';
import { ACTION_NAMES, type ActionName, WORKFLOW } from '../../../complaints/complaint.workflow.js';
import type { ComplaintState } from '../../../complaints/complaint.states.js';
import { html, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { terms } from '../../parts.js';
import { OTHER_ENTRIES } from './other-entries.js';
import { type DocumentedOperation, joined, operationLinks, operationsOf } from '../operations.js';
import { stateLink, waysOf } from './ways.js';

/** Each action in full: one row of the table that is enforced. */
export function actionSections(site: Site): SafeHtml {
  const operations = operationsOf(site.document);
  return html`${ACTION_NAMES.map((name) => section(site, name, operations))}`;
}

function section(site: Site, name: ActionName, all: readonly DocumentedOperation[]): SafeHtml {
  const { summary, permission, transitions, needs, asks, opens, keeps, releases } = WORKFLOW.actions[name];
  const operations = all.filter(({ action }) => action === name);
  const lines: [string, SafeHtml | undefined][] = [
    ['From → to', waysOf(transitions)],
    ['Who', who(name)],
    ['Can be refused as', needs.length > 0 ? needsOf(site, needs) : undefined],
    ['The body brings', asked(asks)],
    ['Opens the promises', promises(site, opens)],
    ['Keeps the promises', promises(site, keeps)],
    ['Releases the promises', promises(site, releases)],
    ['Writes the entry', entries(site, name)],
    ['Operations', operations.length > 0 ? operationLinks(site, operations) : undefined],
  ];
  return html`<h3 id="${name}"><code>${name}</code></h3>
    <p>
      ${summary}. Permission <a href="${site.href('permissions', permission)}"><code>${permission}</code></a
      >.
    </p>
    ${terms(lines.flatMap(([term, meaning]) => (meaning ? [{ term, meaning }] : [])))}`;
}

/** The roles, and where not all of them may go every way. */
function who(name: ActionName): SafeHtml {
  const { permission, transitions } = WORKFLOW.actions[name];
  const narrower = transitions.filter(({ by }) => by !== undefined);
  const [way] = narrower;
  const exception = way?.by
    ? html`; from ${joined(narrower.flatMap(({ from }) => (from === null ? [] : [stateLink(from)])))} only
      ${way.by.join(', ')}`
    : '';
  return html`${rolesWith(permission).join(', ')}${exception}`;
}

function needsOf(site: Site, needs: readonly { code: string; detail: string; ofBody?: true }[]): SafeHtml {
  const line = ({ code, detail, ofBody }: (typeof needs)[number]) =>
    html`<li>
      <a href="${site.href('problems/action-refused', code)}"><code>${code}</code></a
      >: ${detail}${ofBody ? ' (asked of the body)' : ''}
    </li>`;
  return html`<ul>
    ${needs.map(line)}
  </ul>`;
}

function asked(asks: Readonly<Record<string, 'always' | ComplaintState[]>>): SafeHtml | undefined {
  const fields = Object.entries(asks).map(([field, where]) =>
    where === 'always'
      ? html`<code>${field}</code>`
      : html`<code>${field}</code> (in ${joined(where.map(stateLink))})`,
  );
  return fields.length > 0 ? joined(fields) : undefined;
}

function entries(site: Site, name: ActionName): SafeHtml {
  const other = OTHER_ENTRIES[name];
  const link = (type: string) => html`<a href="${site.href('entries', type)}"><code>${type}</code></a>`;
  return html`${link(WORKFLOW.actions[name].entry)}${other ? html`, ${other.when} ${link(other.entry)}` : ''}`;
}

function promises(site: Site, kinds: readonly string[] = []): SafeHtml | undefined {
  const link = (kind: string) => html`<a href="${site.href('promises', kind)}"><code>${kind}</code></a>`;
  return kinds.length > 0 ? joined(kinds.map(link)) : undefined;
}
