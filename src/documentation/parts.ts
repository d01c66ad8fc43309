import { html, SafeHtml } from './html.js';
import { highlightJson } from './json-text.js';

/**
 * What pages are laid out with. Every part reads on paper, on a phone, by keyboard and aloud.
 *
 * Tables come in two forms. `stack` (the default) is for tables of words: below 46 rem of width each row becomes a
 * block of its own, in which the heading of its column stands above each value. `scroll` is for matrices, which mean
 * nothing when taken apart: they keep their rows and columns, and their frame scrolls sideways, by keyboard too.
 * Neither ever makes the page itself wider than the screen.
 */
type Cell = string | SafeHtml;

export interface Table {
  /** What the table shows; stands above it, and is its name for those who hear it. */
  caption: string;
  /** The headings of the columns, from the left. */
  head: readonly string[];
  rows: readonly Row[];
  form?: 'stack' | 'scroll';
}

/** A row; with an `id` where something links to it. Its first cell is its heading. */
export type Row = readonly Cell[] | { id: string; cells: readonly Cell[] };

export function table({ caption, head, rows, form = 'stack' }: Table): SafeHtml {
  const heads = head.map((text) => html`<th role="columnheader" scope="col">${text}</th>`);
  const written = html`<table role="table" class="${form}">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => rowOf(row, head))}
    </tbody>
  </table>`;
  if (form === 'stack') return written;
  return html`<div class="frame" role="region" tabindex="0" aria-label="${caption}">${written}</div>`;
}

/** Words and what they mean; with an `id` where something links to the word. */
export function terms(entries: readonly { id?: string; term: Cell; meaning: Cell }[]): SafeHtml {
  return html`<dl>
    ${entries.map(
      ({ id, term, meaning }) =>
        html`<div ${id === undefined ? '' : html`id="${id}"`}>
          <dt>${term}</dt>
          <dd>${meaning}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Text of a machine, with a label that says what it is: `code('Request', 'curl …')`. Long lines are wrapped. */
export function code(label: Cell, text: Cell): SafeHtml {
  return figure(label, html`${text}`);
}

/** A JSON value, laid out and in colour. */
export function json(label: Cell, value: unknown): SafeHtml {
  return figure(label, highlightJson(value));
}

/** What a reader must not overlook. */
export function note(content: Cell): SafeHtml {
  return html`<div class="note" role="note">
    ${typeof content === 'string' ? html`<p>${content}</p>` : content}
  </div>`;
}

/** A short word in a frame: a method, a state, a status. `tone` colours it; the word alone says it too. */
export function tag(text: string, tone: 'plain' | 'read' | 'write' | 'change' | 'end' = 'plain'): SafeHtml {
  return html`<span class="tag ${tone}">${text}</span>`;
}

function figure(label: Cell, content: SafeHtml): SafeHtml {
  return html`<figure class="code">
    <figcaption>${label}</figcaption>
    <pre><code>${content}</code></pre>
  </figure>`;
}

function rowOf(row: Row, head: readonly string[]): SafeHtml {
  const { id, cells } = 'cells' in row ? row : { id: undefined, cells: row };
  const [first = '', ...others] = cells;
  return html`<tr role="row" ${id === undefined ? '' : html`id="${id}"`}>
    <th role="rowheader" scope="row">${first}</th>
    ${others.map((cell, index) => html`<td role="cell">${labelled(cell, head[index + 1] ?? '')}</td>`)}
  </tr>`;
}

/** The heading of the column, seen where rows are stacked; it is not read aloud twice. */
function labelled(cell: Cell, heading: string): SafeHtml {
  return html`<span class="label" aria-hidden="true">${heading}</span>
    <div>${cell}</div>`;
}
