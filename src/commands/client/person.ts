import { StartError } from '../../platform/start-error.js';
import { type Answer, call, noAnswer, problemOf } from './call.js';

/** The API as one person sees it who expects every request to succeed. */
export class Person {
  constructor(
    private readonly url: string,
    private readonly token: string | null,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.ask<T>('GET', path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.ask<T>('POST', path, body);
  }

  patch<T>(path: string, version: number, body: object): Promise<T> {
    return this.ask<T>('PATCH', path, body, { 'If-Match': `"${version}"` });
  }

  /** @throws StartError with the server's own words where the answer is a refusal */
  private async ask<T>(
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<T> {
    const question = { method, path, body, headers, token: this.token };
    const answer = await call(this.url, question).catch(noAnswer);
    if (answer.status >= 200 && answer.status < 300) return answer.body as T;
    throw new StartError(`${method} ${new URL(path, this.url).href}: ${reasonOf(answer)}`);
  }
}

function reasonOf(answer: Answer): string {
  const { detail, errors = [] } = problemOf(answer);
  const places = errors.map((error) => `${error.pointer ?? error.parameter ?? ''} ${error.detail}`);
  return [detail, ...places].join('\n  ');
}
