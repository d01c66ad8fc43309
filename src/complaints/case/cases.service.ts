import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { Case } from './case.js';

/**
 * What a piece of work on a case answers: the part written and its path, or nothing where it is the
 * complaint itself.
 */
export type Worked = { id: string; location?: string } | undefined;

/** Takes a complaint in hand through the write door, lets the rules work on it, and saves it. */
@Injectable()
export class Cases {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @param also further subjects: a part of the complaint, or a user who is to stay as they are meanwhile. `If-Match`
   * is compared with the version of the part where one says `versioned`, else with that of the complaint.
   * @throws Refusal 404, 412, and whatever the work refuses.
   */
  work(
    call: Call,
    action: string,
    complaintId: string,
    work: (c: Case, change: Change) => Worked | Promise<Worked>,
    also: Subject[] = [],
  ): Promise<Written> {
    const versioned = !also.some((subject) => subject.versioned);
    const subjects: Subject[] = [{ type: 'complaint', id: complaintId, versioned }, ...also];
    return this.ledger.write(call, action, subjects, async (change) => {
      const c = await Case.load(change, complaintId);
      const worked = await work(c, change);
      if (change.drafts.length > 0) await c.save();
      return worked ?? { id: complaintId };
    });
  }
}
