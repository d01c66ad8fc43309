/**
 * The roles of the permission matrix. `anonymous` and `complainant` are everybody and the holder of a
 * tracking token; `mail_server` holds the key of inbound mail.
 */
export const ROLES = [
  'anonymous',
  'complainant',
  'agent',
  'supervisor',
  'auditor',
  'admin',
  'mail_server',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_MEANINGS: Record<Role, string> = {
  anonymous: 'anybody, without a token',
  complainant: 'the holder of a tracking token',
  agent: 'works on complaints',
  supervisor: 'an agent who also declines, reopens and hands over',
  auditor: 'reads everything, the log included, and changes nothing',
  admin: 'manages users and may do all that a supervisor may',
  mail_server: 'the mail server of the house, by the key of inbound mail',
  system: 'this program itself',
};

/** The roles that a user can be given. */
export const USER_ROLES = ['agent', 'supervisor', 'auditor', 'admin'] as const;
export type UserRole = (typeof USER_ROLES)[number];

export const ACTOR_KINDS = ['user', 'complainant', 'anonymous', 'api_key', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const ACTOR_MEANINGS: Record<ActorKind, string> = {
  user: 'somebody of the house who signed in',
  complainant: 'the holder of a tracking token',
  anonymous: 'somebody without any token',
  api_key: 'another program',
  system: 'this program itself',
};

/** Who does it. Every write names one, and every entry of the log keeps it. */
export interface Actor {
  kind: ActorKind;
  /** The user's id; null for an anonymous caller, a complainant and the system. */
  id: string | null;
  /** The name at this moment; a personal value in the log. For the system the name of the rule or job. */
  name: string | null;
  roles: readonly Role[];
  /** The one complaint that a tracking token opens. */
  complaintId?: string;
  /** The session of an access token. */
  sessionId?: string;
}

export const ANONYMOUS: Actor = { kind: 'anonymous', id: null, name: null, roles: ['anonymous'] };

/** The product itself, by the name of the rule or job that acts. */
export function system(job: string): Actor {
  return { kind: 'system', id: null, name: job, roles: ['system'] };
}

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Staff work on complaints: agent, supervisor, admin. */
export const isStaff = (actor: Actor) => hasRole(actor, 'agent', 'supervisor', 'admin');

/** A supervisor in the words of the workflow includes an admin. */
export const isSupervisor = (actor: Actor) => hasRole(actor, 'supervisor', 'admin');
