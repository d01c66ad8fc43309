/** As much of an OpenAPI 3.1 document as the rules look at. */
export interface OpenApi {
  openapi: string;
  info: { version: string };
  tags?: { name: string; description?: string }[];
  security?: Security[];
  paths: Record<string, Record<string, Operation>>;
  webhooks?: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, Schema>>;
}

export type Security = Record<string, string[]>;

export interface Reference {
  $ref?: string;
}

export interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: Security[];
  parameters?: Parameter[];
  requestBody?: Body;
  responses?: Record<string, Response>;
  'x-permission'?: string;
  'x-workflow'?: object;
}

export interface Parameter extends Reference {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

export interface Body extends Reference {
  required?: boolean;
  content?: Record<string, Media>;
}

export interface Media {
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, Example>;
}

export interface Example extends Reference {
  value?: unknown;
}

export interface Response extends Body {
  description?: string;
  headers?: Record<string, Reference & { schema?: Schema }>;
  /** Every problem code that this answer can carry. */
  'x-codes'?: string[];
  /** Every need that an `action_refused` of it can name. */
  'x-needs'?: string[];
}

export interface Schema extends Reference {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  nullable?: boolean;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

/** An operation where it stands, with what it says by reference resolved. */
export interface Place {
  /** Its JSON pointer in the document. */
  at: string;
  method: string;
  path: string;
  operation: Operation;
  parameters: Parameter[];
  body: Body | undefined;
  responses: [status: string, response: Response][];
  /** Whether a caller who is not signed in is refused. */
  secured: boolean;
}

export function operationsOf(document: OpenApi): Place[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Place => {
      const security = operation.security ?? document.security ?? [];
      return {
        at: `#/paths/${escape(path)}/${method}`,
        method,
        path,
        operation,
        parameters: (operation.parameters ?? []).map((parameter) => resolve(document, parameter)),
        body: operation.requestBody && resolve(document, operation.requestBody),
        responses: Object.entries(operation.responses ?? {}).map(([status, one]) => [
          status,
          resolve(document, one),
        ]),
        secured: security.length > 0 && security.every((way) => Object.keys(way).length > 0),
      };
    }),
  );
}

/** What a reference leads to; anything else as it is. @throws Error where it leads nowhere. */
export function resolve<T extends Reference>(document: OpenApi, node: T): T {
  if (node.$ref === undefined) return node;
  const [section = '', name = ''] = node.$ref.replace('#/components/', '').split('/');
  const found = document.components[section]?.[name];
  if (!found) throw new Error(`${node.$ref} leads nowhere`);
  return resolve(document, found as T);
}

/** A step of a JSON pointer (RFC 6901). */
export function escape(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
