import type { DataOf } from '../../audit/entry-catalogue.js';
import type { Change } from '../../audit/ledger.service.js';
import type { Contact } from './account.entity.js';

const FIELDS = ['customerId', 'name', 'role', 'email', 'phone', 'notes'] as const satisfies (keyof Contact)[];

/** Saves what is another by now, and puts it on record. What is already so is no change. */
export async function saveContact(c: Change, now: Contact, next: Contact): Promise<void> {
  const changed = FIELDS.filter((field) => next[field] !== now[field]);
  if (changed.length === 0) return;
  const saved = { ...next, version: now.version + 1, updatedAt: c.now };
  await c.tx.save('contacts', [saved]);
  c.record('contact.updated', { type: 'contact', id: now.id }, { changed, ...contactOnRecord(saved) });
}

export function contactOnRecord(contact: Contact): DataOf<'contact.created'> {
  const { version, accountId, customerId, name, role, email, phone, notes } = contact;
  return { version, accountId, customerId, name, role, email, phone, notes };
}
