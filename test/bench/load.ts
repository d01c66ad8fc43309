import autocannon from 'autocannon';

/** What a server did with one load. */
export interface Measure {
  /** Answers a second. */
  throughput: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  answers: number;
}

export interface Load {
  baseUrl: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: object;
  /** The path of the next request. */
  nextPath: () => string;
  seconds: number;
}

/** Callers at once: each waits for its answer before it asks again. */
const CALLERS = 20;

/** @throws Error where an answer is no success: a figure of refusals would be none. */
export async function load({ baseUrl, method, headers, body, nextPath, seconds }: Load): Promise<Measure> {
  const result = await autocannon({
    url: baseUrl,
    connections: CALLERS,
    duration: seconds,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    requests: [
      {
        method,
        body: body && JSON.stringify(body),
        setupRequest: (request) => ({ ...request, path: nextPath() }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${method} ${nextPath()}: ${result.non2xx} refusals and ${result.errors} errors`);
  }
  const { p50, p99 } = result.latency;
  const answers = result['2xx'];
  return { throughput: answers / result.duration, p50, p99, answers };
}
