import { rolesWith } from '../../access/roles.js';
import { PERMISSIONS } from '../../kernel/permissions.js';
import { html, prose, type SafeHtml } from '../html.js';
import type { Site } from '../page.js';
import { json, table, tag, terms } from '../parts.js';
import { curlOf } from './reference-curl.js';
import type { Content, Described, Header, Operation, Response } from './reference-document.js';
import { bodyTable, parameterTable } from './reference-fields.js';
import { formOf, type LinkTo } from './reference-forms.js';
import { refusalsOf } from './reference-refusals.js';

const TONES = { GET: 'read', POST: 'write', PATCH: 'change', DELETE: 'end' } as const;

/** What a writer of the reference needs to know of where it writes. */
export interface Place {
  site: Site;
  described: Described;
  /** The page of a resource's fields, or the place on this one. */
  linkTo: LinkTo;
}

/** Everything about one operation: who, what it takes, what it answers, what it refuses, and a call to copy. */
export function writeOperation(operation: Operation, place: Place): SafeHtml {
  const { operationId, summary, path, requestBody, parameters = [] } = operation;
  const content = requestBody && place.described.resolve(requestBody).content;
  const body = content && (jsonOf(content) ?? content['multipart/form-data']);
  const resolved = parameters.map((parameter) => place.described.resolve(parameter));
  return html`<section class="operation">
    <h2 id="${operationId}">${summary}</h2>
    <p class="route">${methodTag(operation.method)} <code>${path}</code></p>
    <div class="sides">
      <div>
        ${prose(withoutPermission(operation.description))} ${about(operation, place)}
        ${parameterTable(resolved, summary, place.linkTo)}
        ${body?.schema ? bodyTable(body.schema, summary, place.described, place.linkTo) : ''}
        ${answers(operation, place)} ${refusalsOf(operation, place)}
      </div>
      <div class="samples">${curlOf(operation, place.described)} ${answerSamples(operation, place)}</div>
    </div>
  </section>`;
}

export function methodTag(method: string): SafeHtml {
  return tag(method, method in TONES ? TONES[method as keyof typeof TONES] : 'plain');
}

function about(operation: Operation, { site }: Place): SafeHtml {
  const { 'x-permission': permission, 'x-workflow': row, operationId } = operation;
  const roles = rolesWith(permission).filter((role) => role !== 'system');
  return terms([
    {
      term: 'Who may',
      meaning: html`${roles.join(', ')}
        <small>
          permission <a href="${site.href('permissions', permission)}"><code>${permission}</code></a
          >: ${PERMISSIONS[permission]}
        </small>`,
    },
    ...(row
      ? [
          {
            term: 'In the workflow',
            meaning: html`${movesOf(row.transitions)}
              <small><a href="${site.href('workflow', row.action)}">the action ${row.action}</a></small>`,
          },
        ]
      : []),
    { term: 'Name for programs', meaning: html`<code>${operationId}</code>` },
  ]);
}

/** `received, acknowledged → declined`, with what leads to the same state together. */
function movesOf(transitions: { from: string | null; to: string }[]): SafeHtml[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of transitions) {
    const key = from === to ? 'the same state' : to;
    targets.set(key, [...(targets.get(key) ?? []), from ?? 'not there yet']);
  }
  return [...targets].map(([to, from]) => html`<div>${from.join(', ')} → <strong>${to}</strong></div>`);
}

function answers(operation: Operation, { described, linkTo }: Place): SafeHtml {
  const rows = successes(operation, described).map(({ status, response }) => [
    html`<strong>${status}</strong>`,
    contentForms(response, linkTo),
    headerList(response.headers ?? {}, described),
  ]);
  return table({
    caption: `Answers of “${operation.summary}”`,
    head: ['Status', 'Content', 'Headers'],
    rows,
  });
}

function contentForms({ content = {} }: Response, linkTo: LinkTo): SafeHtml {
  const forms = Object.entries(content);
  if (forms.length === 0) return html`nothing`;
  return html`${forms.map(([type, { schema = {} }]) =>
    type === 'application/json' && schema.$ref !== '#/components/schemas/AnyObject'
      ? html`<div>${formOf(schema, linkTo)}</div>`
      : html`<div>a document, <code>${type}</code></div>`,
  )}`;
}

function headerList(headers: Record<string, Header>, described: Described): SafeHtml {
  const items = Object.entries(headers).map(
    ([name, header]) => html`<li><code>${name}</code> ${described.resolve(header).description ?? ''}</li>`,
  );
  return items.length === 0
    ? html``
    : html`<ul>
        ${items}
      </ul>`;
}

function answerSamples(operation: Operation, { described }: Place): SafeHtml[] {
  return successes(operation, described).flatMap(({ status, response }) => {
    const content = response.content && jsonOf(response.content);
    const example = content && described.exampleOf(content);
    return example === undefined ? [] : [json(`Answer ${status}`, example)];
  });
}

function successes({ responses }: Operation, described: Described): { status: string; response: Response }[] {
  return Object.entries(responses)
    .filter(([status]) => Number(status) < 400)
    .map(([status, response]) => ({ status, response: described.resolve(response) }));
}

function jsonOf(content: Record<string, Content>): Content | undefined {
  return content['application/json'];
}

/** The paragraph about the permission is for readers of the document; here it stands in a line of its own. */
function withoutPermission(description: string): string {
  return description
    .split('\n\n')
    .filter((paragraph) => !paragraph.startsWith('Permission `'))
    .join('\n\n');
}
