import type { Contract } from '../support/contract.js';
import * as fc from 'fast-check';
import type { Answer, Question } from '../support/api.js';
import {
  type Document,
  type Header,
  type Placed,
  resolve,
  type Response,
  type Schema,
} from '../support/document.js';
import { Values } from './fuzz/values.js';

/** An answer that keeps to the document, made from the document alone. */
export interface Sample {
  placed: Placed;
  status: number;
  response: Response;
  question: Question;
  answer: Answer;
}

/** One for every status of every operation. */
export function samplesOf(document: Document, placed: readonly Placed[]): Sample[] {
  const values = new Values(document, () => [], EPOCH);
  const made = new Map<string, unknown>();
  /** The same schema has the same value everywhere; it is made once. */
  const make: Make = (schema) => {
    const key = JSON.stringify(schema);
    if (!made.has(key)) made.set(key, fc.sample(values.of(schema), { seed: 1, numRuns: 1 })[0]);
    return made.get(key);
  };
  return placed.flatMap((one) =>
    Object.entries(one.operation.responses).map(([status, response]) =>
      sampleOf(document, one, Number(status), resolve(document, response), make),
    ),
  );
}

/** The same answer with another body or other headers. */
export function changed(
  sample: Sample,
  change: { body?: unknown; header?: [string, string | null] },
): Answer {
  const { answer } = sample;
  const headers = new Headers(answer.headers);
  if (change.header) {
    const [name, value] = change.header;
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return { ...answer, headers, body: 'body' in change ? change.body : answer.body };
}

type Make = (schema: Schema) => unknown;

const REQUEST_ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
const EPOCH = Date.parse('2026-11-20T09:00:00.000Z');

function sampleOf(
  document: Document,
  placed: Placed,
  status: number,
  response: Response,
  made: Make,
): Sample {
  const headers = new Headers({ 'x-request-id': REQUEST_ID });
  for (const [name, header] of Object.entries(response.headers ?? {})) {
    const { schema = {} } = resolve<Header>(document, header);
    if (name !== 'Link') headers.set(name, name === 'ETag' ? '"7"' : writable(made(schema)));
  }
  const [type, content] = Object.entries(response.content ?? {})[0] ?? [];
  if (type !== undefined) headers.set('content-type', `${type}; charset=utf-8`);
  const body = content?.schema ? made(content.schema) : null;
  const agreed = agreeing(body, status, response, headers);
  return {
    placed,
    status,
    response,
    question: { method: placed.method, path: placed.path.replace(/\{[^}]+\}/g, REQUEST_ID) },
    answer: { status, headers, body: agreed },
  };
}

/** What no schema says, but the answer must: its parts agree with each other. */
function agreeing(body: unknown, status: number, response: Response, headers: Headers): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const [code] = response['x-codes'] ?? [];
  if (code !== undefined) {
    const type = `http://localhost/docs/problems/${code.replaceAll('_', '-')}`;
    const { unmet: _unmet, ...rest } = body as Record<string, unknown>;
    const need = { code: response['x-needs']?.[0] ?? '', detail: 'is missing' };
    const needs = code === 'action_refused' ? { unmet: [need] } : {};
    return { ...rest, ...needs, type, code, status, requestId: REQUEST_ID };
  }
  const { id } = body as { id?: unknown };
  if (headers.has('location'))
    headers.set('location', typeof id === 'string' ? `/v1/things/${id}` : '/v1/thing');
  return {
    ...body,
    ...('version' in body && headers.has('etag') ? { version: 7 } : {}),
    ...('nextCursor' in body ? { nextCursor: null } : {}),
  };
}

/** As a header can hold it: what a schema allows may have letters that a header does not. */
function writable(value: unknown): string {
  const text = [value]
    .flat()
    .join()
    .replace(/[^\x21-\x7e]/g, '');
  return text === '' ? 'x' : text;
}

export const named = ({ placed, status }: Sample) => `${placed.operation.operationId} ${status}`;

/** The answers that a checker takes, by operation and status. */
export function taken(
  by: Contract,
  some: Sample[],
  change: (sample: Sample) => Sample['answer'] | null,
): string[] {
  return some.flatMap((sample) => {
    const answer = change(sample);
    if (answer === null) return [];
    try {
      by.check(sample.question, answer);
      return [named(sample)];
    } catch {
      return [];
    }
  });
}

export function bodySchema(document: Document, { response }: Sample): Schema | undefined {
  const schema = Object.values(response.content ?? {})[0]?.schema;
  return schema && resolve(document, schema);
}
