/** The published OpenAPI document as far as tests read it. Any part may stand elsewhere and be referred to. */
export interface Document {
  paths: Record<string, Record<string, Described>>;
  components: {
    schemas: Record<string, Schema>;
    headers?: Record<string, Header>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Described['responses'][string]>;
  };
}

/** One operation of one path. */
export interface Described {
  operationId: string;
  'x-permission'?: string;
  /** Each is one way to be let in; an empty one needs nothing. */
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: Content & { required?: boolean };
  responses: Record<string, Response>;
}

export interface Response extends Content {
  headers?: Record<string, Header>;
  /** The codes of the problems that this status can be. */
  'x-codes'?: string[];
  /** The codes that `unmet` can hold. */
  'x-needs'?: string[];
}

export interface Header {
  required?: boolean;
  schema?: Schema;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

export interface Schema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  examples?: unknown[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

/** An operation with where it stands. */
export interface Placed {
  /** In capitals, as a request line has it. */
  method: string;
  /** With its parameters in braces. */
  path: string;
  operation: Described;
}

export async function publishedDocument(baseUrl: string): Promise<Document> {
  const response = await fetch(new URL('/openapi.json', baseUrl));
  return (await response.json()) as Document;
}

/** Every operation with its path, in the order of the document. */
export function placedOperations(document: Document): Placed[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}

/** The part itself, where it is only referred to; a description beside the reference comes along. */
export function resolve<T extends object>(document: Document, part: T): T {
  const { $ref, ...beside } = part as { $ref?: string };
  if ($ref === undefined) return part;
  const found = $ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
  if (typeof found !== 'object' || found === null) throw new Error(`${$ref} names nothing of the document`);
  return resolve(document, { ...found, ...beside } as T);
}

/** A copy that may be changed without changing the document. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
