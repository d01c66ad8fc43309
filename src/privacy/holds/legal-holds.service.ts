import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Complaint } from '../../complaints/complaint.entity.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { inputError, invalid, stateNotAllowed } from '../../kernel/refusal.js';
import { refuseConflicted } from '../conflict.js';
import { reach } from '../erasures/reach.js';
import type { NewLegalHoldBody, ReleaseLegalHoldBody } from './legal-hold.dto.js';
import type { LegalHold } from './legal-hold.entity.js';
import { LegalHoldReads } from './legal-hold.reads.js';

/** Says what may not be erased, and that it may again. What a hold keeps is locked, so that no erasure overtakes it. */
@Injectable()
export class LegalHoldsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reads: LegalHoldReads,
  ) {}

  /** Several may keep the same: each is released for itself. @throws Refusal 400 for what is not there */
  set(call: Call, body: NewLegalHoldBody): Promise<Written> {
    const { customerId = null, complaintId = null, reason } = body;
    return this.ledger.write(call, 'set legal hold', heldSubjects({ customerId, complaintId }), async (c) => {
      const { id: setById, name: setByName } = call.actor;
      const hold: LegalHold = {
        ...{ id: newId(), customerId, complaintId, reason, setById, setByName },
        until: body.until === undefined ? null : new Date(body.until),
        ...{ releasedAt: null, releasedById: null, releasedByName: null, releaseReason: null },
        ...{ version: 1, createdAt: c.now, updatedAt: c.now },
      };
      const { complaintIds } = await reach(c.tx, { customerId, contactId: null, complaintId });
      await c.tx.rows(LOCKED, [complaintIds]);
      await c.tx.insert('legal_holds', [hold]);
      const until = hold.until?.toISOString() ?? null;
      c.record('legal_hold.set', subjectOf(hold), { ...aboutOf(hold), until, reason }, complaintOf(c, hold));
      return { id: hold.id, location: `/v1/legal-holds/${hold.id}` };
    });
  }

  /** Never by somebody who is complained about in what it keeps. @throws Refusal 404, 409 where it is over */
  async release(call: Call, id: string, { reason }: ReleaseLegalHoldBody): Promise<Written> {
    const { customerId, complaintId } = await this.reads.row(id);
    const subject = { type: 'legal_hold', id, versioned: true } as const;
    const subjects = [subject, ...heldSubjects({ customerId, complaintId })];
    return this.ledger.write(call, 'release legal hold', subjects, async (c) => {
      const hold = c.row<LegalHold>(subject);
      if (hold.releasedAt !== null || (hold.until !== null && hold.until <= c.now)) throw isOver();
      const covered = await reach(c.tx, { customerId, contactId: null, complaintId });
      await refuseConflicted(c, 'release-legal-hold', covered);
      const { id: releasedById, name: releasedByName } = call.actor;
      const released = { releasedAt: c.now, releasedById, releasedByName, releaseReason: reason };
      await c.tx.save('legal_holds', [{ ...hold, ...released, version: hold.version + 1, updatedAt: c.now }]);
      c.record('legal_hold.released', subjectOf(hold), { ...aboutOf(hold), reason }, complaintOf(c, hold));
      return { id };
    });
  }
}

type Held = Pick<LegalHold, 'customerId' | 'complaintId'>;

function heldSubjects({ customerId, complaintId }: Held): Subject[] {
  const absent = (field: string) => invalid([inputError(`/${field}`, 'not_found')]);
  return [
    ...(customerId ? [{ type: 'customer', id: customerId, missing: absent('customerId') } as const] : []),
    ...(complaintId ? [{ type: 'complaint', id: complaintId, missing: absent('complaintId') } as const] : []),
  ];
}

/** A hold on a complaint stands in its timeline. Its version stays: nothing of it changes. */
function complaintOf(c: Change, { complaintId: id }: Held): { id: string; version: number } | undefined {
  if (id === null) return undefined;
  return { id, version: c.row<Complaint>({ type: 'complaint', id }).version };
}

const subjectOf = ({ id }: LegalHold) => ({ type: 'legal_hold', id }) as const;

const aboutOf = ({ customerId, complaintId }: Held) => ({ customerId, aboutComplaintId: complaintId });

/** Also where only one of a customer's complaints is about to be erased, which does not lock the customer. */
const LOCKED = 'SELECT c.id FROM complaints c WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id FOR SHARE';

function isOver() {
  return stateNotAllowed('release-legal-hold', 'release-legal-hold is possible while it is in force', 'over');
}
