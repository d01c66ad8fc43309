import { Injectable } from '@nestjs/common';
import { type InputCode, inputError, invalid } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { CustomerReads } from './records/customer.reads.js';

/** What bodies name. */
interface Named {
  accountId?: string | null;
  customerId?: string | null;
  managerId?: string | null;
  tier?: string | null;
}

/** Checks that what bodies name is there, and can be chosen. */
@Injectable()
export class CustomerReferences {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerReads,
  ) {}

  /** @throws Refusal 400 with everything that names nothing, or nothing that can be chosen */
  async check({ accountId, customerId, managerId, tier }: Named): Promise<void> {
    const found: [string, InputCode | null][] = [
      ['/accountId', accountId ? await this.first(ACCOUNT, accountId) : null],
      ['/customerId', customerId ? await this.customers.wrongChoice(customerId) : null],
      ['/managerId', managerId ? await this.first(MANAGER, managerId) : null],
      ['/tier', tier ? await this.first(TIER, tier) : null],
    ];
    const errors = found.flatMap(([at, code]) => (code ? [inputError(at, code)] : []));
    if (errors.length > 0) throw invalid(errors);
  }

  /** What a 400 says of a company that was chosen; null where it is there. */
  wrongAccount(id: string): Promise<InputCode | null> {
    return this.first(ACCOUNT, id);
  }

  /** A statement that says of what was named whether it can be chosen, and nothing of what is not there. */
  private async first(sql: string, named: string): Promise<InputCode | null> {
    const [row] = await this.database.read<{ choosable: boolean }>(sql, [named]);
    if (!row) return 'not_found';
    return row.choosable ? null : 'not_applicable';
  }
}

const ACCOUNT = 'SELECT true AS choosable FROM accounts a WHERE a.id = $1::uuid';
/** Active staff. */
const MANAGER = `
  SELECT NOT u.disabled AND u.roles && ARRAY['agent', 'supervisor', 'admin'] AS choosable
  FROM users u WHERE u.id = $1::uuid`;
const TIER = 'SELECT t.active AS choosable FROM tiers t WHERE t.name = $1';
