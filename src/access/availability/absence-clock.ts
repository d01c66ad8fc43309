import { Injectable } from '@nestjs/common';
import { Ledger } from '../../audit/ledger.service.js';
import { systemCall } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Absence } from './absence.entity.js';
import { moved, save } from './coming-and-going.js';

/** Lets absences begin and end when their time comes. Any number of processes may do so at once. */
@Injectable()
export class AbsenceClock {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Handles everything whose moment has come. */
  async turn(): Promise<void> {
    for (const due of await this.database.read<Due>(DUE, [this.clock.now()])) await this.move(due);
  }

  /** Looked at again under the lock; whoever is being made an owner meanwhile waits. */
  private async move({ id, userId }: Due): Promise<void> {
    const subject = { type: 'absence', id } as const;
    await this.ledger.write(
      systemCall('attendance'),
      'move absence',
      [{ type: 'user', id: userId }, subject],
      async (c) => {
        const absence = c.row<Absence>(subject);
        await save(c, absence, await moved(c, absence));
        return { id };
      },
    );
  }
}

type Due = Pick<Absence, 'id' | 'userId'>;

/** What ends comes first: the next absence of the same person may begin at that moment. */
const DUE = `
  SELECT a.id, a.user_id FROM absences a WHERE a.state = 'running' AND a.ends_at <= $1
  UNION ALL
  SELECT a.id, a.user_id FROM absences a WHERE a.state = 'planned' AND a.begins_at <= $1`;
