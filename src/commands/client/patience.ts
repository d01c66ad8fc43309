import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../platform/start-error.js';
import { fetchOnce } from './amends.js';
import { noAnswer, type Told, toldBy } from './refusals.js';
import type { Session } from './session.js';

const MOST_TRIES = 9;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;

/** What a try came to: an answer with what it says where it is a refusal, or none. */
type Try = { response: Response; told?: Told } | { response?: undefined; told: Told };

/** How one request travels that may be repeated: a write needs its Idempotency-Key. */
export class Patience {
  /** An earlier try went unanswered and may have done it already. */
  uncertain = false;

  constructor(private readonly session: Session) {}

  /**
   * Asks until there is an answer that another try would not change: waits through a server that is busy, restarting
   * or out of reach for about a minute, longer where `Retry-After` says so, and signs in again where the token has run
   * out.
   * @throws StartError where the server stays away or the caller may not do this at all
   */
  readonly fetch = async (request: Request): Promise<Response> => {
    let last = '';
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const token = await this.session.token();
      const { response, told } = await attempt(request, token);
      const status = response?.status ?? 0;
      if (status === 403) throw new StartError(`This user may not do this: ${told?.detail ?? ''}`);
      if (response && !mayPass(status, told)) return response;
      last = told?.detail ?? '';
      this.uncertain ||= status !== 401 && status !== 429;
      if (status === 401) await this.session.renew(token);
      else if (tries < MOST_TRIES) await sleep(pauseFor(response, tries));
    }
    throw new StartError(`${new URL(request.url).origin} was asked ${MOST_TRIES} times in vain: ${last}`);
  };
}

/** Once, to the last byte: a connection that breaks within an answer brought none, and neither did a page of HTML. */
async function attempt(request: Request, token: string): Promise<Try> {
  const copy = request.clone();
  copy.headers.set('Authorization', `Bearer ${token}`);
  try {
    const answer = await fetchOnce(copy);
    const text = await answer.text();
    const response = new Response(text === '' ? null : text, answer);
    if (!answer.ok) return { response, told: toldBy({ error: parsed(text), response }) };
    if (text !== '') JSON.parse(text);
    return { response };
  } catch (error) {
    return { told: noAnswer(error) };
  }
}

/** Answers that another try can change. */
function mayPass(status: number, told: Told | undefined): boolean {
  return [401, 429, 502, 503, 504].includes(status) || told?.code === 'idempotency_in_progress';
}

/** Milliseconds: `Retry-After` where the server gave it; else it doubles with each try, somewhat random, so that those
 * who were refused together do not come back together. */
function pauseFor(response: Response | undefined, tries: number): number {
  const seconds = Number(response?.headers.get('retry-after') ?? NaN);
  if (Number.isFinite(seconds)) return seconds * 1000 + Math.random() * FIRST_PAUSE;
  return Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
