import { Injectable } from '@nestjs/common';
import {
  approversOf,
  grantingSubject,
  putGrant,
  type Room,
  roomsOf,
  takeBackGrant,
  widest,
} from '../../access/authority/granting.js';
import type { User } from '../../access/user.entity.js';
import type { Change, Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { type Money, readMoney } from '../../kernel/money/money.js';
import { actionRefused, stateNotAllowed } from '../../kernel/refusal.js';
import type { Query } from '../case/case-view.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { type Noun, permit } from '../parts/nouns.js';
import { roomForPromises } from '../workflow/owner-needs.js';
import { withMerged } from './merged-here.js';
import { mayRefuse, notOwn, reaches, withinAuthority } from './remedy-needs.js';
import type { ApproveRemedyBody, ExecuteRemedyBody, NewRemedyBody, RemedyReasonBody } from './remedy.dto.js';
import type { Remedy } from './remedy.entity.js';
import type { RemedyState } from './remedy.words.js';
import { approve, execute, propose, refuse, reverse } from './remedying.js';

/**
 * What people do about remedies. Whoever may grant money is locked before the complaint, so that the sums of what they
 * granted, and of what was granted on the complaint, are exact, however many calls come at once.
 */
@Injectable()
export class RemediesService {
  constructor(private readonly cases: Cases) {}

  /** Granted at once where no money is in it or the authority suffices at this moment; else it waits for another. */
  propose(call: Call, complaintId: string, body: NewRemedyBody): Promise<Written> {
    const money = body.money ? readMoney(body.money) : null;
    const proposal = {
      type: body.type,
      money,
      reason: body.reason,
      dueAt: body.dueAt === undefined ? null : new Date(body.dueAt),
    };
    const work = async (c: Case, change: Change) => {
      permit(c, 'propose-remedy', [roomForPromises]);
      const room = money ? await roomOf(c, change, money.currency) : undefined;
      const waits = money !== null && !reaches(room, money.minor);
      const remedy = propose(c, proposal, waits ? await approversFor(c, change, money) : null);
      if (!waits) await grant(c, change, remedy, { room, dueAt: null });
      return { id: remedy.id, location: `/v1/complaints/${complaintId}/remedies/${remedy.id}` };
    };
    return this.cases.work(
      call,
      'propose remedy',
      complaintId,
      work,
      money ? grantingSubject(call.actor) : [],
    );
  }

  approve(call: Call, complaintId: string, id: string, { dueAt }: ApproveRemedyBody): Promise<Written> {
    const noun = 'approve-remedy';
    return this.change(call, complaintId, id, noun, ['pending_approval'], async (c, remedy, change) => {
      const room = await roomOf(c, change, remedy.currency);
      permit(c, noun, [notOwn(remedy), withinAuthority(remedy, room), roomForPromises]);
      await grant(c, change, remedy, { room, dueAt: dueAt === undefined ? null : new Date(dueAt) });
    });
  }

  refuse(call: Call, complaintId: string, id: string, { reason }: RemedyReasonBody): Promise<Written> {
    const noun = 'refuse-remedy';
    return this.change(call, complaintId, id, noun, ['pending_approval'], async (c, remedy, change) => {
      permit(c, noun, [mayRefuse(remedy, await roomOf(c, change, remedy.currency))]);
      refuse(c, remedy, reason);
    });
  }

  /** The same once more is no change: a payment that is told twice was made once. */
  execute(call: Call, complaintId: string, id: string, body: ExecuteRemedyBody): Promise<Written> {
    const { externalReference, note = null } = body;
    const noun = 'execute-remedy';
    return this.change(call, complaintId, id, noun, ['approved', 'executed'], (c, remedy) => {
      if (remedy.state === 'executed' && remedy.externalReference === externalReference) return;
      permit(c, noun);
      if (remedy.state === 'executed') throw actionRefused(noun, [EXECUTED], c.view.state);
      execute(c, remedy, externalReference, note);
    });
  }

  reverse(call: Call, complaintId: string, id: string, { reason }: RemedyReasonBody): Promise<Written> {
    const noun = 'reverse-remedy';
    return this.change(call, complaintId, id, noun, ['approved', 'executed'], async (c, remedy, change) => {
      permit(c, noun);
      reverse(c, remedy, reason);
      await takeBackGrant(change.tx, remedy.id, c.now);
    });
  }

  private change(
    call: Call,
    complaintId: string,
    id: string,
    noun: Noun,
    possible: RemedyState[],
    work: (c: Case, remedy: Remedy, change: Change) => void | Promise<void>,
  ): Promise<Written> {
    const subject: Subject = { type: 'remedy', id, complaintId, versioned: true };
    const changed = async (c: Case, change: Change) => {
      const { state } = change.row<Remedy>(subject);
      const remedy = c.view.remedies.find((one) => one.id === id);
      if (!remedy || !possible.includes(remedy.state))
        throw stateNotAllowed(noun, `${noun} is possible while a remedy is ${possible.join(' or ')}`, state);
      await work(c, remedy, change);
      return { id };
    };
    const deciding = possible.includes('pending_approval') ? grantingSubject(call.actor) : [];
    return this.cases.work(call, noun, complaintId, changed, [...deciding, subject]);
  }
}

const EXECUTED = {
  code: 'executed_otherwise',
  detail: 'it was carried out before, under another reference',
};

/** What the actor may still grant on this complaint; undefined where nothing is said of them. */
async function roomOf(c: Case, change: Change, currency: string | null): Promise<Room | undefined> {
  const [locked] = grantingSubject(c.actor);
  if (!locked || currency === null) return undefined;
  const { id: userId, roles, disabled } = change.row<User>(locked);
  if (disabled) return undefined;
  const complaintIds = await withMerged(queryOf(change), c.complaint.id);
  const granter = { userId, roles, complaintIds, now: c.now };
  return widest(await roomsOf(queryOf(change), granter, currency));
}

function approversFor(c: Case, change: Change, money: Money) {
  const except = [...(c.actor.id ? [c.actor.id] : []), ...c.complaint.complainedAboutUserIds];
  return approversOf(queryOf(change), money, except, c.now);
}

async function grant(
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

function queryOf(change: Change): Query {
  return (sql, params) => change.tx.rows(sql, params);
}
