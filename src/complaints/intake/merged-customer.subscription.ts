import { Injectable } from '@nestjs/common';
import type { Entry } from '../../audit/entries/entry.js';
import { On } from '../../audit/subscriptions.events.js';
import { systemCall } from '../../kernel/call.js';
import { Database } from '../../platform/database/database.js';
import { Cases } from '../case/cases.service.js';

/** When two records turn out to be of one customer, the complaints of the one go to the other, in whatever state. */
@Injectable()
export class MergedCustomerSubscription {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
  ) {}

  @On('customer.merged', { from: 'beginning' })
  async follow(entry: Entry<'customer.merged'>): Promise<void> {
    const left = await this.database.read<{ id: string; customerId: string }>(LEFT, [entry.subject.id]);
    for (const { id, customerId } of left) {
      await this.cases.work(systemCall('merged-customer'), 'follow customer', id, (c) => {
        if (c.complaint.customerId !== entry.subject.id) return undefined;
        c.complaint.customerId = customerId;
        c.recordHere('complaint.updated', { changed: ['customerId'], values: { customerId } });
        return undefined;
      });
    }
  }
}

/** Asked of the present, not of the entry: the other record may have been merged meanwhile. */
const LEFT = `
  SELECT c.id, m.merged_into_id AS customer_id FROM complaints c JOIN customers m ON m.id = c.customer_id
  WHERE c.customer_id = $1 AND m.merged_into_id IS NOT NULL AND c.erased_at IS NULL ORDER BY c.id`;
