import type { DataOf } from '../../audit/entry-catalogue.js';
import type { Change } from '../../audit/ledger.service.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { inputError, invalid } from '../../kernel/refusal.js';
import type { CustomerChangesBody, NewCustomerBody } from './customer.body.dto.js';
import type { Customer } from './customer.entity.js';
import { derived } from './likeness.js';

/** From what was sent to a customer, and from a customer to the log. */

/** What can change about a customer, but for being merged. */
export const PARTICULARS = [
  'name',
  'emails',
  'phones',
  'address',
  'language',
  'preferredChannel',
  'salutation',
  'doNotContact',
  'vulnerability',
  'accountId',
  'tier',
  'tierBy',
  'tierUntil',
] as const satisfies (keyof Customer)[];
export type Particulars = Pick<Customer, (typeof PARTICULARS)[number]>;

const NOTHING: Omit<Particulars, 'name'> = {
  emails: [],
  phones: [],
  address: null,
  language: null,
  preferredChannel: null,
  salutation: null,
  doNotContact: null,
  vulnerability: null,
  accountId: null,
  tier: null,
  tierBy: null,
  tierUntil: null,
};

export function newCustomer(body: NewCustomerBody, made: { id: string; now: Date }): Customer {
  const { id, now } = made;
  const given = patched({ name: body.name, ...NOTHING }, body);
  const beginning = { mergedIntoId: null, erasedAt: null, version: 1, createdAt: now, updatedAt: now };
  return { id, ...given, ...derived(given), ...beginning };
}

/** What is absent in the body stays. @throws Refusal 400 for an end of a tier that there is not */
export function patched(now: Particulars, body: CustomerChangesBody): Particulars {
  const { tier, tierUntil, ...rest } = body;
  // What is absent has no place in JSON, and what was an instance of a class is plain afterwards.
  const given = plain(rest) as Partial<Particulars>;
  const next = { ...particularsOf(now), ...given };
  if (tier === undefined && tierUntil === undefined) return next;
  const named = tier === undefined ? now.tier : tier;
  const until = tierUntil === undefined ? (named === now.tier ? now.tierUntil : null) : asDate(tierUntil);
  if (named === null && until !== null) throw invalid([inputError('/tierUntil', 'not_applicable')]);
  return { ...next, tier: named, tierBy: named === null ? null : 'hand', tierUntil: until };
}

/**
 * Saves a customer with other particulars, and puts it on record.
 * @returns null where nothing would change. One that was erased stays as it is.
 */
export async function saveChanged(
  c: Change,
  now: Customer,
  next: Particulars,
  also: Partial<Customer> = {},
): Promise<Customer | null> {
  const changed = PARTICULARS.filter(
    (field) => canonicalJson(plain(next[field])) !== canonicalJson(plain(now[field])),
  );
  if (changed.length === 0 || now.erasedAt !== null) return null;
  const saved = { ...now, ...next, ...derived(next), ...also, version: now.version + 1, updatedAt: c.now };
  await c.tx.save('customers', [saved]);
  c.record('customer.updated', { type: 'customer', id: now.id }, { changed, ...onRecord(saved) });
  return saved;
}

export function onRecord(customer: Customer): DataOf<'customer.created'> {
  const { tierUntil, ...rest } = particularsOf(customer);
  return { version: customer.version, ...rest, tierUntil: tierUntil?.toISOString() ?? null };
}

export function particularsOf(customer: Particulars): Particulars {
  return Object.fromEntries(PARTICULARS.map((field) => [field, customer[field]])) as Particulars;
}

function asDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** Instances of classes and dates as what they say. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
