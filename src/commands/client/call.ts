/** One request to a running server. */
export interface Question {
  method: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** An access token or a tracking token; null asks as anybody. */
  token: string | null;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON; null where there is none. */
  body: unknown;
}

/** Milliseconds after which a server that does not answer counts as gone. */
const PATIENCE = 60_000;

/**
 * Asks once.
 * @throws TypeError where no connection stands or it broke, DOMException TimeoutError where nobody answered
 */
export async function call(url: string, question: Question): Promise<Answer> {
  const { method, path, body, headers, token } = question;
  const response = await fetch(new URL(path, url), {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
  return { status: response.status, headers: response.headers, body: parsed(await response.text()) };
}

/** What stands for an answer where none came: status 0. `fetch` hides the cause behind "fetch failed". */
export function noAnswer(error: unknown): Answer {
  const { cause, message } = error as { cause?: { code?: string }; message?: string };
  const detail = `nobody answers (${cause?.code ?? message ?? String(error)}).`;
  return { status: 0, headers: new Headers(), body: { code: 'no_answer', detail } };
}

/** What a problem says of itself, or the status where the answer is not one of ours, such as a proxy's page. */
export function problemOf({ status, body }: Answer): Problem {
  return isProblem(body) ? body : { code: `http_${status}`, detail: `the server answered ${status}` };
}

export interface Problem {
  code: string;
  detail: string;
  errors?: { pointer?: string; parameter?: string; code: string; detail: string }[];
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
