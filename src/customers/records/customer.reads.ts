import { Injectable } from '@nestjs/common';
import { may } from '../../access/roles.js';
import type { Actor } from '../../kernel/actor.js';
import { fold } from '../../kernel/fold.js';
import { type InputCode, notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { CustomerDto, CustomerQuery } from './customer.dto.js';
import type { Customer } from './customer.entity.js';
import { emailKey } from './likeness.js';

/** What is shown of customers. Whoever may read customers sees all of them. */
@Injectable()
export class CustomerReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(viewer: Actor, id: string): Promise<CustomerDto> {
    return shownTo(viewer, await this.row(id));
  }

  /** @throws Refusal 404 */
  async row(id: string): Promise<Customer> {
    const [customer] = await this.database.read<Customer>('SELECT c.* FROM customers c WHERE c.id = $1', [
      id,
    ]);
    if (!customer) throw notFound();
    return customer;
  }

  /** In the order in which they were recorded. One that was merged or erased is found by its id only. */
  async list(viewer: Actor, query: CustomerQuery): Promise<Page<CustomerDto>> {
    const { q, accountId, tier, cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listCustomers', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const params: unknown[] = [limit + 1];
    const conditions = ['c.merged_into_id IS NULL', 'c.erased_at IS NULL'];
    const where = (value: unknown, condition: (parameter: string) => string) => {
      if (value === undefined || value === null) return;
      conditions.push(condition(`$${params.push(value)}`));
    };
    if (q?.includes('@')) where(emailKey(q), (key) => `c.keys @> ARRAY[${key}::text]`);
    // A folded name has letters, digits and spaces only: nothing in it means something to LIKE.
    else where(q && fold(q), (name) => `c.folded_name LIKE ${name}::text || '%'`);
    where(accountId, (id) => `c.account_id = ${id}`);
    where(tier, (name) => `c.tier = ${name}`);
    where(after, (id) => `c.id > ${id}`);
    const customers = await this.database.read<Customer>(
      `SELECT c.* FROM customers c WHERE ${conditions.join(' AND ')} ORDER BY c.id LIMIT $1`,
      params,
    );
    return mapPage(
      pageOf(customers, limit, (last) => this.cursors.encode([last.id], scope)),
      (customer) => shownTo(viewer, customer),
    );
  }

  /** What a 400 says of an id that was chosen; null where it may be chosen. */
  async wrongChoice(id: string): Promise<InputCode | null> {
    const sql = 'SELECT c.merged_into_id, c.erased_at FROM customers c WHERE c.id = $1';
    const [customer] = await this.database.read<Pick<Customer, 'mergedIntoId' | 'erasedAt'>>(sql, [id]);
    if (!customer) return 'not_found';
    return customer.mergedIntoId === null && customer.erasedAt === null ? null : 'not_applicable';
  }

  /** The tier that holds for a customer now: their own, or that of their company, or that of the company named. */
  async tierFor(
    ids: { customerId?: string | null; accountId?: string | null },
    now: Date,
  ): Promise<string | null> {
    const { customerId = null, accountId = null } = ids;
    if (customerId === null && accountId === null) return null;
    const [found] = await this.database.read<{ tier: string | null }>(TIER_FOR, [customerId, accountId, now]);
    return found?.tier ?? null;
  }
}

/** A vulnerability is for those who deal with the customer, and ends with its time. */
function shownTo(viewer: Actor, c: Customer): CustomerDto {
  return {
    id: c.id,
    name: c.name,
    emails: c.emails,
    phones: c.phones,
    address: c.address,
    language: c.language,
    preferredChannel: c.preferredChannel,
    salutation: c.salutation,
    doNotContact: c.doNotContact,
    vulnerability: may(viewer, 'customer:read-vulnerability') ? c.vulnerability : null,
    accountId: c.accountId,
    tier: c.tier,
    tierBy: c.tierBy,
    tierUntil: c.tierUntil?.toISOString() ?? null,
    mergedIntoId: c.mergedIntoId,
    erasedAt: c.erasedAt?.toISOString() ?? null,
    version: c.version,
    createdAt: c.createdAt.toISOString(),
    updatedAt: c.updatedAt.toISOString(),
  };
}

const TIER_FOR = `
  SELECT coalesce(
    (SELECT c.tier FROM customers c WHERE c.id = $1::uuid AND (c.tier_until IS NULL OR c.tier_until > $3)),
    (SELECT a.tier FROM customers c JOIN accounts a ON a.id = c.account_id WHERE c.id = $1::uuid),
    (SELECT a.tier FROM accounts a WHERE a.id = $2::uuid)) AS tier`;
