import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { newId } from '../../kernel/identifiers.js';
import { actionRefused, inputError, invalid, stateNotAllowed, type Unmet } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/database.js';
import { extentOf } from './counting.js';
import type { NewErasureBody } from './erasure.dto.js';
import type { Erasure } from './erasure.entity.js';
import { ErasureReads } from './erasure.reads.js';
import type { ErasureState } from './erasure.words.js';
import { erase } from './erasing.js';
import { obstacles } from './obstacles.js';
import { type Named, type Reach, reach } from './reach.js';

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
      const unmet = await obstacles(c.tx, named, covered, c.call.actor.id);
      if (unmet.length > 0) throw actionRefused('plan-erasure', unmet, 'none');
      const { id: plannedById, name: plannedByName } = c.call.actor;
      const erasure: Erasure = {
        ...{ id: newId(), state: 'planned', basis, reason, ...named, ...covered },
        versions: await versionsOf(c.tx, covered),
        extent: await extentOf(c.tx, covered),
        ...{ plannedById, plannedByName, plannedAt: c.now },
        ...{ decidedById: null, decidedByName: null, decidedAt: null },
        ...{ version: 1, createdAt: c.now, updatedAt: c.now },
      };
      await c.tx.insert('erasures', [erasure]);
      c.record('erasure.planned', itself(erasure), { basis, ...named, ...covered, reason });
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
      const extent = await erase(c, erasure);
      await decide(c, { ...erasure, extent, reason: null }, 'done');
      const { basis, plannedById } = erasure;
      c.record('erasure.done', itself(erasure), { basis, plannedById, ...extent });
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

const OWN_PLAN = { code: 'own_plan', detail: 'the approval of somebody other than who planned it' };
const PLAN_OUTDATED = {
  code: 'plan_outdated',
  detail: 'a plan that covers everything as it is now: something came or changed since',
};

/** In order of precedence. */
async function lacking(c: Change, erasure: Erasure): Promise<Unmet[]> {
  const { actor } = c.call;
  const now = await versionsOf(c.tx, await reach(c.tx, erasure));
  return [
    ...(actor.id === erasure.plannedById ? [OWN_PLAN] : []),
    ...(await obstacles(c.tx, erasure, erasure, actor.id)),
    ...(canonicalJson(now) === canonicalJson(erasure.versions) ? [] : [PLAN_OUTDATED]),
  ];
}

function expectPlanned(action: string, { state }: Erasure): void {
  if (state !== 'planned') throw stateNotAllowed(action, `${action} is possible in planned`, state);
}

async function decide(c: Change, erasure: Erasure, state: ErasureState): Promise<void> {
  const { id: decidedById, name: decidedByName } = c.call.actor;
  const decided = { decidedById, decidedByName, decidedAt: c.now };
  const version = erasure.version + 1;
  await c.tx.save('erasures', [{ ...erasure, state, ...decided, version, updatedAt: c.now }]);
}

const itself = ({ id }: Erasure) => ({ type: 'erasure', id }) as const;

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

function subjectsOf({ customerIds, contactIds, complaintIds }: Reach): Subject[] {
  return [
    ...customerIds.map((id): Subject => ({ type: 'customer', id })),
    ...contactIds.map((id): Subject => ({ type: 'contact', id })),
    ...complaintIds.map((id): Subject => ({ type: 'complaint', id })),
  ];
}

/** The version of everything that is covered, by id: what is added is another id, what changes another version. */
async function versionsOf(tx: Tx, covered: Reach): Promise<Record<string, number>> {
  const { customerIds, contactIds, complaintIds } = covered;
  const rows = await tx.rows<{ id: string; version: number }>(VERSIONS, [
    customerIds,
    contactIds,
    complaintIds,
  ]);
  return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
}

const VERSIONS = `
  SELECT c.id, c.version FROM customers c WHERE c.id = ANY ($1::uuid[])
  UNION ALL SELECT c.id, c.version FROM contacts c WHERE c.id = ANY ($2::uuid[])
  UNION ALL SELECT c.id, c.version FROM complaints c WHERE c.id = ANY ($3::uuid[])`;
