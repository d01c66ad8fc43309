import { type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as formats } from 'ajv-formats';
import type { Answer, Question } from './api.js';

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    responses?: Record<string, Response>;
    headers?: Record<string, Header>;
  };
}

interface Operation {
  operationId: string;
  responses: Record<string, Response>;
}

interface Response {
  $ref?: string;
  content?: Record<string, { schema?: object }>;
  headers?: Record<string, Header>;
}

interface Header {
  $ref?: string;
  required?: boolean;
}

interface Schema {
  properties?: object;
  additionalProperties?: unknown;
}

/** The published OpenAPI document, held against what the program really answers. */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly routes: { pattern: RegExp; operations: Record<string, Operation> }[];
  private readonly validators = new Map<string, ValidateFunction | null>();

  private constructor(private readonly document: Document) {
    formats.default(this.ajv);
    closeObjects(document);
    this.ajv.addSchema(document, 'openapi');
    this.routes = Object.entries(document.paths)
      .map(([path, operations]) => ({ path, operations, pattern: patternOf(path) }))
      .sort((a, b) => variables(a.path) - variables(b.path));
  }

  static async of(baseUrl: string): Promise<Contract> {
    const response = await fetch(new URL('/openapi.json', baseUrl));
    return new Contract((await response.json()) as Document);
  }

  /** @throws Error where the answer is not one that the document describes. */
  check(question: Question, answer: Answer): void {
    const operation = this.operationOf(question);
    if (operation) this.checkOperation(operation, question, answer);
    else if (answer.status >= 400) this.validate('problem', PROBLEM, question, answer);
  }

  private checkOperation(operation: Operation, question: Question, answer: Answer): void {
    const { status } = answer;
    const response = this.resolve(operation.responses[status]);
    if (!response) throw mismatch(question, answer, `${operation.operationId} does not document ${status}`);
    for (const [name, header] of Object.entries(response.headers ?? {})) {
      if (!this.isRequired(header) || answer.headers.has(name)) continue;
      throw mismatch(question, answer, `the header ${name} is missing`);
    }
    const type = answer.headers.get('content-type')?.split(';')[0];
    if (type === undefined && response.content === undefined) return;
    const schema = response.content?.[type ?? ''];
    if (!schema)
      throw mismatch(question, answer, `${operation.operationId} documents no ${type ?? 'empty body'}`);
    this.validate(`${operation.operationId} ${status} ${type ?? ''}`, schema.schema, question, answer);
  }

  private operationOf({ method, path }: Question): Operation | undefined {
    const [pathname = ''] = path.split('?');
    return this.routes.find(({ pattern }) => pattern.test(pathname))?.operations[method.toLowerCase()];
  }

  private resolve(response: Response | undefined): Response | undefined {
    const name = response?.$ref?.replace('#/components/responses/', '');
    return name === undefined ? response : this.document.components.responses?.[name];
  }

  private isRequired(header: Header): boolean {
    const name = header.$ref?.replace('#/components/headers/', '');
    const described = name === undefined ? header : this.document.components.headers?.[name];
    return described?.required === true;
  }

  private validate(key: string, schema: object | undefined, question: Question, answer: Answer): void {
    if (!this.validators.has(key)) this.validators.set(key, schema ? this.compile(schema) : null);
    const validator = this.validators.get(key);
    if (!validator || validator(answer.body)) return;
    throw mismatch(question, answer, `${key}: ${this.ajv.errorsText(validator.errors, { dataVar: '' })}`);
  }

  private compile(schema: object): ValidateFunction {
    return this.ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object);
  }
}

/** Of what is answered where no operation is: on an unknown path, or before routing. */
const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** A client must bear a field that it does not know; a test must not: nothing undocumented is answered. */
function closeObjects(document: Document): void {
  for (const schema of Object.values(document.components.schemas)) {
    if (schema.properties) schema.additionalProperties ??= false;
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

function variables(path: string): number {
  return path.split('{').length;
}

function mismatch(question: Question, answer: Answer, reason: string): Error {
  const { method, path } = question;
  return new Error(
    `${method} ${path} → ${answer.status} breaks the contract: ${reason}\n${JSON.stringify(answer.body, null, 2)}`,
  );
}
