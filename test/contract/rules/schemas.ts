import { escape, type OpenApi, operationsOf, resolve, type Schema } from './document.js';
import type { Report } from './finding.js';
import { bounded, showsValue } from './shapes.js';

/** The share of properties that show a value, in percent. The rest are objects, which their own properties show. */
const EXEMPLIFIED = 91;

export function judgeSchemas(document: OpenApi, report: Report): void {
  const named = Object.entries(document.components.schemas ?? {});
  for (const [name, schema] of named) {
    const at = `#/components/schemas/${escape(name)}`;
    if (!schema.description?.trim()) report('schema-description', at, 'is not described');
    judge(document, schema, at, report);
  }
  judgeInline(document, report);
  const properties = named.flatMap(([, schema]) => Object.values(schema.properties ?? {}));
  const shown = properties.filter((property) => showsSomething(document, property)).length;
  const share = properties.length === 0 ? 100 : (100 * shown) / properties.length;
  if (share < EXEMPLIFIED) {
    report(
      'property-examples',
      '#',
      `${share.toFixed(1)} % of the properties show a value, not ${EXEMPLIFIED}`,
    );
  }
}

/**
 * A schema and all that is written inside of it; what it refers to is judged where it stands. Items may be explained by
 * the list that they stand in.
 */
function judge(document: OpenApi, schema: Schema, at: string, report: Report, around = ''): void {
  if (schema.nullable !== undefined) report('no-nullable', at, 'OpenAPI 3.1 knows no nullable');
  if (isAnything(schema)) report('schema-type', at, 'can be anything');
  judgeEnum(schema, `${around}\n${schema.description ?? ''}`, at, report);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const place = `${at}/properties/${escape(name)}`;
    if (!describes(document, property)) report('property-description', place, 'is not described');
    if (!bounded(document, property)) report('property-bounds', place, 'has no bounds');
    if (property.properties) report('schema-name', place, 'is an object without a name');
    judge(document, property, place, report);
  }
  for (const [step, inner] of inside(schema)) {
    judge(document, inner, `${at}/${step}`, report, schema.description);
  }
}

function inside(schema: Schema): [string, Schema][] {
  const { items, additionalProperties } = schema;
  const one = (key: 'allOf' | 'anyOf' | 'oneOf') =>
    (schema[key] ?? []).map((each, index): [string, Schema] => [`${key}/${index}`, each]);
  return [
    ...(items ? [['items', items] satisfies [string, Schema]] : []),
    ...(typeof additionalProperties === 'object'
      ? [['additionalProperties', additionalProperties] satisfies [string, Schema]]
      : []),
    ...one('allOf'),
    ...one('anyOf'),
    ...one('oneOf'),
  ];
}

function judgeEnum(schema: Schema, words: string, at: string, report: Report): void {
  const values = (schema.enum ?? []).filter((value) => value !== null).map(String);
  if (values.length < 2) return;
  const unexplained = values.filter((value) => !words.includes(`\`${value}\`: `));
  if (unexplained.length > 0)
    report('enum-explained', at, `does not say what ${unexplained.join(', ')} mean`);
}

function describes(document: OpenApi, property: Schema): boolean {
  return Boolean(property.description?.trim() ?? resolve(document, property).description?.trim());
}

function isAnything(schema: Schema): boolean {
  const { description: _, example: __, examples: ___, ...rest } = schema;
  return Object.keys(rest).length === 0;
}

function showsSomething(document: OpenApi, property: Schema): boolean {
  return showsValue(property) || showsValue(resolve(document, property));
}

/** What operations write without a name, where a client could only make one up; and enums of parameters. */
function judgeInline(document: OpenApi, report: Report): void {
  for (const { at, body, responses, parameters } of operationsOf(document)) {
    const contents = [body, ...responses.map(([, response]) => response)].map((one) => one?.content ?? {});
    for (const [type, { schema }] of contents.flatMap((content) => Object.entries(content))) {
      if (schema?.properties) report('schema-name', at, `its ${type} is an object without a name`);
    }
    for (const { name, schema } of parameters) {
      if (schema) judge(document, schema, `${at}/parameters/${name}`, report);
    }
  }
}
