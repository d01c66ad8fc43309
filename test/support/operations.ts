import {
  type Document,
  type Parameter,
  placedOperations,
  publishedDocument,
  resolve,
  type Schema,
} from './document.js';

/** One operation of the published document, to be called without knowing it. */
export interface Operation {
  id: string;
  method: string;
  /** With its parameters in braces. */
  path: string;
  query: Parameter[];
  body?: Schema;
  /** A body made of the examples in the document: what is required, no more. */
  example: Record<string, unknown>;
}

/** Every operation that the running program publishes, references followed. */
export async function operations(baseUrl: string): Promise<Operation[]> {
  const document = await publishedDocument(baseUrl);
  return placedOperations(document).map(({ method, path, operation }) => {
    const { parameters = [], requestBody } = operation;
    const schema = requestBody && resolve(document, requestBody).content?.['application/json']?.schema;
    const body = schema && follow(document, schema);
    return {
      id: operation.operationId,
      method,
      path,
      query: parameters.map((one) => resolve(document, one)).filter((one) => one.in === 'query'),
      ...(body && { body: { ...body, properties: propertiesOf(document, body) } }),
      example: body ? (exampleOf(document, body) as Record<string, unknown>) : {},
    };
  });
}

/** The schema itself; of several the first. */
function follow(document: Document, schema: Schema): Schema {
  const own = resolve(document, schema);
  const first = [own.anyOf, own.oneOf, own.allOf].flatMap((some) => some ?? [])[0];
  return first ? follow(document, first) : own;
}

function propertiesOf(document: Document, { properties = {} }: Schema): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, follow(document, one)] as const),
  );
}

function exampleOf(document: Document, schema: Schema): unknown {
  const { examples, type, enum: values, required = [], items, ...own } = follow(document, schema);
  const properties = own.properties ?? {};
  if (examples?.[0] !== undefined) return examples[0];
  if (values) return values[0];
  if (type === 'object') {
    return Object.fromEntries(required.map((name) => [name, exampleOf(document, properties[name] ?? {})]));
  }
  if (type === 'array') return items ? [exampleOf(document, items)] : [];
  return type === 'boolean' ? false : type === 'integer' ? 1 : 'words';
}
