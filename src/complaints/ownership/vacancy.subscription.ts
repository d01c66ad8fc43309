import { Injectable } from '@nestjs/common';
import type { Entry } from '../../audit/entries/entry.js';
import { On } from '../../audit/subscriptions.events.js';
import { systemCall } from '../../kernel/call.js';
import { Database } from '../../platform/database/database.js';
import { Cases } from '../case/cases.service.js';
import { vacateInactive } from './ownership.js';

/**
 * Whoever is disabled owns nothing any more: each of their open or resolved complaints becomes vacant.
 * A closed one keeps its owner, until it comes back.
 */
@Injectable()
export class VacancySubscription {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
  ) {}

  @On('user.disabled', { from: 'beginning' })
  async ownerLeft(entry: Entry<'user.disabled'>): Promise<void> {
    const owned = await this.database.read<{ id: string }>(OWNED, [entry.subject.id]);
    for (const { id } of owned) {
      await this.cases.work(systemCall('vacancy'), 'vacate', id, (c) => {
        vacateInactive(c);
        return undefined;
      });
    }
  }
}

/** Asked of the present, not of the entry: whoever was enabled again meanwhile keeps what they own. */
const OWNED = `
  SELECT c.id FROM complaints c JOIN users u ON u.id = c.owner_id
  WHERE c.owner_id = $1 AND u.disabled
    AND c.state IN ('received', 'acknowledged', 'facts_established', 'in_progress', 'awaiting_customer', 'resolved')
  ORDER BY c.id`;
