import supertest, { type Response } from 'supertest';

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
    const answer = {
      status: response.status,
      headers: new Headers(response.headers),
      body: parsed(String(response.body)),
    };
    if (answer.status === 500) throw new Error(`${question.method} ${question.path} answered 500`);
    this.witness(question, answer);
    return answer as Answer<T>;
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

/** The body as it came: the test app parses it, whatever its type. */
function asText(response: Response, done: (error: Error | null, text: string) => void): void {
  const stream = response as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
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
