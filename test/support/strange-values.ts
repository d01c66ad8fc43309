import type { Schema } from './document.js';

/** What is sent in the place of a property; none of it is allowed anywhere but where the schema says so. */
export const STRANGE: [name: string, value: unknown, fits?: (schema: Schema) => boolean][] = [
  ['a number', 12.5],
  ['a huge number', 1e300],
  ['true', true, ({ type }) => [type].flat().includes('boolean')],
  ['a list of lists', [[[]]]],
  ['an object with a prototype', { __proto__x: 1, constructor: { prototype: {} } }],
  ['NUL', 'a\u0000b'],
  ['half a pair', 'a\ud800b'],
  ['the other half', '\udc00@house.example'],
  ['a date that does not exist', '2026-02-30T09:00:00.000Z', isText],
  ['the hour 24', '2026-11-20T24:00:00.000Z', isText],
  ['the year 0', '0000-01-01T00:00:00.000Z', isText],
  ['another offset', '2026-11-20T09:00:00+01:00', isText],
  ['blanks', ' \t\n ', (schema) => isText(schema) && schema.pattern === undefined],
  ['a very long text', 'x'.repeat(50_000)],
];

function isText({ type, format, enum: values }: Schema): boolean {
  return [type].flat().includes('string') && format === undefined && values === undefined;
}
