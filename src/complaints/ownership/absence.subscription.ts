import { Injectable } from '@nestjs/common';
import { standInOf } from '../../access/availability/stand-in.js';
import type { Entry } from '../../audit/entries/entry.js';
import { On } from '../../audit/subscriptions.events.js';
import { systemCall } from '../../kernel/call.js';
import { Database } from '../../platform/database/database.js';
import { Cases } from '../case/cases.service.js';
import { OPEN_STATES } from '../complaint.states.js';

/**
 * When somebody goes, comes back, or cannot stand in any more, the complaints of all who are away get who stands in by
 * now. One that is over is left alone until somebody does something with it.
 */
@Injectable()
export class AbsenceSubscription {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
  ) {}

  @On(['absence.*', 'user.disabled', 'user.enabled', 'user.updated'], { from: 'beginning' })
  async comesOrGoes(entry: Entry<PresenceEntry>): Promise<void> {
    const { userId = entry.subject.id } = entry.data as { userId?: string };
    const rows = await this.database.read<{ id: string }>(UNSETTLED, [userId, LIVE]);
    for (const { id } of rows) {
      await this.cases.work(systemCall('attendance'), 'settle stand-in', id, () => undefined);
    }
  }
}

type PresenceEntry =
  | 'absence.announced'
  | 'absence.updated'
  | 'absence.began'
  | 'absence.ended'
  | 'user.disabled'
  | 'user.enabled'
  | 'user.updated';

const LIVE = [...OPEN_STATES, 'resolved'];

/** Asked of the present, not of the entry: of whoever is away, and of who was just back. */
const UNSETTLED = `
  SELECT c.id
  FROM (
    SELECT o.id, (${standInOf('o.id')} ->> 'id')::uuid AS stand_in_id
    FROM (SELECT a.user_id AS id FROM absences a WHERE a.state = 'running' UNION SELECT $1::uuid) o) away
  JOIN complaints c ON c.owner_id = away.id
  WHERE c.erased_at IS NULL AND (c.stand_in_id IS NOT NULL OR c.state = ANY ($2::text[]))
    AND c.stand_in_id IS DISTINCT FROM
      CASE WHEN away.stand_in_id = ANY (c.complained_about_user_ids) THEN NULL ELSE away.stand_in_id END
  ORDER BY c.id`;
