import { Injectable } from '@nestjs/common';
import { Ledger, type Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { readMoney, writeAmount } from '../../kernel/money/money.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { CustomerReads } from '../records/customer.reads.js';
import type { CustomerValue } from './customer-value.entity.js';
import type { CustomerValueBody, CustomerValueDto } from './value.dto.js';

/** What customers were worth, year by year, as another system says. */
@Injectable()
export class ValuesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly customers: CustomerReads,
  ) {}

  /** There is one for each customer, year and currency: what is imported again replaces what was there. */
  put(call: Call, customerId: string, { year, currency, ...given }: CustomerValueBody): Promise<Written> {
    const customer = { type: 'customer', id: customerId } as const;
    const revenue = exact(given.revenue, currency);
    const costToServe = exact(given.costToServe, currency);
    return this.ledger.write(call, 'import value', [customer], async (c) => {
      const former = await c.tx.one<CustomerValue>(ONE, [customerId, year, currency]);
      const id = former?.id ?? newId();
      if (former?.revenue === revenue && former.costToServe === costToServe) return { id };
      const times = { createdAt: former?.createdAt ?? c.now, updatedAt: c.now };
      await c.tx.save('customer_values', [
        { id, customerId, year, currency, revenue, costToServe, ...times },
      ]);
      c.record('customer.valued', customer, { year, currency, revenue, costToServe });
      return { id };
    });
  }

  /** @throws Refusal 404 */
  async one(id: string): Promise<CustomerValueDto> {
    const [value] = await this.database.read<CustomerValue>(
      'SELECT v.* FROM customer_values v WHERE v.id = $1',
      [id],
    );
    if (!value) throw notFound();
    return shown(value);
  }

  /** The first imported first. @throws Refusal 404 */
  async list(viewer: Actor, customerId: string, query: PageQuery): Promise<Page<CustomerValueDto>> {
    await this.customers.row(customerId);
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listCustomerValues', { ...query, customerId }, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const values = await this.database.read<CustomerValue>(
      `SELECT v.* FROM customer_values v WHERE v.customer_id = $1 AND ($2::uuid IS NULL OR v.id > $2)
       ORDER BY v.id LIMIT $3`,
      [customerId, after, limit + 1],
    );
    return mapPage(
      pageOf(values, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }
}

/** With all decimals of the currency, so that the same amount is always the same text. */
function exact(amount: string, currency: string): string {
  return writeAmount(readMoney({ amount, currency }));
}

function shown({ year, currency, revenue, costToServe, updatedAt }: CustomerValue): CustomerValueDto {
  return { year, currency, revenue, costToServe, updatedAt: updatedAt.toISOString() };
}

const ONE = 'SELECT v.* FROM customer_values v WHERE v.customer_id = $1 AND v.year = $2 AND v.currency = $3';
