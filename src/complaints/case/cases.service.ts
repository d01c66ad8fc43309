import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import type { Complaint } from '../complaint.entity.js';
import { settleStandIn } from '../ownership/standing-in.js';
import { breakDue } from '../time/pass-time.js';
import { Outbox } from '../messages/mailing/outbox.js';
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
    private readonly outbox: Outbox,
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
    const load = await this.loader();
    return this.ledger.write(call, action, subjects, async (change) => {
      const c = await load(change, complaintId);
      const worked = await work(c, change);
      settleStandIn(c);
      if (change.drafts.length > 0) await this.save(c);
      return worked ?? { id: complaintId };
    });
  }

  /**
   * Two complaints in one write, whose versions both rise: whatever is done to one and the other is done to both or to
   * none. `If-Match` is compared with the first. Where both are the same, the work gets it twice.
   * @throws Refusal 404, 412, and whatever the work refuses.
   */
  async workOnTwo(
    call: Call,
    action: string,
    complaintId: string,
    otherId: string,
    work: (c: Case, other: Case, change: Change) => Worked | Promise<Worked>,
  ): Promise<Written> {
    const itself: Subject = { type: 'complaint', id: complaintId, versioned: true };
    const subjects: Subject[] =
      complaintId === otherId ? [itself] : [itself, { type: 'complaint', id: otherId }];
    const load = await this.loader();
    return this.ledger.write(call, action, subjects, async (change) => {
      const c = await load(change, complaintId);
      const other = complaintId === otherId ? c : await load(change, otherId);
      const worked = await work(c, other, change);
      settleStandIn(c);
      settleStandIn(other);
      if (change.drafts.length > 0) {
        await this.save(c);
        if (other !== c) await this.save(other);
      }
      return worked ?? { id: complaintId };
    });
  }

  /** Writes the case, and sees to it that words that wait to be sent are sent after the commit. */
  async save(c: Case): Promise<void> {
    await c.save();
    await this.outbox.post(c);
  }

  /** Made before the transaction begins: what the house promises is not asked for inside of it. */
  private async loader(): Promise<(change: Change, id: string) => Promise<Case>> {
    const house = await this.terms.house();
    return async (change, id) => {
      const complaint = change.row<Complaint>({ type: 'complaint', id });
      const c = await Case.load(change, complaint, await house.of(complaint));
      settleStandIn(c);
      breakDue(c);
      return c;
    };
  }
}
