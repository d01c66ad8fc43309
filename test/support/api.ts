import type { Readable } from 'node:stream';
import supertest, { type Response as Incoming } from 'supertest';
import { type Amends, connect } from '../../src/commands/client/amends.js';
import type { Result } from '../../src/commands/client/refusals.js';

/** What came back: the body is parsed JSON, text of another type, or null where there is none. */
export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

export interface Question {
  method: string;
  path: string;
  /** An object is sent as JSON; text and bytes are sent as they are. Absent: no body at all. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sees every answer, for example to hold it against the published contract. */
export type Witness = (question: Question, answer: Answer) => void;

/** The API as one caller. A 500 is never an answer that a test waits for: it throws. */
export class Api {
  constructor(
    private readonly baseUrl: string,
    private readonly token: () => Promise<string | null>,
    private readonly witness: Witness = () => undefined,
  ) {}

  /** The same caller as a program that is written against the contract: what it sends and gets is typed. */
  get client(): Amends {
    return connect({ url: this.baseUrl, fetch: (request) => this.carry(request) });
  }

  get<T>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>({ method: 'GET', path, headers });
  }

  post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>({ method: 'POST', path, body, headers });
  }

  /** A merge patch of the given version; `null` sends no `If-Match`. */
  patch<T>(path: string, version: number | null, body: unknown): Promise<Answer<T>> {
    const headers = version === null ? undefined : { 'If-Match': `"${version}"` };
    return this.send<T>({ method: 'PATCH', path, body, headers });
  }

  delete<T>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>({ method: 'DELETE', path, headers });
  }

  async send<T>(question: Question): Promise<Answer<T>> {
    return (await this.ask<T>(question)).answer;
  }

  private async carry(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const said = await request.text();
    const { answer, text } = await this.ask({
      method: request.method,
      path: pathname + search,
      body: said === '' ? undefined : parsed(said),
      headers: Object.fromEntries(request.headers),
    });
    return new Response(text === '' ? null : text, answer);
  }

  private async ask<T>(question: Question): Promise<{ answer: Answer<T>; text: string }> {
    const token = await this.token();
    const response = await supertest(this.baseUrl)
      [METHODS[question.method] ?? 'get'](question.path)
      .set({
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(question.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...question.headers,
      })
      .redirects(0)
      .ok(() => true)
      .buffer(true)
      .parse(asText)
      .send(wire(question.body));
    const text = String(response.body);
    const headers = new Headers(response.headers);
    // A file of JSON lines is none, though one with a single line reads like it.
    const body = /[/+]json\b/.test(headers.get('content-type') ?? '') ? parsed(text) : text || null;
    const answer = { status: response.status, headers, body };
    if (answer.status === 500) throw new Error(`${question.method} ${question.path} answered 500`);
    this.witness(question, answer);
    return { answer: answer as Answer<T>, text };
  }
}

/**
 * The body of an answer that is as expected.
 * @throws Error that shows the whole answer when it has another status, so that a failed step says why.
 */
export function expectStatus<T>(status: number, answer: Answer<T>): T {
  if (answer.status === status) return answer.body;
  throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body, null, 2)}`);
}

/**
 * What a typed request brought, when it is as expected.
 * @throws Error that shows the whole answer when it has another status
 */
export async function expectAnswer<T>(status: number, asked: Promise<Result<T>>): Promise<T> {
  const { data, error, response } = await asked;
  return expectStatus(status, {
    status: response.status,
    body: (data ?? error) as T,
    headers: response.headers,
  });
}

const METHODS: Record<string, 'get' | 'post' | 'patch' | 'delete' | 'put' | 'head' | 'options'> = {
  GET: 'get',
  POST: 'post',
  PATCH: 'patch',
  DELETE: 'delete',
  PUT: 'put',
  HEAD: 'head',
  OPTIONS: 'options',
};

function wire(body: unknown): string | Buffer | undefined {
  if (body === undefined || typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
}

/** Milliseconds after which it leaves a stream of events, which may have no end of its own. */
const LISTENS = 300;

/** The body as it came: the test app parses it, whatever its type. */
function asText(response: Incoming, done: (error: Error | null, text: string) => void): void {
  const stream = response as unknown as Readable;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  if (String(response.headers['content-type']).startsWith('text/event-stream')) {
    const leave = setTimeout(() => stream.destroy(), LISTENS);
    stream.once('close', () => {
      clearTimeout(leave);
      done(null, Buffer.concat(chunks).toString('utf8'));
    });
    return;
  }
  stream.on('end', () => {
    done(null, Buffer.concat(chunks).toString('utf8'));
  });
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
