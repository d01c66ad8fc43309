import { html, prose, type SafeHtml } from '../html.js';
import { table, tag, type Row } from '../parts.js';
import type { Described, Parameter, Schema } from './reference-document.js';
import { formOf, type LinkTo, objectIn } from './reference-forms.js';

const PLACES = { path: 'in the path', query: 'in the query', header: 'header' } as const;
const MAX_DEPTH = 4;

/** What an operation takes beside its body. */
export function parameterTable(parameters: readonly Parameter[], summary: string, linkTo: LinkTo): SafeHtml {
  if (parameters.length === 0) return html``;
  return table({
    caption: `Parameters of “${summary}”`,
    head: ['Parameter', 'Meaning'],
    rows: parameters.map(({ name, required, description, schema, ...parameter }) => [
      html`${fieldName(name, required)} <small>${PLACES[parameter.in]}; ${formOf(schema, linkTo)}</small>`,
      prose(withMeanings(description ?? schema.description ?? '', schema)),
    ]),
  });
}

/** The fields of a body, those of its parts with their whole path; a caller sends them all in one. */
export function bodyTable(body: Schema, summary: string, described: Described, linkTo: LinkTo): SafeHtml {
  const fields = fieldRows(described.resolve(body), '', described, linkTo, 0);
  if (fields.length === 0) return html`<p>The body is an empty object, <code>{}</code>.</p>`;
  return table({ caption: `Body of “${summary}”`, head: ['Field', 'Meaning'], rows: fields });
}

/** The fields of a resource, each of which is always present. Parts that are resources themselves are links. */
export function resourceTable(name: string, schema: Schema, linkTo: LinkTo): SafeHtml {
  const { required = [], properties = {} } = schema;
  return table({
    caption: `Fields of ${name}`,
    head: ['Field', 'Form', 'Meaning'],
    rows: Object.entries(properties).map(([field, property]) => [
      html`<code class="field">${field}</code
        >${required.includes(field) ? '' : html` <small>where it applies</small>`}`,
      formOf(property, linkTo),
      prose(property.description ?? ''),
    ]),
  });
}

function fieldRows(body: Schema, path: string, described: Described, linkTo: LinkTo, depth: number): Row[] {
  const { required = [], properties = {} } = body;
  return Object.entries(properties).flatMap(([field, property]) => {
    const inner = depth < MAX_DEPTH ? objectIn(property, described) : undefined;
    const name = `${path}${field}`;
    const form = inner
      ? html`${inner.many ? 'list of objects' : 'object'}`
      : formOf(withoutNull(property), linkTo);
    const description = property.description ?? described.resolve(property).description ?? '';
    return [
      [
        html`${fieldName(name, required.includes(field))} <small>${form}</small>`,
        prose(withMeanings(description, property)),
      ],
      ...(inner
        ? fieldRows(inner.object, `${name}${inner.many ? '[]' : ''}.`, described, linkTo, depth + 1)
        : []),
    ];
  });
}

/** A name that breaks where a part begins, and nowhere else. */
function fieldName(name: string, required = false): SafeHtml {
  const parts = name.split('.').map((part, index) => html`${index > 0 ? html`.<wbr />` : ''}${part}`);
  return html`<code class="field">${parts}</code> ${required ? tag('required') : ''}`;
}

/** In a body null is the same as absent, which is said once for all of them. */
function withoutNull({ type, ...schema }: Schema): Schema {
  const types = [type ?? []].flat().filter((one) => one !== 'null');
  return { ...schema, type: types.length === 1 ? types[0] : types };
}

/** A description that explains no words, followed by the words, where the form has any. */
function withMeanings(description: string, { enum: words, items }: Schema): string {
  const all = words ?? items?.enum ?? [];
  if (all.length === 0 || description.includes('\n- ')) return description;
  return `${description}\n\n${all.map((word) => `- \`${String(word)}\``).join('\n')}`;
}
