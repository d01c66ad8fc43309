import { ROLES, type Role } from '../../../kernel/actor.js';
import { PROBLEMS, type ProblemCode } from '../../../kernel/refusal.js';
import { type EndpointSpec } from '../../http/endpoint.decorator.js';

/**
 * The problems that an operation can answer, by status: those that follow from what it is, and those it states.
 * Every operation refuses a bad token, an unknown parameter and a caller in too much of a hurry.
 */
export function problemCodes(
  spec: EndpointSpec,
  path: string,
  roles: readonly Role[],
): Map<number, ProblemCode[]> {
  const codes = new Set<ProblemCode>([
    'unauthenticated',
    'validation_failed',
    'rate_limited',
    'internal_error',
    'unavailable',
    ...when(isRefusedToSome(roles), 'forbidden'),
    ...when(path.includes('{'), 'not_found'),
    ...when(spec.body ?? spec.bytes, 'too_large', 'unsupported_media_type'),
    ...when(takesIdempotencyKey(spec), 'idempotency_in_progress', 'idempotency_key_reused'),
    ...when(requiresIfMatch(spec), 'if_match_required'),
    ...when(takesIfMatch(spec), 'version_mismatch'),
    ...when(spec.needs, 'action_refused'),
    ...(spec.refuses ?? []),
  ]);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return new Map([...byStatus].sort(([a], [b]) => a - b));
}

export function takesIdempotencyKey({ method, idempotent }: EndpointSpec): boolean {
  return method === 'POST' && idempotent !== false;
}

export function requiresIfMatch({ method, ifMatch }: EndpointSpec): boolean {
  return method === 'PATCH' || ifMatch === 'required';
}

export function takesIfMatch(spec: EndpointSpec): boolean {
  return requiresIfMatch(spec) || spec.ifMatch === 'honoured';
}

function isRefusedToSome(roles: readonly Role[]): boolean {
  return ROLES.some((role) => !ELSEWHERE.includes(role) && !roles.includes(role));
}

/** The product asks nothing of itself; a complainant and a mail server are unknown where their tokens open nothing. */
const ELSEWHERE: readonly Role[] = ['system', 'complainant', 'mail_server'];

function when(condition: unknown, ...codes: ProblemCode[]): ProblemCode[] {
  return condition ? codes : [];
}
