import { Injectable } from '@nestjs/common';
import { grantingSubject, takeBackGrant } from '../../access/authority/granting.js';
import type { Change, Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { actionRefused, stateNotAllowed } from '../../kernel/refusal.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { type Noun, permit } from '../parts/nouns.js';
import { roomForPromises } from '../workflow/owner-needs.js';
import { grant, proposeRemedy, roomOf } from './proposing.js';
import { mayRefuse, notOwn, withinAuthority } from './remedy-needs.js';
import type { ApproveRemedyBody, ExecuteRemedyBody, NewRemedyBody, RemedyReasonBody } from './remedy.dto.js';
import type { Remedy } from './remedy.entity.js';
import type { RemedyState } from './remedy.words.js';
import { execute, refuse, reverse } from './remedying.js';

/**
 * What people do about remedies. Whoever may grant money is locked before the complaint, so that the sums of what they
 * granted, and of what was granted on the complaint, are exact, however many calls come at once.
 */
@Injectable()
export class RemediesService {
  constructor(private readonly cases: Cases) {}

  /** Granted at once where no money is in it or the authority suffices at this moment; else it waits for another. */
  propose(call: Call, complaintId: string, body: NewRemedyBody): Promise<Written> {
    const work = async (c: Case, change: Change) => {
      permit(c, 'propose-remedy', [roomForPromises]);
      const remedy = await proposeRemedy(c, change, body);
      return { id: remedy.id, location: `/v1/complaints/${complaintId}/remedies/${remedy.id}` };
    };
    return this.cases.work(
      call,
      'propose remedy',
      complaintId,
      work,
      body.money ? grantingSubject(call.actor) : [],
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
