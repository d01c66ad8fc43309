import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, request } from 'undici';
import { AddressRefused, guardedLookup, type Resolve, targetFlaw, type Trusted } from './targets.js';

/** What is said to somebody outside. */
export interface Outgoing {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Ends it early, as at the end of the program. */
  signal: AbortSignal;
}

/** What matters of an answer. Its body is read to a bound and thrown away: nobody is shown what a foreign host says. */
export interface Reply {
  status: number;
  /** Seconds from now, where `Retry-After` says so. */
  retryAfter: number | null;
}

/** Why there was no answer at all. */
export const FAILURES = {
  address_refused: 'the address, or what its name stands for, is not one that may be called',
  host_unknown: 'the name stands for no address',
  connection_failed: 'there was no connection, or it broke',
  tls_failed: 'the host did not prove that it is the one it is called',
  timeout: 'no answer came in time',
  interrupted: 'this program was stopped meanwhile',
} as const;
export type FailureCode = keyof typeof FAILURES;

export class OutboundFailure extends Error {
  constructor(readonly code: FailureCode) {
    super(FAILURES[code]);
  }
}

/** Milliseconds, as Standard Webhooks has it. */
const TIMEOUT = 15_000;
const CONNECT_TIMEOUT = 10_000;
/** Bytes read of an answer; the connection of one that goes on is closed. */
const LARGEST_ANSWER = 64 * 1024;

/**
 * The one way out: everything that this program calls by itself it calls from here. Only https, only hosts on the open
 * internet, no redirects, no proxies, bounded time and size.
 */
@Injectable()
export class Outbound implements OnApplicationShutdown {
  private readonly trusted: Trusted;
  private readonly agent: Agent;

  /**
   * @param hosts for these the house allows http and addresses of its own network
   * @param resolve how names become addresses, where it is not the system's own way
   * @param timeout milliseconds for everything: look-up, connection, answer
   */
  constructor(
    hosts: readonly string[],
    resolve?: Resolve,
    private readonly timeout = TIMEOUT,
  ) {
    this.trusted = new Set(hosts.map((host) => host.toLowerCase()));
    const lookup = guardedLookup(this.trusted, resolve);
    this.agent = new Agent({ connect: { lookup, timeout: CONNECT_TIMEOUT } });
  }

  /** What is wrong with an address as a target, in words; null where nothing is. */
  flawOf(url: string): string | null {
    return targetFlaw(new URL(url), this.trusted);
  }

  /** @throws OutboundFailure where no answer came */
  async post({ url, headers, body, signal: stopped }: Outgoing): Promise<Reply> {
    if (this.flawOf(url) !== null) throw new OutboundFailure('address_refused');
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(this.timeout)]);
    try {
      const answer = await request(url, { method: 'POST', headers, body, dispatcher: this.agent, signal });
      // The status is the answer: what happens to the rest of it is of no concern.
      await answer.body.dump({ limit: LARGEST_ANSWER, signal }).catch(() => undefined);
      return { status: answer.statusCode, retryAfter: secondsOf(answer.headers) };
    } catch (error) {
      throw new OutboundFailure(stopped.aborted ? 'interrupted' : codeOf(error));
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.agent.destroy();
  }
}

/** From now, whether it is told as seconds or as a date; a date is compared with the other host's own clock. */
function secondsOf({
  'retry-after': after,
  date,
}: Record<string, string | string[] | undefined>): number | null {
  if (typeof after !== 'string') return null;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  const seconds = Math.ceil((Date.parse(after) - Date.parse(String(date))) / 1000);
  return seconds > 0 ? seconds : null;
}

function codeOf(error: unknown): FailureCode {
  if (error instanceof AddressRefused) return 'address_refused';
  const { name = '', code = '' } = error as { name?: string; code?: unknown };
  const said = String(code);
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(said)) return 'timeout';
  if (/^(ENOTFOUND|EAI_)/.test(said)) return 'host_unknown';
  if (/CERT|TLS|SSL|EPROTO|UNABLE_TO_/.test(said)) return 'tls_failed';
  return 'connection_failed';
}
