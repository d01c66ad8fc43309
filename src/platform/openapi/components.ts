import {
  getSchemaPath,
  type HeaderObject,
  type ParameterObject,
  type ReferenceObject,
  type ResponseObject,
  type SchemaObject,
} from '@nestjs/swagger';
import type { Dto } from '../http/endpoint.decorator.js';
import type { Examples } from './examples/examples.js';
import { type HeaderName, HEADERS } from './headers.js';

/** The named parts of the document: each is put there when it is first referred to, and so none is unused. */
export class Components {
  private readonly schemas = new Map<string, SchemaObject>();
  private readonly headers = new Map<string, HeaderObject>();
  private readonly parameters = new Map<string, ParameterObject>();
  private readonly responses = new Map<string, ResponseObject>();

  /** @param known the schemas of all DTO classes, whether they are used or not */
  constructor(
    private readonly known: Readonly<Record<string, SchemaObject>>,
    readonly examples: Examples,
  ) {}

  /** The schema of a class, to be read only. */
  schemaOf(dto: Dto): SchemaObject {
    return this.known[schemaName(dto)] ?? { type: 'object' };
  }

  /** Refers to the schema of a class; what it refers to comes along. */
  dto(dto: Dto): ReferenceObject {
    return this.schema(schemaName(dto), () => this.schemaOf(dto));
  }

  schema(name: string, make: () => SchemaObject): ReferenceObject {
    if (!this.schemas.has(name)) {
      const schema = make();
      this.schemas.set(name, schema);
      for (const other of referred(schema)) this.schema(other, () => this.known[other] ?? { type: 'object' });
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  header(name: HeaderName): ReferenceObject {
    this.headers.set(name, HEADERS[name]);
    return { $ref: `#/components/headers/${name}` };
  }

  parameter(name: string, make: () => ParameterObject): ReferenceObject {
    if (!this.parameters.has(name)) this.parameters.set(name, make());
    return { $ref: `#/components/parameters/${name}` };
  }

  response(name: string, make: () => ResponseObject): ReferenceObject {
    if (!this.responses.has(name)) this.responses.set(name, make());
    return { $ref: `#/components/responses/${name}` };
  }

  /** Closes the schema of a request's body, and of every object in it: what it does not name is refused. */
  close(name: string): void {
    const schema = this.schemas.get(name);
    if (!schema || schema.additionalProperties === false) return;
    schema.additionalProperties = false;
    for (const other of referred(schema)) this.close(other);
  }

  /** Everything that is used, by name. */
  used() {
    return {
      schemas: sorted(this.schemas),
      parameters: sorted(this.parameters),
      headers: sorted(this.headers),
      responses: sorted(this.responses),
    };
  }
}

/** The name of a class in the document. */
export function schemaName(dto: Dto): string {
  return getSchemaPath(dto).slice(SCHEMAS.length);
}

/** The names of the schemas that a schema refers to. */
function referred(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(referred);
  if (typeof node !== 'object' || node === null) return [];
  const own = '$ref' in node && typeof node.$ref === 'string' ? [node.$ref.slice(SCHEMAS.length)] : [];
  return [...own, ...Object.values(node).flatMap(referred)];
}

const SCHEMAS = '#/components/schemas/';

function sorted<T>(parts: Map<string, T>): Record<string, T> {
  return Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
