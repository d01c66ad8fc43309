import { Injectable } from '@nestjs/common';
import { Ledger, type Written } from '../../audit/ledger.service.js';
import { type Call, systemCall } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { NOT_ERASED } from '../../kernel/erased.js';
import { actionRefused, inputError, invalid, stateNotAllowed } from '../../kernel/refusal.js';
import { DoesJob } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CustomerReferences } from '../customer.references.js';
import type { CustomerChangesBody, MergeCustomerBody, NewCustomerBody } from './customer.body.dto.js';
import type { Customer } from './customer.entity.js';
import { expectEnds, LAPSE, lapsed } from './customer.jobs.js';
import { newCustomer, onRecord, particularsOf, patched, saveChanged } from './customer-changes.js';
import { mergeInto } from './merging.js';

/** Records customers, changes them, and makes one of two records. */
@Injectable()
export class CustomersService {
  constructor(
    private readonly ledger: Ledger,
    private readonly references: CustomerReferences,
    private readonly jobs: Jobs,
  ) {}

  /** @throws Refusal 400 for what the body names and is not there */
  async create(call: Call, body: NewCustomerBody): Promise<Written> {
    await this.references.check(body);
    return this.ledger.write(call, 'create customer', [], async (c) => {
      const customer = newCustomer(body, { id: newId(), now: c.now });
      await c.tx.insert('customers', [customer]);
      await expectEnds(this.jobs, c, customer.id, customer);
      c.record('customer.created', { type: 'customer', id: customer.id }, onRecord(customer));
      return { id: customer.id, location: `/v1/customers/${customer.id}` };
    });
  }

  /** What is already so is no change. @throws Refusal 400 as `create`, 409 for one that was merged or erased */
  async change(call: Call, id: string, body: CustomerChangesBody): Promise<Written> {
    const subject = { type: 'customer', id, versioned: true } as const;
    await this.references.check(body);
    return this.ledger.write(call, 'change customer', [subject], async (c) => {
      const customer = c.row<Customer>(subject);
      expectCurrent('update-customer', customer);
      const saved = await saveChanged(c, customer, patched(customer, body));
      if (saved) await expectEnds(this.jobs, c, id, saved);
      return { id };
    });
  }

  /** Both are locked in the order of their ids. @throws Refusal 400, 409 */
  async merge(call: Call, id: string, { intoId, reason }: MergeCustomerBody): Promise<Written> {
    if (id === intoId) throw invalid([inputError('/intoId', 'not_applicable', 'is the same record')]);
    const missing = invalid([inputError('/intoId', 'not_found')]);
    const source = { type: 'customer', id, versioned: true } as const;
    const target = { type: 'customer', id: intoId, missing } as const;
    return this.ledger.write(call, 'merge customers', [source, target], async (c) => {
      const from = c.row<Customer>(source);
      expectCurrent('merge-customer', from);
      const into = await mergeInto(c, from, c.row<Customer>(target), reason);
      if (into) await expectEnds(this.jobs, c, intoId, into);
      return { id };
    });
  }

  /** Takes away what has reached its end. A record that was merged is looked at like any other. */
  @DoesJob(LAPSE)
  async lapse({ customerId: id }: { customerId: string }): Promise<void> {
    const subject = { type: 'customer', id } as const;
    await this.ledger.write(systemCall('lapse'), 'lapse', [subject], async (c) => {
      const customer = c.row<Customer>(subject);
      await saveChanged(c, customer, lapsed(particularsOf(customer), c.now));
      return { id };
    });
  }
}

/** @throws Refusal 409 */
function expectCurrent(action: string, { mergedIntoId, erasedAt }: Customer): void {
  if (erasedAt !== null) throw actionRefused(action, [NOT_ERASED], 'erased');
  if (mergedIntoId === null) return;
  throw stateNotAllowed(action, `${action} is possible while it stands for itself`, 'merged');
}
