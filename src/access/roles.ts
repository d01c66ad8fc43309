import { ROLES, type Actor, type Role } from '../kernel/actor.js';
import { PERMISSIONS, type Permission } from '../kernel/permissions.js';

// Groups of roles in the words of the trade.
/** A mail server is somebody at its own door only. */
const EVERYBODY: readonly Role[] = ROLES.filter((role) => role !== 'mail_server');
const STAFF = ['agent', 'supervisor', 'admin'] as const;
const SUPERVISORS = ['supervisor', 'admin'] as const;
const USERS = ['agent', 'supervisor', 'auditor', 'admin'] as const;
const AUDITORS = ['auditor', 'admin'] as const;
const REVIEWERS = ['supervisor', 'auditor', 'admin'] as const;
const ADMINISTRATORS = ['admin'] as const;
const CUSTOMER_OR_STAFF = ['complainant', ...STAFF] as const;

/**
 * Who may do what: the one table. Here stands what a role may at all, and a caller without it is refused with 403.
 * Whether the caller also stands in the right relation to the case (is the owner, is not complained about)
 * is a need of the workflow and answered with 409.
 */
const MATRIX: Record<Permission, readonly Role[]> = {
  'complaint:receive': ['anonymous', ...STAFF],
  'complaint:read': USERS,
  'complaint:update': STAFF,
  'complaint:name-conflict': SUPERVISORS,
  'complaint:acknowledge': STAFF,
  'complaint:establish-facts': STAFF,
  'complaint:assign-owner': STAFF,
  'complaint:ask-customer': STAFF,
  'complaint:resume': ['complainant', ...STAFF, 'system'],
  'complaint:resolve': STAFF,
  'complaint:accept': CUSTOMER_OR_STAFF,
  'complaint:dispute': CUSTOMER_OR_STAFF,
  'complaint:close': ['system'],
  'complaint:reopen': ['complainant', ...SUPERVISORS, 'system'],
  'complaint:withdraw': CUSTOMER_OR_STAFF,
  'complaint:decline': SUPERVISORS,
  'complaint:merge': STAFF,
  'complaint:escalate': ['complainant', ...STAFF, 'system'],
  'complaint:restandardise': SUPERVISORS,
  'complaint:resolve-on-the-spot': STAFF,
  'complaint:change-retention': SUPERVISORS,
  'fact:record': STAFF,
  'fact:settle': STAFF,
  'message:send': STAFF,
  'message:hear': STAFF,
  'promise:make': STAFF,
  'promise:keep': STAFF,
  'promise:move': STAFF,
  'promise:release': STAFF,
  'breach:answer': STAFF,
  'breach:waive': SUPERVISORS,
  'breach:withdraw': SUPERVISORS,
  'remedy:propose': STAFF,
  'remedy:approve': STAFF,
  'remedy:refuse': STAFF,
  'remedy:execute': STAFF,
  'remedy:reverse': SUPERVISORS,
  'issue:add': STAFF,
  'issue:decide': STAFF,
  'issue:withdraw': STAFF,
  'link:write': STAFF,
  'representative:name': STAFF,
  'representative:decide': STAFF,
  'referral:write': STAFF,
  'attachment:add': STAFF,
  'attachment:review': SUPERVISORS,
  'attachment:download': EVERYBODY,
  'inbound-mail:hand-in': ['admin', 'mail_server'],
  'inbound-mail:read': USERS,
  'inbound-mail:decide': STAFF,
  'cause:read': USERS,
  'cause:write': SUPERVISORS,
  'category:read': USERS,
  'category:write': SUPERVISORS,
  'corrective-action:read': USERS,
  'corrective-action:write': SUPERVISORS,
  'corrective-action:complete': STAFF,
  'organisation-unit:read': USERS,
  'organisation-unit:write': ADMINISTRATORS,
  'customer:read': USERS,
  'customer:write': STAFF,
  'customer:merge': SUPERVISORS,
  'customer:read-vulnerability': STAFF,
  'account:read': USERS,
  'account:write': STAFF,
  'tier:read': USERS,
  'tier:write': SUPERVISORS,
  'tracking:read': ['complainant'],
  'tracking:write': ['complainant'],
  'tracking:renew': EVERYBODY,
  'insight:read': USERS,
  'policy:read': EVERYBODY,
  'policy:review': USERS,
  'policy:write': ADMINISTRATORS,
  'template:read': USERS,
  'template:write': ADMINISTRATORS,
  'workflow:read': EVERYBODY,
  'standard:read': USERS,
  'standard:preview': SUPERVISORS,
  'standard:write': ADMINISTRATORS,
  'profile:read': USERS,
  'entry:read': AUDITORS,
  'entry:export': AUDITORS,
  'event:read': USERS,
  'proof:read': USERS,
  'evidence:export': ['supervisor', 'auditor', 'admin'],
  'calendar:read': USERS,
  'calendar:write': ADMINISTRATORS,
  'contact-point:read': EVERYBODY,
  'contact-point:write': SUPERVISORS,
  'user:read': USERS,
  'user:write': ADMINISTRATORS,
  'authority:read': USERS,
  'authority:write': ADMINISTRATORS,
  'team:read': USERS,
  'team:write': ADMINISTRATORS,
  'absence:read': USERS,
  'absence:write': STAFF,
  'webhook:read': AUDITORS,
  'webhook:write': ADMINISTRATORS,
  'me:read': USERS,
  'session:start': EVERYBODY,
  'session:refresh': EVERYBODY,
  'session:end': USERS,
  'legal-hold:read': USERS,
  'legal-hold:write': SUPERVISORS,
  'retention:read': REVIEWERS,
  'subject-export:read': REVIEWERS,
  'subject-export:make': SUPERVISORS,
  'erasure:read': ['supervisor', 'auditor', 'admin'],
  'erasure:plan': SUPERVISORS,
  'erasure:approve': SUPERVISORS,
  'notice:read': STAFF,
  'notice:write': STAFF,
  'subscription:read': REVIEWERS,
  'subscription:operate': ADMINISTRATORS,
  'docs:read': EVERYBODY,
  'health:read': EVERYBODY,
};

/** Whether one of the actor's roles has the permission. */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.roles.some((role) => MATRIX[permission].includes(role));
}

/** The roles that have a permission, in the order of the matrix. */
export function rolesWith(permission: Permission): readonly Role[] {
  return MATRIX[permission];
}

/** Everything the actor's roles allow together, by name. */
export function permissionsOf(actor: Actor): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(actor, permission)).sort();
}
