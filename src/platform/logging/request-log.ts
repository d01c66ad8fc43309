import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { contextOf } from '../http/request-context.js';

/**
 * An `onResponse` hook that writes a line for each request: the route's template, never the path or the query,
 * which hold ids and names; the caller's kind and id, never the name.
 */
export function logRequests(log: Logger) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const route = request.routeOptions.url ?? null;
    const { requestId, actor } = contextOf(request);
    const line = {
      requestId,
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      actor: actor.kind,
      actorId: actor.id ?? undefined,
    };
    if (route?.startsWith('/health')) log.debug(line, 'request');
    else log.info(line, 'request');
    done();
  };
}
