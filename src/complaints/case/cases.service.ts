import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import type { Complaint } from '../complaint.entity.js';
import { breakDue } from '../time/pass-time.js';
import { TermsService } from '../promises/terms.service.js';
import { Case } from './case.js';

/**
 * What a piece of work on a case answers: the part written and its path, or nothing where it is the
 * complaint itself.
 */
export type Worked = { id: string; location?: string } | undefined;

/** Takes a complaint in hand through the write door, lets the rules work on it, and saves it. */
@Injectable()
export class Cases {
  constructor(
    private readonly ledger: Ledger,
    private readonly terms: TermsService,
  ) {}

  /**
   * @param also further subjects: a part of the complaint, or a user who is to stay as they are meanwhile. `If-Match`
   * is compared with the version of the part where one says `versioned`, else with that of the complaint. One that
   * names the complaint itself says how it is locked.
   * @throws Refusal 404, 412, and whatever the work refuses.
   */
  async work(
    call: Call,
    action: string,
    complaintId: string,
    work: (c: Case, change: Change) => Worked | Promise<Worked>,
    also: Subject[] = [],
  ): Promise<Written> {
    const itself: Subject = { type: 'complaint', id: complaintId };
    const versioned = !also.some((subject) => subject.versioned);
    const subjects = also.some(({ type }) => type === 'complaint')
      ? also
      : [{ ...itself, versioned }, ...also];
    const house = await this.terms.house();
    return this.ledger.write(call, action, subjects, async (change) => {
      const complaint = change.row<Complaint>(itself);
      const c = await Case.load(change, complaint, await house.of(complaint));
      breakDue(c);
      const worked = await work(c, change);
      if (change.drafts.length > 0) await c.save();
      return worked ?? { id: complaintId };
    });
  }
}
