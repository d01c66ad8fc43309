import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notFound, Refusal } from '../../../kernel/refusal.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'] as const;

/** The refusal of a request that no route takes: 405 where its path is known with other methods, else 404. */
export function refuseUnrouted(server: FastifyInstance, request: FastifyRequest): Refusal {
  const [path = ''] = (request.raw.url ?? '').split('?', 1);
  const allowed = METHODS.filter((method) => isRoute(server, method, path));
  if (allowed.length === 0) return notFound();
  const detail = `This path knows ${allowed.join(', ')} only.`;
  return new Refusal('method_not_allowed', detail, {}, { Allow: allowed.join(', ') });
}

function isRoute(server: FastifyInstance, method: (typeof METHODS)[number], path: string): boolean {
  if (!path.startsWith('/')) return false;
  const route = server.findRoute({ method, url: path }) as { params: object } | null;
  // The router lets a parameter be empty (`/complaints//facts`); such a path is nobody's.
  return route !== null && !Object.values(route.params).includes('');
}
