import type { Permission } from '../../kernel/permissions.js';
import type { SubjectType } from '../entry-fields.js';

/**
 * What is shown to whoever reads. `personal`: data of persons, customers and staff. `log`: the log itself. `tracking`:
 * to a complainant, their own complaint. `own`: to somebody of the house, what is theirs. `house`: what the house
 * arranges for itself, or numbers. `recorded`: the read writes an entry of its own.
 */
export type Shown = 'personal' | 'log' | 'tracking' | 'own' | 'house' | 'recorded';

/** What the operations that take a permission show. THE one place that says which reads go on record. */
const BY_PERMISSION: Partial<Record<Permission, Shown>> = {
  'complaint:read': 'personal',
  'customer:read': 'personal',
  'account:read': 'personal',
  'inbound-mail:read': 'personal',
  'attachment:review': 'personal',
  'attachment:download': 'personal',
  'retention:read': 'personal',
  'legal-hold:read': 'personal',
  'erasure:read': 'personal',
  'subject-export:read': 'personal',
  'user:read': 'personal',
  'absence:read': 'personal',
  'insight:read': 'house',
  'entry:read': 'log',
  'event:read': 'log',
  'tracking:read': 'tracking',
  'me:read': 'own',
  'notice:read': 'own',
  'authority:read': 'house',
  'calendar:read': 'house',
  'category:read': 'house',
  'cause:read': 'house',
  'contact-point:read': 'house',
  'corrective-action:read': 'house',
  'docs:read': 'house',
  'health:read': 'house',
  'organisation-unit:read': 'house',
  'policy:read': 'house',
  'policy:review': 'house',
  'proof:read': 'house',
  'profile:read': 'house',
  'standard:read': 'house',
  'subscription:read': 'house',
  'team:read': 'house',
  'template:read': 'house',
  'tier:read': 'house',
  'webhook:read': 'house',
  'workflow:read': 'house',
};

/** Operations that show something else than the others of their permission. */
const BY_OPERATION: Readonly<Record<string, Shown>> = {
  listCustomerValues: 'personal',
  listCustomersByRevenue: 'personal',
  listParkedEntries: 'personal',
  getSubjectExportContent: 'recorded',
  exportEntries: 'recorded',
  exportEvidence: 'recorded',
};

/** @returns undefined for an operation that nobody has thought about: a test finds it. */
export function shownBy(operationId: string, permission: Permission): Shown | undefined {
  return BY_OPERATION[operationId] ?? BY_PERMISSION[permission];
}

/** Lists that show more than what their path names: whose data an item is, and where the item says it. */
export const LISTED: Readonly<Record<string, { type: SubjectType; at: string }>> = {
  listComplaints: { type: 'complaint', at: 'id' },
  listPossibleDuplicates: { type: 'complaint', at: 'id' },
  listLinks: { type: 'complaint', at: 'complaintId' },
  listBoard: { type: 'complaint', at: 'complaint' },
  listParkedEntries: { type: 'complaint', at: 'complaintId' },
  listQuarantine: { type: 'complaint', at: 'complaintId' },
  listDueComplaints: { type: 'complaint', at: 'id' },
  listRetentionRunComplaints: { type: 'complaint', at: 'complaintId' },
  listCustomers: { type: 'customer', at: 'id' },
  suggestCustomers: { type: 'customer', at: 'id' },
  listCustomerDuplicates: { type: 'customer', at: 'id' },
  listCustomersByRevenue: { type: 'customer', at: 'customerId' },
  listAccounts: { type: 'account', at: 'id' },
  listContacts: { type: 'contact', at: 'id' },
  listInboundMail: { type: 'inbound_mail', at: 'id' },
  listUsers: { type: 'user', at: 'id' },
  listAbsences: { type: 'absence', at: 'id' },
  listErasures: { type: 'erasure', at: 'id' },
  listLegalHolds: { type: 'legal_hold', at: 'id' },
  listRetentionRuns: { type: 'retention_run', at: 'id' },
};

/** What is somebody's data, or is about somebody. */
export const PERSONAL_SUBJECTS: ReadonlySet<SubjectType> = new Set(
  Object.values(LISTED).map(({ type }) => type),
);

/** What the first id of a path is of, by the word before it. */
export const OF_PATH: Readonly<Record<string, SubjectType>> = {
  complaints: 'complaint',
  customers: 'customer',
  accounts: 'account',
  contacts: 'contact',
  'inbound-mail': 'inbound_mail',
  users: 'user',
  teams: 'team',
  authorities: 'authority',
  calendars: 'calendar',
  'contact-points': 'contact_point',
  standards: 'standard',
  causes: 'cause',
  categories: 'category',
  'corrective-actions': 'corrective_action',
  'organisation-units': 'organisation_unit',
  'policy-versions': 'policy_version',
  'template-versions': 'template_version',
  tiers: 'tier',
  'legal-holds': 'legal_hold',
  'subject-exports': 'subject_export',
  erasures: 'erasure',
  runs: 'retention_run',
  webhooks: 'webhook',
  subscriptions: 'subscription',
};
