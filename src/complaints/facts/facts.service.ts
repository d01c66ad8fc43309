import { Injectable } from '@nestjs/common';
import type { Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { inputError, invalid } from '../../kernel/refusal.js';
import { Cases } from '../case/cases.service.js';
import { permit } from '../parts/nouns.js';
import { type FactChangesBody, type NewFactBody, REASONED } from './fact.dto.js';
import type { Fact } from './fact.entity.js';
import { recordFact } from './recording.js';

/** Puts facts on record and settles them. */
@Injectable()
export class FactsService {
  constructor(private readonly cases: Cases) {}

  record(call: Call, complaintId: string, body: NewFactBody): Promise<Written> {
    return this.cases.work(call, 'record fact', complaintId, (c) => {
      permit(c, 'record-fact');
      const fact = recordFact(c, body);
      return { id: fact.id, location: `/v1/complaints/${complaintId}/facts/${fact.id}` };
    });
  }

  /** What is already so is no change. @throws Refusal 400 where the reason is taken from a standing that needs one. */
  settle(call: Call, complaintId: string, factId: string, body: FactChangesBody): Promise<Written> {
    const subject: Subject = { type: 'fact', id: factId, complaintId, versioned: true };
    return this.cases.work(
      call,
      'settle fact',
      complaintId,
      (c, change) => {
        const fact = change.row<Fact>(subject);
        const { standing: formerStanding } = fact;
        const next = settled(fact, body);
        if (JSON.stringify(next) === JSON.stringify(settled(fact, {}))) return { id: factId };
        if (body.reason === null && REASONED.includes(next.standing))
          throw invalid([inputError('/reason', 'required')]);
        permit(c, 'settle-fact');
        c.alter('fact', fact, { ...next, updatedAt: c.now });
        c.record(
          'fact.settled',
          { type: 'fact', id: factId },
          {
            standing: next.standing,
            formerStanding,
            occurredAt: next.occurredAt?.toISOString() ?? null,
            reason: next.standingReason,
          },
        );
        return { id: factId };
      },
      [subject],
    );
  }
}

function settled(fact: Fact, { standing, reason, occurredAt }: FactChangesBody) {
  return {
    standing: standing ?? fact.standing,
    standingReason: reason === undefined ? fact.standingReason : reason,
    occurredAt: occurredAt === undefined ? fact.occurredAt : occurredAt && new Date(occurredAt),
  } as Pick<Fact, 'standing' | 'standingReason' | 'occurredAt'>;
}
