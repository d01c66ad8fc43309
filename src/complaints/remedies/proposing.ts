import {
  approversOf,
  grantingSubject,
  putGrant,
  type Room,
  roomsOf,
  widest,
} from '../../access/authority/granting.js';
import type { User } from '../../access/user.entity.js';
import type { Change } from '../../audit/ledger.service.js';
import { type Money, readMoney } from '../../kernel/money/money.js';
import type { Case } from '../case/case.js';
import type { Query } from '../case/case-view.js';
import { withMerged } from './merged-here.js';
import type { NewRemedyBody } from './remedy.dto.js';
import type { Remedy } from './remedy.entity.js';
import { reaches } from './remedy-needs.js';
import { approve, propose } from './remedying.js';

/** Proposing and granting, with the sums of what was granted before: they are exact while the granter is locked. */

/** Granted at once where no money is in it or the authority suffices at this moment; else it waits for another. */
export async function proposeRemedy(c: Case, change: Change, body: NewRemedyBody): Promise<Remedy> {
  const money = body.money ? readMoney(body.money) : null;
  const proposal = {
    type: body.type,
    money,
    reason: body.reason,
    dueAt: body.dueAt === undefined ? null : new Date(body.dueAt),
  };
  const room = money ? await roomOf(c, change, money.currency) : undefined;
  const waits = money !== null && !reaches(room, money.minor);
  const remedy = propose(c, proposal, waits ? await approversFor(c, change, money) : null);
  if (!waits) await grant(c, change, remedy, { room, dueAt: null });
  return remedy;
}

/** What the actor may still grant on this complaint; undefined where nothing is said of them. */
export async function roomOf(c: Case, change: Change, currency: string | null): Promise<Room | undefined> {
  const [locked] = grantingSubject(c.actor);
  if (!locked || currency === null) return undefined;
  const { id: userId, roles, disabled } = change.row<User>(locked);
  if (disabled) return undefined;
  const complaintIds = await withMerged(queryOf(change), c.complaint.id);
  const granter = { userId, roles, complaintIds, now: c.now };
  return widest(await roomsOf(queryOf(change), granter, currency));
}

export async function grant(
  c: Case,
  change: Change,
  remedy: Remedy,
  { room, dueAt }: { room: Room | undefined; dueAt: Date | null },
): Promise<void> {
  approve(c, remedy, room?.authority.id ?? null, dueAt);
  const { id, minor, currency, complaintId } = remedy;
  if (minor === null || currency === null) return;
  if (!room || !c.actor.id) throw new Error(`nobody may grant remedy ${id}`);
  await putGrant(change.tx, {
    id,
    userId: c.actor.id,
    complaintId,
    authorityId: room.authority.id,
    currency,
    minor: BigInt(minor),
    grantedAt: c.now,
  });
}

function approversFor(c: Case, change: Change, money: Money) {
  const except = [...(c.actor.id ? [c.actor.id] : []), ...c.complaint.complainedAboutUserIds];
  return approversOf(queryOf(change), money, except, c.now);
}

function queryOf(change: Change): Query {
  return (sql, params) => change.tx.rows(sql, params);
}
