import type { Change } from '../../audit/ledger.service.js';
import { NOT_ERASED } from '../../kernel/erased.js';
import { actionRefused } from '../../kernel/refusal.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Contact } from '../accounts/account.entity.js';
import { saveContact } from '../accounts/contact-changes.js';
import { MOST_CONTACTS } from './customer.body.dto.js';
import type { Customer, DoNotContact } from './customer.entity.js';
import { type Particulars, particularsOf, saveChanged } from './customer-changes.js';
import { emailKey, phoneKey } from './likeness.js';

/**
 * Makes one customer of two records. The one that is merged stays as it was, and those that had been merged into it go
 * along, so that the way from any of them is one step. What points at it from below here is moved; complaints follow
 * the entry.
 * @returns the other one, where it took something on.
 * @throws Refusal 409 where the other one was merged itself: so there can be no circle
 */
export async function mergeInto(
  c: Change,
  from: Customer,
  into: Customer,
  reason: string,
): Promise<Customer | null> {
  if (into.mergedIntoId !== null) {
    throw actionRefused('merge-customer', [{ ...TARGET_MERGED, ids: [into.mergedIntoId] }], 'current');
  }
  if (into.erasedAt !== null) throw actionRefused('merge-customer', [NOT_ERASED], 'erased');
  const behind = await c.tx.rows<Customer>(BEHIND, [from.id]);
  for (const one of [from, ...behind]) {
    const merged = { ...one, mergedIntoId: into.id, version: one.version + 1, updatedAt: c.now };
    await c.tx.save('customers', [merged]);
    const { version } = merged;
    c.record('customer.merged', { type: 'customer', id: one.id }, { intoId: into.id, version, reason });
  }
  for (const contact of await c.tx.rows<Contact>(CONTACTS, [from.id])) {
    await saveContact(c, contact, { ...contact, customerId: into.id });
  }
  return saveChanged(c, into, together(into, from));
}

/** What the one has not, it takes on from the other; where both say no to a way of contact, both are heard. */
export function together(into: Particulars, from: Particulars): Particulars {
  const next = particularsOf(into);
  const { tier, tierBy, tierUntil } = from;
  return {
    ...next,
    emails: united(into.emails, from.emails, ({ address }) => emailKey(address)),
    phones: united(into.phones, from.phones, ({ number }) => phoneKey(number)),
    address: into.address ?? from.address,
    language: into.language ?? from.language,
    preferredChannel: into.preferredChannel ?? from.preferredChannel,
    salutation: into.salutation ?? from.salutation,
    doNotContact: bothHeard(into.doNotContact, from.doNotContact),
    vulnerability: into.vulnerability ?? from.vulnerability,
    accountId: into.accountId ?? from.accountId,
    ...(into.tier === null && { tier, tierBy, tierUntil }),
  };
}

/** One that was verified in either record is verified. */
function united<T extends { verified: boolean }>(own: T[], other: T[], keyOf: (item: T) => string): T[] {
  const all = new Map(own.map((item) => [keyOf(item), item]));
  for (const item of other) {
    const known = all.get(keyOf(item));
    all.set(keyOf(item), known ? { ...known, verified: known.verified || item.verified } : item);
  }
  return [...all.values()].slice(0, MOST_CONTACTS);
}

function bothHeard(own: DoNotContact | null, other: DoNotContact | null): DoNotContact | null {
  if (!own || !other || canonicalJson(own) === canonicalJson(other)) return own ?? other;
  const channels = [...new Set([...own.channels, ...other.channels])];
  return { channels, reason: `${own.reason}\n${other.reason}`.slice(0, 2000) };
}

const TARGET_MERGED = { code: 'target_merged', detail: 'the record named by intoId was merged itself' };

const BEHIND = 'SELECT c.* FROM customers c WHERE c.merged_into_id = $1 ORDER BY c.id FOR NO KEY UPDATE';
const CONTACTS = 'SELECT t.* FROM contacts t WHERE t.customer_id = $1 ORDER BY t.id FOR NO KEY UPDATE';
