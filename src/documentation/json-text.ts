import { html, type SafeHtml } from './html.js';

/** An object without objects in it stays on one line up to this many characters. */
const WIDTH = 60;
const NEWLINE = '\n';

/** JSON as a person writes it, names and values in colours of their own: what fits on a line stays on one. */
export function highlightJson(value: unknown): SafeHtml {
  return write(value, '', 0);
}

function write(value: unknown, indent: string, taken: number): SafeHtml {
  if (typeof value !== 'object' || value === null) return scalar(value);
  if (indent.length + taken + JSON.stringify(value).length <= WIDTH && isFlat(value)) return onOneLine(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = `${indent}  `;
  const lines = members(value).map(
    ([name, member], index, all) =>
      html`${inner}${name}${write(member, inner, name.text.length)}${index < all.length - 1 ? ',' : ''}${NEWLINE}`,
  );
  return html`${open}${NEWLINE}${lines}${indent}${close}`;
}

function onOneLine(value: object): SafeHtml {
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const all = members(value);
  if (all.length === 0) return html`${open.trim()}${close.trim()}`;
  const parts = all.map(
    ([name, member], index) => html`${index > 0 ? ', ' : ''}${name}${write(member, '', 0)}`,
  );
  return html`${open}${parts}${close}`;
}

/** Small enough to be seen at a glance: nothing in it holds anything itself. */
function isFlat(value: object): boolean {
  return Object.values(value).every((member) => typeof member !== 'object' || member === null);
}

function members(value: object): [SafeHtml, unknown][] {
  if (Array.isArray(value)) return value.map((item: unknown) => [html``, item]);
  return Object.entries(value).map(([name, member]: [string, unknown]) => [
    html`<span class="name">${JSON.stringify(name)}</span>: `,
    member,
  ]);
}

function scalar(value: unknown): SafeHtml {
  const text = JSON.stringify(value);
  return typeof value === 'string'
    ? html`<span class="text">${text}</span>`
    : html`<span class="bare">${text}</span>`;
}
