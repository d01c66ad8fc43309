import type { Change, Subject } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/identifiers.js';
import type { Tx } from '../../platform/database/database.js';
import { extentOf } from './counting.js';
import type { Erasure } from './erasure.entity.js';
import type { Basis, ErasureState } from './erasure.words.js';
import { erase } from './erasing.js';
import type { Named, Reach } from './reach.js';

/** What is to be erased, and why. */
export interface Plan {
  named: Named;
  covered: Reach;
  basis: Basis;
  reason: string;
}

/** Puts on record that this is to be erased. @param by who planned it, where that is not the caller */
export async function plan(
  c: Change,
  { named, covered, basis, reason }: Plan,
  by: Actor = c.call.actor,
): Promise<Erasure> {
  const { id: plannedById, name: plannedByName } = by;
  const { customerId, contactId, complaintId } = named;
  const erasure: Erasure = {
    ...{ id: newId(), state: 'planned', basis, reason, customerId, contactId, complaintId, ...covered },
    versions: await versionsOf(c.tx, covered),
    extent: await extentOf(c.tx, covered),
    ...{ plannedById, plannedByName, plannedAt: c.now },
    ...{ decidedById: null, decidedByName: null, decidedAt: null },
    ...{ version: 1, createdAt: c.now, updatedAt: c.now },
  };
  await c.tx.insert('erasures', [erasure]);
  const data = { basis, customerId, contactId, complaintId, ...covered, reason };
  c.record('erasure.planned', itself(erasure), data, undefined, by);
  return erasure;
}

/** Erases, in the name of the caller, who approves it. All that is covered has to be locked. */
export async function carryOut(c: Change, erasure: Erasure): Promise<void> {
  const extent = await erase(c, erasure);
  await decide(c, { ...erasure, extent, reason: null }, 'done');
  const { basis, plannedById } = erasure;
  c.record('erasure.done', itself(erasure), { basis, plannedById, ...extent });
}

export async function decide(c: Change, erasure: Erasure, state: ErasureState): Promise<void> {
  const { id: decidedById, name: decidedByName } = c.call.actor;
  const decided = { decidedById, decidedByName, decidedAt: c.now };
  const version = erasure.version + 1;
  await c.tx.save('erasures', [{ ...erasure, state, ...decided, version, updatedAt: c.now }]);
}

export const itself = ({ id }: Pick<Erasure, 'id'>) => ({ type: 'erasure', id }) as const;

/** All that is covered, to be locked. */
export function subjectsOf({ customerIds, contactIds, complaintIds }: Reach): Subject[] {
  return [
    ...customerIds.map((id): Subject => ({ type: 'customer', id })),
    ...contactIds.map((id): Subject => ({ type: 'contact', id })),
    ...complaintIds.map((id): Subject => ({ type: 'complaint', id })),
  ];
}

/** The version of everything that is covered, by id: what is added is another id, what changes another version. */
export async function versionsOf(tx: Tx, covered: Reach): Promise<Record<string, number>> {
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
