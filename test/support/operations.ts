/** A schema of the published document as far as tests read it, references followed. */
export interface Schema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  example?: unknown;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
}

/** One operation of the published document. */
export interface Operation {
  id: string;
  method: string;
  /** With its parameters in braces. */
  path: string;
  query: { name: string }[];
  body?: Schema;
  /** A body made of the examples in the document: what is required, no more. */
  example: Record<string, unknown>;
}

interface Reference {
  $ref?: string;
  anyOf?: Reference[];
  oneOf?: Reference[];
  allOf?: Reference[];
}

interface Described {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema & Reference }> };
}

/** Every operation that the running program publishes, to be called without knowing it. */
export async function operations(baseUrl: string): Promise<Operation[]> {
  const response = await fetch(new URL('/openapi.json', baseUrl));
  const document = (await response.json()) as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, Schema & Reference> };
  };
  const follow = (schema: Schema & Reference): Schema => {
    const of = schema.$ref ?? [schema.anyOf, schema.oneOf, schema.allOf].flatMap((one) => one ?? [])[0];
    if (typeof of === 'object') return follow({ ...of });
    if (of === undefined) return schema;
    return follow(document.components.schemas[of.replace('#/components/schemas/', '')] ?? {});
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const content = described.requestBody?.content['application/json'];
      const body = content && follow(content.schema);
      return {
        id: described.operationId,
        method: method.toUpperCase(),
        path,
        query: (described.parameters ?? []).filter((one) => one.in === 'query'),
        ...(body && { body: resolved(body, follow) }),
        example: body ? (exampleOf(body, follow) as Record<string, unknown>) : {},
      };
    }),
  );
}

function resolved(schema: Schema, follow: (schema: Schema) => Schema): Schema {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, one]) => [name, follow(one)] as const,
  );
  return { ...schema, properties: Object.fromEntries(properties) };
}

function exampleOf(schema: Schema, follow: (schema: Schema) => Schema): unknown {
  const { example, type, enum: values, properties = {}, required = [], items } = follow(schema);
  if (example !== undefined) return example;
  if (values) return values[0];
  if (type === 'object')
    return Object.fromEntries(required.map((name) => [name, exampleOf(properties[name] ?? {}, follow)]));
  if (type === 'array') return items ? [exampleOf(items, follow)] : [];
  return type === 'boolean' ? false : type === 'integer' ? 1 : 'words';
}
