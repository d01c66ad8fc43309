import { type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as formats } from 'ajv-formats';
import type { Answer, Question } from './api.js';
import { consistencyFaults } from './consistency.js';
import {
  copyOf,
  type Described,
  type Document,
  type Header,
  placedOperations,
  publishedDocument,
  resolve,
  type Response,
  type Schema,
} from './document.js';

/** The published OpenAPI document, held against what the program really answers. */
export class Contract {
  private static ofProgram: Promise<Contract> | undefined;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly document: Document;
  private readonly routes: { pattern: RegExp; method: string; operation: Described }[];
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(document: Document) {
    this.document = copyOf(document);
    formats.default(this.ajv);
    closeObjects(this.document);
    this.ajv.addSchema(this.document, 'openapi');
    this.routes = placedOperations(this.document)
      .sort((a, b) => variables(a.path) - variables(b.path))
      .map(({ path, method, operation }) => ({ method, operation, pattern: patternOf(path) }));
  }

  /** That of the program. Every app publishes the same one, whatever its configuration: the first is asked for it. */
  static of(baseUrl: string): Promise<Contract> {
    return (Contract.ofProgram ??= publishedDocument(baseUrl).then((document) => new Contract(document)));
  }

  /** @throws Error where the answer is not one that the document describes; it says everything that differs. */
  check(question: Question, answer: Answer): void {
    const faults = this.faults(question, answer);
    if (faults.length === 0) return;
    const { method, path } = question;
    const body = JSON.stringify(answer.body, null, 2);
    throw new Error(
      `${method} ${path} → ${answer.status} breaks the contract: ${faults.join('; ')}\n${body}`,
    );
  }

  /** The operation that a request reaches; a HEAD is the GET without its body. */
  operationOf({ method, path }: Pick<Question, 'method' | 'path'>): Described | undefined {
    const [pathname = ''] = path.split('?');
    if (!isDecodable(pathname)) return undefined;
    const asked = method === 'HEAD' ? 'GET' : method;
    return this.routes.find((route) => route.method === asked && route.pattern.test(pathname))?.operation;
  }

  /** How a value breaks a schema of the document, or null. */
  violation(schema: Schema, value: unknown): string | null {
    // Most schemas are references, and the same problem is referred to by every operation: it is compiled once.
    const key = JSON.stringify(schema);
    const validator = this.validators.get(key) ?? this.compile(schema);
    this.validators.set(key, validator);
    return validator(value) ? null : this.ajv.errorsText(validator.errors, { dataVar: '' });
  }

  private faults(question: Question, answer: Answer): string[] {
    const operation = this.operationOf(question);
    if (!operation) return this.faultsBeforeRouting(question, answer);
    const described = operation.responses[answer.status];
    if (!described) return [`${operation.operationId} does not document ${answer.status}`];
    const response = resolve(this.document, described);
    return [
      ...this.headerFaults(response, answer),
      ...(question.method === 'HEAD' ? [] : this.bodyFaults(operation.operationId, response, answer)),
    ];
  }

  /** Where no operation is, nothing is answered but a problem, and a browser that asks which origins may call. */
  private faultsBeforeRouting({ method }: Question, answer: Answer): string[] {
    if (method === 'OPTIONS' && answer.headers.has('access-control-allow-methods')) return [];
    if (answer.status < 400) return ['no operation of the document is here'];
    if (method === 'HEAD') return [];
    const problem: Response = { content: { [PROBLEM_TYPE]: { schema: PROBLEM } } };
    return this.bodyFaults('problem', problem, answer);
  }

  private headerFaults({ headers = {} }: Response, answer: Answer): string[] {
    const names = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
    const undocumented = [...answer.headers.keys()].filter(
      (name) => !names.has(name) && !STANDING_HEADERS.has(name),
    );
    return [
      ...undocumented.map((name) => `the header ${name} is not documented`),
      ...Object.entries(headers).flatMap(([name, header]) => this.headerFault(name, header, answer)),
    ];
  }

  private headerFault(name: string, described: Header, answer: Answer): string[] {
    const { required, schema } = resolve(this.document, described);
    const value = answer.headers.get(name);
    if (value === null) return required ? [`the header ${name} is missing`] : [];
    if (!schema) return [];
    const { type } = resolve(this.document, schema);
    const read = type === 'integer' || type === 'number' ? Number(value) : value;
    const violation = this.violation(schema, read);
    return violation === null ? [] : [`the header ${name} is ${value}: ${violation}`];
  }

  private bodyFaults(id: string, response: Response, answer: Answer): string[] {
    const type = answer.headers.get('content-type')?.split(';')[0]?.trim();
    if (type === undefined && response.content === undefined) {
      return answer.body === null ? [] : [`${id} documents no body`];
    }
    // A file is of whatever type it is.
    const anyType = type === undefined ? undefined : response.content?.['*/*'];
    const schema = (response.content?.[type ?? ''] ?? anyType)?.schema;
    if (!schema) return [`${id} documents no ${type ?? 'empty body'}`];
    // A text of no line is one too.
    const body = schema.type === 'string' ? (answer.body ?? '') : answer.body;
    const violation = this.violation(schema, body);
    return violation === null
      ? consistencyFaults(response, answer, type === PROBLEM_TYPE)
      : [`${id} ${answer.status} ${type ?? ''}: ${violation}`];
  }

  private compile(schema: Schema): ValidateFunction {
    return this.ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object);
  }
}

const PROBLEM_TYPE = 'application/problem+json';

/** Of what is answered where no operation is: on an unknown path, or before routing. */
const PROBLEM = { $ref: '#/components/schemas/Problem' } as Schema;

/** What every answer may carry: of HTTP itself, of the connection, and what the server sets everywhere. */
const STANDING_HEADERS = new Set([
  'accept-patch',
  'accept-post',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cache-control',
  'connection',
  'content-length',
  'content-security-policy',
  'content-type',
  'date',
  'keep-alive',
  'referrer-policy',
  'retry-after',
  'strict-transport-security',
  'transfer-encoding',
  'vary',
  'x-content-type-options',
  'x-request-id',
]);

/** A client must bear a field that it does not know; a test must not: nothing undocumented is answered. */
function closeObjects(document: Document): void {
  for (const schema of Object.values(document.components.schemas)) {
    if (schema.properties) schema.additionalProperties ??= false;
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

/** What cannot be decoded is refused before anybody looks for a route. */
function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function variables(path: string): number {
  return path.split('{').length;
}
