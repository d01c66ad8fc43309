import { Injectable } from '@nestjs/common';
import { Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { fold } from '../../kernel/fold.js';
import { newId } from '../../kernel/identifiers.js';
import { NOT_ERASED } from '../../kernel/erased.js';
import { actionRefused, inputError, invalid } from '../../kernel/refusal.js';
import { CustomerReferences } from '../customer.references.js';
import type { Customer } from '../records/customer.entity.js';
import type { AccountChangesBody, NewAccountBody } from './account.dto.js';
import type { Account, Contact } from './account.entity.js';
import type { ContactChangesBody, NewContactBody } from './contact.dto.js';
import { contactOnRecord, saveContact } from './contact-changes.js';

/** Records company customers and their key figures, and changes them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly references: CustomerReferences,
  ) {}

  /** @throws Refusal 400 for what the body names and is not there */
  async create(call: Call, body: NewAccountBody): Promise<Written> {
    await this.references.check(body);
    const { name, registrationNumber = null, managerId = null, tier = null, notes = null } = body;
    return this.ledger.write(call, 'create account', [], async (c) => {
      const account: Account = {
        ...{ id: newId(), name, foldedName: fold(name), registrationNumber, managerId, tier, notes },
        ...{ version: 1, createdAt: c.now, updatedAt: c.now },
      };
      await c.tx.insert('accounts', [account]);
      c.record('account.created', { type: 'account', id: account.id }, onRecord(account));
      return { id: account.id, location: `/v1/accounts/${account.id}` };
    });
  }

  /** What is already so is no change. @throws Refusal 400 as `create` */
  async change(call: Call, id: string, body: AccountChangesBody): Promise<Written> {
    await this.references.check(body);
    const subject = { type: 'account', id, versioned: true } as const;
    return this.ledger.write(call, 'change account', [subject], async (c) => {
      const account = c.row<Account>(subject);
      const next = { ...account, ...given(body) };
      const changed = FIELDS.filter((field) => next[field] !== account[field]);
      if (changed.length === 0) return { id };
      const { name } = next;
      const saved = { ...next, foldedName: fold(name), version: account.version + 1, updatedAt: c.now };
      await c.tx.save('accounts', [saved]);
      c.record('account.updated', { type: 'account', id }, { changed, ...onRecord(saved) });
      return { id };
    });
  }

  /** @throws Refusal 400 for a customer who is not there, or was merged */
  async addContact(call: Call, accountId: string, body: NewContactBody): Promise<Written> {
    const { name, customerId = null, role = null, email = null, phone = null, notes = null } = body;
    await this.references.check({ customerId });
    const account = { type: 'account', id: accountId, mode: 'share' } as const;
    return this.ledger.write(call, 'add contact', [account, ...customerOf(body)], async (c) => {
      for (const customer of customerOf(body)) expectCurrent(c.row<Customer>(customer));
      const contact: Contact = {
        ...{ id: newId(), accountId, customerId, name, role, email, phone, notes, erasedAt: null },
        ...{ version: 1, createdAt: c.now, updatedAt: c.now },
      };
      await c.tx.insert('contacts', [contact]);
      c.record('contact.created', { type: 'contact', id: contact.id }, contactOnRecord(contact));
      return { id: contact.id, location: `/v1/contacts/${contact.id}` };
    });
  }

  /** What is already so is no change. @throws Refusal 400 as `addContact`, 409 for one that was erased */
  async changeContact(call: Call, id: string, body: ContactChangesBody): Promise<Written> {
    const { customerId } = body;
    await this.references.check({ customerId });
    const subject = { type: 'contact', id, versioned: true } as const;
    return this.ledger.write(call, 'change contact', [subject, ...customerOf(body)], async (c) => {
      for (const customer of customerOf(body)) expectCurrent(c.row<Customer>(customer));
      const contact = c.row<Contact>(subject);
      if (contact.erasedAt) throw actionRefused('update-contact', [NOT_ERASED], 'erased');
      await saveContact(c, contact, { ...contact, ...given(body) });
      return { id };
    });
  }
}

const FIELDS = [
  'name',
  'registrationNumber',
  'managerId',
  'tier',
  'notes',
] as const satisfies (keyof Account)[];

function given<T extends object>(body: T): Partial<T> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The customer whom a body names is not merged or erased until the write is through. */
function customerOf({ customerId }: { customerId?: string | null }): Subject[] {
  if (!customerId) return [];
  const missing = invalid([inputError('/customerId', 'not_found')]);
  return [{ type: 'customer', id: customerId, mode: 'share', missing }];
}

function expectCurrent({ mergedIntoId, erasedAt }: Customer): void {
  if (mergedIntoId !== null || erasedAt !== null)
    throw invalid([inputError('/customerId', 'not_applicable')]);
}

function onRecord({ version, managerId, tier, name, registrationNumber, notes }: Account) {
  return { version, managerId, tier, name, registrationNumber, notes };
}
