import { randomUUID } from 'node:crypto';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './contract.js';

/**
 * The API as the published contract describes it: the compiler checks each path, parameter, body and answer. A client
 * never throws for a refusal: `data` or `error` is what came, `answered` throws where only `data` will do.
 */
export type Amends = Client<paths>;

/** What the contract calls a thing: `Schema<'ComplaintDto'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** What a client is made of. */
export interface Connection {
  /** Where the server answers. */
  url: string;
  /** An access token or a tracking token; without one, requests are made as anybody. */
  token?: string;
  /** How a request travels; by default once, and a server that stays silent for a minute counts as gone. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A client of a running server. Each POST goes out under an idempotency key of its own unless it is given one. */
export function connect({ url, token, fetch = fetchOnce }: Connection): Amends {
  const client = createClient<paths>({ baseUrl: url, fetch });
  client.use(idempotent);
  if (token !== undefined) client.use(bearing(token));
  return client;
}

/** Milliseconds after which a server that does not answer counts as gone. */
const PATIENCE = 60_000;

/** @throws TypeError where no connection stands or it broke, DOMException TimeoutError where nobody answered */
export function fetchOnce(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
}

const idempotent: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'POST' || request.headers.has('Idempotency-Key')) return;
    request.headers.set('Idempotency-Key', randomUUID());
  },
};

function bearing(token: string): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${token}`);
    },
  };
}
