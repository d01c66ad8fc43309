import type { OpenAPIObject } from '@nestjs/swagger';
import type { Permission } from '../../kernel/permissions.js';
import type { Tag } from '../../kernel/tags.js';

// The OpenAPI document as far as the reference reads it.

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface Example {
  $ref?: string;
  summary?: string;
  value?: unknown;
}

export interface Content {
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, Example>;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
}

export interface Header {
  $ref?: string;
  description?: string;
}

export interface Response {
  $ref?: string;
  description: string;
  headers?: Record<string, Header>;
  content?: Record<string, Content>;
  'x-codes'?: string[];
  'x-needs'?: string[];
}

/** The row of the workflow that an action takes. */
export interface WorkflowRow {
  action: string;
  transitions: { from: string | null; to: string }[];
  opens: string[];
  keeps: string[];
  entry: string;
}

export interface Operation {
  path: string;
  method: string;
  operationId: string;
  tags: [Tag];
  summary: string;
  description: string;
  'x-permission': Permission;
  'x-workflow'?: WorkflowRow;
  /** Which tokens do; `{}` is none. */
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { $ref?: string; required?: boolean; content: Record<string, Content> };
  responses: Record<string, Response>;
}

type Referring = { $ref?: string };

/** The OpenAPI document, with references followed. */
export class Described {
  readonly operations: readonly Operation[];

  constructor(private readonly document: OpenAPIObject) {
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Omit<Operation, 'path' | 'method'>>).map(
        ([method, operation]) => ({
          ...operation,
          path,
          method: method.toUpperCase(),
        }),
      ),
    );
  }

  /** What stands where a reference leads, or the thing itself. */
  resolve<T extends Referring>(thing: T): T {
    if (thing.$ref === undefined) return thing;
    const steps = thing.$ref.replace(/^#\//, '').split('/');
    const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], this.document);
    return this.resolve(found as T);
  }

  /** The operations of a chapter, in the order of the document. */
  chapter(tag: Tag): Operation[] {
    return this.operations.filter(({ tags }) => tags[0] === tag);
  }

  /** The first example of a content, however it is given. */
  exampleOf({ example, examples = {} }: Content): unknown {
    const [first] = Object.values(examples);
    return example ?? (first && this.resolve(first).value);
  }
}

/** The name of a schema that is referred to. */
export function nameOf({ $ref }: Referring): string | undefined {
  return $ref?.slice($ref.lastIndexOf('/') + 1);
}
