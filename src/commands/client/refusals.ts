import { StartError } from '../../platform/start-error.js';
import type { Schema } from './amends.js';

/** What a refusal says of itself: a problem as the server writes it, or what stands for one. */
export interface Told {
  code: Schema<'Problem'>['code'] | 'no_answer' | 'not_json' | `http_${number}`;
  detail: string;
  errors?: Schema<'InputProblem'>['errors'];
}

/** What a request came to: `data` where it succeeded, `error` where it did not. */
export interface Result<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The answer of a request that is expected to succeed.
 * @throws StartError with the server's own words where it is refused or nobody answers
 */
export async function answered<T>(asked: Promise<Result<T>>): Promise<T> {
  const result = await asked.catch((error: unknown) => {
    throw new StartError(noAnswer(error).detail);
  });
  if (result.response.ok) return result.data as T;
  const { detail, errors = [] } = toldBy(result);
  const places = errors.map((error) => `${error.pointer ?? error.parameter ?? ''} ${error.detail}`);
  throw new StartError([`${result.response.url}: ${detail}`, ...places].join('\n  '));
}

/** What a refusal says, or its status where it is not one of ours, such as a proxy's page. */
export function toldBy({ error, response }: Omit<Result<unknown>, 'data'>): Told {
  if (isProblem(error)) return error;
  return { code: `http_${response.status}`, detail: `the server answered ${response.status}` };
}

/** What stands for an answer where none came, or none of ours. `fetch` hides the cause behind "fetch failed". */
export function noAnswer(error: unknown): Told {
  if (error instanceof SyntaxError) return { code: 'not_json', detail: 'what answers there speaks no JSON.' };
  const { cause, message } = error as { cause?: { code?: string }; message?: string };
  return { code: 'no_answer', detail: `nobody answers (${cause?.code ?? message ?? String(error)}).` };
}

function isProblem(body: unknown): body is Told {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
