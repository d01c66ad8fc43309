import type { Described, Schema } from './reference-document.js';
import { nameOf } from './reference-document.js';
import { html, type SafeHtml } from '../html.js';

/** Where the form of a resource is written down. */
export type LinkTo = (schemaName: string) => string;

/** What a value looks like, in words: `text, 1 to 300 characters`. Named forms are links. */
export function formOf(schema: Schema, linkTo: LinkTo): SafeHtml {
  const { choices, nullable } = taken(schema);
  const forms = choices.map((choice) => oneForm(choice, linkTo));
  const all = nullable ? [...forms, html`null`] : forms;
  return html`${all.map((form, index) => html`${index > 0 ? ' or ' : ''}${form}`)}`;
}

/** The object that a schema holds, by itself or as the items of its list, where it has fields; else undefined. */
export function objectIn(
  schema: Schema,
  described: Described,
): { object: Schema; many: boolean } | undefined {
  const { choices } = taken(schema);
  const [only, another] = choices;
  if (!only || another) return undefined;
  const { items } = only;
  const object = described.resolve(items ?? only);
  if (object.properties) return { object, many: items !== undefined };
  return undefined;
}

/** The schemas that a schema refers to by name, its list's items included. */
export function namesIn({ anyOf = [], oneOf = [], items, ...schema }: Schema): string[] {
  const below = [...anyOf, ...oneOf, ...(items ? [items] : [])].flatMap(namesIn);
  return [nameOf(schema), ...below].filter((name) => name !== undefined);
}

/** The name of a resource as a reader knows it: `Complaint` for `ComplaintDto`. */
export function shownName(schemaName: string): string {
  return schemaName.replace(/Dto$/, '');
}

/** A schema without the null that it may also be. */
function taken({ anyOf, oneOf, ...schema }: Schema): { choices: Schema[]; nullable: boolean } {
  const types = [schema.type ?? []].flat();
  const choices = (anyOf ?? oneOf ?? [{ ...schema, type: types.find((type) => type !== 'null') }]).filter(
    ({ type }) => type !== 'null',
  );
  return { choices, nullable: types.includes('null') || choices.length < (anyOf?.length ?? 0) };
}

function oneForm(schema: Schema, linkTo: LinkTo): SafeHtml {
  const name = nameOf(schema);
  if (name !== undefined) return html`<a href="${linkTo(name)}">${shownName(name)}</a>`;
  if (schema.items?.enum) return html`list of the words below${counted(schema)}`;
  if (schema.type === 'array') return html`list of ${formOf(schema.items ?? {}, linkTo)}${counted(schema)}`;
  return html`${plainForm(schema)}`;
}

function counted({ minItems, maxItems }: Schema): string {
  const bounds = range(minItems, maxItems);
  return bounds === '' ? '' : `, ${bounds} of them`;
}

function plainForm(schema: Schema): string {
  if (schema.enum)
    return schema.enum.length === 1 ? `always ${String(schema.enum[0])}` : 'one of the words below';
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'integer')
    return ['whole number', range(schema.minimum, safe(schema.maximum))].filter(Boolean).join(', ');
  if (schema.type === 'object') return 'object';
  return textForm(schema);
}

function textForm({ format, minLength, maxLength, pattern }: Schema): string {
  if (format !== undefined && FORMATS[format]) return FORMATS[format];
  const bounds = range(minLength, maxLength);
  const form = pattern === undefined || pattern === NOT_BLANK ? '' : 'of a fixed form';
  return ['text', form, bounds && `${bounds} characters`].filter(Boolean).join(', ');
}

const NOT_BLANK = '\\S';
const FORMATS: Record<string, string> = {
  uuid: 'id (UUID)',
  'date-time': 'time (RFC 3339, UTC)',
  email: 'email address',
  date: 'date (RFC 3339)',
  duration: 'duration (ISO 8601)',
  uri: 'web address',
};

function range(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && least === most) return shown(least);
  if (least !== undefined && least > 0 && most !== undefined) return `${shown(least)} to ${shown(most)}`;
  if (most !== undefined) return least === 0 && most < 100 ? `0 to ${shown(most)}` : `up to ${shown(most)}`;
  return least === undefined ? '' : `${shown(least)} or more`;
}

/** A bound that only says how large a number can be at all is not worth a reader's time. */
function safe(maximum: number | undefined): number | undefined {
  return maximum !== undefined && maximum >= 2_147_483_647 ? undefined : maximum;
}

function shown(value: number): string {
  return value.toLocaleString('en');
}
