import { COUNTS } from '../../../complaints/promises/explanation/explain.js';
import { html, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { table, terms } from '../../parts.js';
import { named } from '../operations.js';

/** How a date is checked by somebody who believes nothing. */
export function checking(site: Site): SafeHtml {
  return html`<h2 id="explanation">How to check a date</h2>
    <p>
      ${named(site, 'explainPromise')} says why a promise is due when it is: by which rule it is counted, from
      which standard or profile and in which version, by which calendar, since when, and through which
      stretches of time:
    </p>
    ${terms(words(COUNTS, 'counts'))}
    <p>
      Both sums are there, the time on the wall and the time that counted, and the stretches add up to them.
      It is made from the entries of the log alone, which it names, and can be made again from them by
      anybody, years later. <a href="${site.href('how-to-promises', 'explain')}">An example</a>.
    </p>`;
}

/** What is due and late, over all complaints. */
export function board(site: Site): SafeHtml {
  return html`<h2 id="board">What is due, and what is late</h2>
    <p>
      ${named(site, 'listBoard')} lists the promises of all complaints, the first to be due first, each with
      its complaint, its owner and its breach. It can be narrowed by kind, owner and team, and by how a
      promise stands:
    </p>
    ${terms(words(valuesOf(site, '/v1/promises', 'standing'), 'standing'))}`;
}

/** How well promises are kept. */
export function punctuality(site: Site): SafeHtml {
  return html`<h2 id="punctuality">How well they are kept</h2>
    <p>
      ${named(site, 'listPunctuality')} answers the
      <a href="${site.href('glossary', 'punctuality')}">share kept in time</a>, with the number that it rests
      on. It is counted from the log, and says how much of the log is in it. What is compared:
    </p>
    ${table({
      caption: 'What the share can be compared by',
      head: ['By', 'What is compared'],
      rows: Object.entries(valuesOf(site, '/v1/insights/punctuality', 'by')).map(([by, meaning]) => [
        html`<code>${by}</code>`,
        meaning,
      ]),
    })}
    <p>
      Whatever was broken counts as not kept in time, also where it was kept late, or got another date after
      that. What got another date before it was due is counted apart, neither for nor against; what was
      released before it was due is not counted.
    </p>`;
}

/** What a parameter of a list can be, each value with its meaning, from the document. */
function valuesOf(site: Site, path: string, parameter: string): Record<string, string> {
  const parameters = (site.document.paths[path]?.get?.parameters ?? []) as {
    name?: string;
    description?: string;
  }[];
  const { description = '' } = parameters.find(({ name }) => name === parameter) ?? {};
  const lines = [...description.matchAll(/^- `(\w+)`: (.*)$/gm)];
  return Object.fromEntries(lines.map(([, value = '', meaning = '']): [string, string] => [value, meaning]));
}

function words(meanings: Readonly<Record<string, string>>, prefix: string) {
  return Object.entries(meanings).map(([name, meaning]) => ({
    id: `${prefix}-${name.replaceAll('_', '-')}`,
    term: html`<code>${name}</code>`,
    meaning,
  }));
}
