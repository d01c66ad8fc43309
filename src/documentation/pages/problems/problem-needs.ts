import { ACTION_NAMES, type ActionName, WORKFLOW } from '../../../complaints/complaint.workflow.js';
import { html, prose, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { terms } from '../../parts.js';
import { HOW_MET } from './need-words.js';
import { joined, operationLinks, operationsOf } from '../operations.js';

/** The codes that `unmet` of a refused action can hold: what is missing, and how it comes to be there. */
export function needs(site: Site): SafeHtml {
  return html`<h2 id="needs">What can be missing</h2>
    <p>
      <code>unmet</code> names everything that is missing at once, the most important first, so that nobody
      has to try again and again. Where the state does not allow it, that alone is named.
    </p>
    ${Object.keys(HOW_MET).map((code) => need(site, code))}`;
}

function need(site: Site, code: string): SafeHtml {
  const operations = operationsOf(site.document).filter(({ refusals }) =>
    refusals.some(({ needs: codes }) => codes.includes(code)),
  );
  const actions = ACTION_NAMES.filter(
    (name) =>
      operations.some(({ action }) => action === name) ||
      WORKFLOW.actions[name].needs.some((one) => one.code === code),
  );
  const others = operations.filter(({ action }) => action === undefined);
  const lines = [
    { term: 'What is missing', meaning: missing(site, code) },
    { term: 'How it is met', meaning: prose(HOW_MET[code]?.met ?? '') },
    { term: 'Actions', meaning: actionLinks(site, actions), of: actions.length > 0 },
    { term: 'Beside the actions', meaning: operationLinks(site, others), of: others.length > 0 },
  ];
  return html`<h3 id="${code}"><code>${code}</code></h3>
    ${terms(lines.filter(({ of = true }) => of))}`;
}

/** The words of the table; where they differ between actions, with the actions. */
function missing(site: Site, code: string): SafeHtml {
  const byDetail = new Map<string, ActionName[]>();
  for (const name of ACTION_NAMES) {
    for (const { detail } of WORKFLOW.actions[name].needs.filter((one) => one.code === code))
      byDetail.set(detail, [...(byDetail.get(detail) ?? []), name]);
  }
  const [first, ...others] = byDetail.keys();
  if (others.length === 0) return html`${first ?? HOW_MET[code]?.missing ?? ''}`;
  return html`<ul>
    ${[...byDetail].map(([detail, actions]) => html`<li>${actionLinks(site, actions)}: ${detail}</li>`)}
  </ul>`;
}

function actionLinks(site: Site, actions: readonly ActionName[]): SafeHtml {
  return joined(
    actions.map((name) => html`<a href="${site.href('workflow', name)}"><code>${name}</code></a>`),
  );
}
