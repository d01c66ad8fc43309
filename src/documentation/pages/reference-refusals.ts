import { html, prose, type SafeHtml } from '../html.js';
import type { Site } from '../page.js';
import { table } from '../parts.js';
import type { Described, Operation, Response } from './reference-document.js';

/** What every call can meet wherever it goes; it is named without its meaning. */
const EVERYWHERE = ['401', '403', '413', '415', '429', '500', '503'];

/** How an operation says no: what is particular to it with its meaning, the rest by name. */
export function refusalsOf(
  { responses, summary }: Operation,
  { site, described }: { site: Site; described: Described },
): SafeHtml {
  const refusals = Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .map(([status, response]) => ({ status, response: described.resolve(response) }));
  const own = refusals.filter(({ status }) => !EVERYWHERE.includes(status));
  const common = refusals.filter(({ status }) => EVERYWHERE.includes(status));
  return html`${own.length === 0 ? '' : ownTable(summary, own, site)}
    <p class="common">
      As everywhere:
      ${common.map(
        ({ status, response }, index) =>
          html`${index > 0 ? '; ' : ''}${status}
          ${codesOf(response).map((code, at) => html`${at > 0 ? ', ' : ''}${problemLink(code, site)}`)}`,
      )}.
    </p>`;
}

type Refusal = { status: string; response: Response };

function ownTable(summary: string, refusals: readonly Refusal[], site: Site): SafeHtml {
  return table({
    caption: `Refusals of “${summary}”`,
    head: ['Code', 'Status', 'When'],
    rows: refusals.flatMap(({ status, response }) =>
      codesOf(response).map((code) => [
        problemLink(code, site),
        status,
        html`${prose(meaningOf(code, response))} ${code === 'action_refused' ? needs(response, site) : ''}`,
      ]),
    ),
  });
}

/** What can be missing; each need is explained on the page of the problem. */
function needs({ 'x-needs': codes = [] }: Response, site: Site): SafeHtml {
  if (codes.length === 0) return html``;
  return html`<ul class="codes">
    ${codes.map(
      (code) =>
        html`<li>
          <a href="${site.href('problems/action-refused', code)}"><code>${code}</code></a>
        </li>`,
    )}
  </ul>`;
}

function problemLink(code: string, site: Site): SafeHtml {
  return html`<a href="${site.href(`problems/${code.replaceAll('_', '-')}`)}"><code>${code}</code></a>`;
}

function codesOf(response: Response): string[] {
  return (
    response['x-codes'] ?? [...response.description.matchAll(/^`(\w+)`:/gm)].map(([, code = '']) => code)
  );
}

/** The paragraph of a code, without the list of needs that follows as links. */
function meaningOf(code: string, { description }: Response): string {
  const paragraph = description.split('\n\n').find((one) => one.startsWith(`\`${code}\`: `)) ?? '';
  return paragraph.replace(`\`${code}\`: `, '').replace(/ It can hold `.*$/s, '');
}
