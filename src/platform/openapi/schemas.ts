import type { SchemaObject } from '@nestjs/swagger';

/** The schemas of @nestjs/swagger with what it leaves out: a description each, examples as JSON Schema has them. */
export function finishSchemas(schemas: Readonly<Record<string, unknown>>): Record<string, SchemaObject> {
  const finished = Object.entries(schemas).map(([name, schema]) => {
    const { description, ...rest } = finish(schema) as SchemaObject;
    return [name, { description: description ?? inWords(name), ...rest }] as const;
  });
  return Object.fromEntries(finished);
}

/** The same schema for a parameter, which is never null: absent is the only way to leave it out. */
export function withoutNull({ type, enum: values, ...schema }: SchemaObject): SchemaObject {
  const types = [type ?? []].flat().filter((one) => one !== 'null');
  const some = (values as unknown[] | undefined)?.filter((value) => value !== null);
  return { type: types.length === 1 ? types[0] : types, ...schema, ...(some ? { enum: some } : {}) };
}

function finish(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(finish);
  if (typeof node !== 'object' || node === null) return node;
  const { allOf, example, ...rest } = node as Record<string, unknown>;
  // A reference with a description beside it is allowed since 3.1.
  const reference =
    Array.isArray(allOf) && allOf.length === 1 ? (allOf[0] as object) : { ...(allOf ? { allOf } : {}) };
  const members = Object.entries({ ...reference, ...rest }).map(([key, value]) => [
    key,
    VALUES.has(key) ? value : finish(value),
  ]);
  return {
    ...Object.fromEntries(members),
    ...(example === undefined ? {} : { examples: [example] }),
  } as object;
}

/** Members whose value is data, not a schema. */
const VALUES = new Set(['examples', 'default', 'enum', 'const', 'required']);

/** `EntryActor` is "Entry actor." */
function inWords(name: string): string {
  const words = name.replace(/(Dto|Body)$/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return `${words.charAt(0)}${words.slice(1).toLowerCase()}.`;
}
