import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../platform/start-error.js';
import { type Answer, call, noAnswer, problemOf, type Question } from './call.js';
import type { Session } from './session.js';

const MOST_TRIES = 9;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;

export interface Patient extends Answer {
  /** An earlier try went unanswered and may have done it already. */
  uncertain: boolean;
}

/**
 * Asks until there is an answer that another try would not change: waits through a server that is busy, restarting or
 * out of reach for about a minute, longer where `Retry-After` says so, and signs in again where the token has run out.
 * The request must be one that may be repeated: a write needs its Idempotency-Key.
 * @throws StartError where the server stays away or the caller may not do this at all
 */
export async function askPatiently(
  url: string,
  session: Session,
  question: Omit<Question, 'token'>,
): Promise<Patient> {
  let last = '';
  let uncertain = false;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const token = await session.token();
    const answer = await call(url, { ...question, token }).catch(noAnswer);
    if (answer.status === 403) throw new StartError(`This user may not do this: ${problemOf(answer).detail}`);
    if (!mayPass(answer)) return { ...answer, uncertain };
    last = problemOf(answer).detail;
    uncertain ||= answer.status !== 401 && answer.status !== 429;
    if (answer.status === 401) await session.renew(token);
    else if (tries < MOST_TRIES) await sleep(pauseFor(answer, tries));
  }
  throw new StartError(`${url} was asked ${MOST_TRIES} times in vain: ${last}`);
}

/** Answers that another try can change; 0 is none at all. */
function mayPass(answer: Answer): boolean {
  const passing = [0, 401, 429, 502, 503, 504].includes(answer.status);
  return passing || problemOf(answer).code === 'idempotency_in_progress';
}

/** Milliseconds: `Retry-After` where the server gave it; else it doubles with each try, somewhat random, so that those
 * who were refused together do not come back together. */
function pauseFor({ headers }: Answer, tries: number): number {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  if (Number.isFinite(seconds)) return seconds * 1000 + Math.random() * FIRST_PAUSE;
  return Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
}
