import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { actionRefused, inputError, invalid, stateNotAllowed, type Unmet } from '../../kernel/refusal.js';
import { carryOut, decide, itself, plan, subjectsOf, versionsOf } from './carrying-out.js';
import type { NewErasureBody } from './erasure.dto.js';
import type { Erasure } from './erasure.entity.js';
import { ErasureReads } from './erasure.reads.js';
import { obstacles } from './obstacles.js';
import { OWN_PLAN, PLAN_OUTDATED } from './plan-needs.js';
import { type Named, reach } from './reach.js';

/** Plans erasures, and carries them out when somebody else approves. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reads: ErasureReads,
  ) {}

  /** @throws Refusal 400 for an id that names nothing, 409 with everything that is in the way */
  plan(call: Call, body: NewErasureBody): Promise<Written> {
    const { basis, reason, customerId = null, contactId = null, complaintId = null } = body;
    const named = { customerId, contactId, complaintId };
    return this.ledger.write(call, 'plan erasure', [subjectOf(named)], async (c) => {
      const covered = await reach(c.tx, named);
      const unmet = await obstacles(c.tx, named, covered, c.call.actor.id, c.now);
      if (unmet.length > 0) throw actionRefused('plan-erasure', unmet, 'none');
      const erasure = await plan(c, { named, covered, basis, reason });
      return { id: erasure.id, location: `/v1/erasures/${erasure.id}` };
    });
  }

  /**
   * Erases. Everything that is covered is locked, and asked again whether something is in the way.
   * @throws Refusal 404, 412, 409 with everything that is in the way
   */
  async approve(call: Call, id: string): Promise<Written> {
    const planned = await this.reads.row(id);
    const subject = { type: 'erasure', id, versioned: true } as const;
    return this.ledger.write(call, 'approve erasure', [subject, ...subjectsOf(planned)], async (c) => {
      const erasure = c.row<Erasure>(subject);
      expectPlanned('approve-erasure', erasure);
      const unmet = await lacking(c, erasure);
      if (unmet.length > 0) throw actionRefused('approve-erasure', unmet, erasure.state);
      await carryOut(c, erasure);
      return { id };
    });
  }

  /** @throws Refusal 404, 412, 409 */
  cancel(call: Call, id: string): Promise<Written> {
    const subject = { type: 'erasure', id, versioned: true } as const;
    return this.ledger.write(call, 'cancel erasure', [subject], async (c) => {
      const erasure = c.row<Erasure>(subject);
      expectPlanned('cancel-erasure', erasure);
      await decide(c, erasure, 'cancelled');
      c.record('erasure.cancelled', itself(erasure), {});
      return { id };
    });
  }
}

/** In order of precedence. */
async function lacking(c: Change, erasure: Erasure): Promise<Unmet[]> {
  const { actor } = c.call;
  const now = await versionsOf(c.tx, await reach(c.tx, erasure));
  return [
    ...(actor.id === erasure.plannedById ? [OWN_PLAN] : []),
    ...(await obstacles(c.tx, erasure, erasure, actor.id, c.now)),
    ...(canonicalJson(now) === canonicalJson(erasure.versions) ? [] : [PLAN_OUTDATED]),
  ];
}

function expectPlanned(action: string, { state }: Erasure): void {
  if (state !== 'planned') throw stateNotAllowed(action, `${action} is possible in planned`, state);
}

/** Whom a body names stays as it is until the plan is made. */
function subjectOf({ customerId, contactId, complaintId }: Named): Subject {
  const [type, at, id] =
    customerId !== null
      ? (['customer', '/customerId', customerId] as const)
      : contactId !== null
        ? (['contact', '/contactId', contactId] as const)
        : (['complaint', '/complaintId', complaintId ?? ''] as const);
  return { type, id, mode: 'share', missing: invalid([inputError(at, 'not_found')]) };
}
