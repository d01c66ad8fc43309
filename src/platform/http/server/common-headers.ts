import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config.js';
import { contextOf } from '../request-context.js';

/** The headers that every answer carries; a handler may set others of its own in their place. */
export function commonHeaders({ publicUrl }: Pick<Config, 'publicUrl'>) {
  const standing = {
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
    // Answers hold personal data. Those with an ETag say something milder themselves.
    'Cache-Control': 'no-store',
    ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
  return (request: FastifyRequest, reply: FastifyReply): void => {
    reply.headers(standing);
    reply.header('X-Request-Id', contextOf(request).requestId);
  };
}
