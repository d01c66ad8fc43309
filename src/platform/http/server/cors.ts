import type { FastifyReply, FastifyRequest } from 'fastify';

const METHODS = 'GET, POST, PATCH, DELETE';
const REQUEST_HEADERS =
  'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-Request-Id';
const EXPOSED =
  'ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed, X-Request-Id';
/** Seconds for which a browser remembers a preflight. */
const REMEMBERED = '600';

/**
 * The CORS protocol of the Fetch standard for the listed origins; for any other the answer is as if it did not exist.
 * Credentials are not allowed: tokens travel in `Authorization`, never in cookies.
 * Written out, because @fastify/cors mounts an `OPTIONS *` that answers for paths that do not exist.
 * @returns a function that tells whether it has answered: a preflight of a listed origin needs no more.
 */
export function cors(origins: readonly string[]) {
  return (request: FastifyRequest, reply: FastifyReply): boolean => {
    if (origins.length === 0) return false;
    reply.header('Vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return false;
    reply.header('Access-Control-Allow-Origin', origin);
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) {
      reply.header('Access-Control-Expose-Headers', EXPOSED);
      return false;
    }
    const allowed = {
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': REQUEST_HEADERS,
      'Access-Control-Max-Age': REMEMBERED,
    };
    reply.code(204).headers(allowed).send();
    return true;
  };
}
