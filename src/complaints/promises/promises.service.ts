import { Injectable } from '@nestjs/common';
import type { Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { actionRefused, stateNotAllowed } from '../../kernel/refusal.js';
import type { Need } from '../../kernel/workflow.js';
import type { Case } from '../case/case.js';
import type { CaseView } from '../case/case-view.js';
import { Cases } from '../case/cases.service.js';
import * as letters from '../messages/letters.js';
import { tell } from '../messages/telling.js';
import { isForRemedy } from '../remedies/carried-by.js';
import { type Brief, byOwnerOrStaffBefore } from '../workflow/needs.js';
import { roomForPromises } from '../workflow/owner-needs.js';
import { type Noun, permit } from '../parts/nouns.js';
import { effectiveDue, isWithinLaw } from './counting.js';
import { keep, release, replace } from './keeping.js';
import { makePromise, runs } from './making.js';
import type { KeepPromiseBody, MovePromiseBody, NewPromiseBody, ReleasePromiseBody } from './promise.dto.js';
import type { CustomerPromise } from './promise.entity.js';

/** What people do with promises. Those of the standard are kept by what the house does. */
@Injectable()
export class PromisesService {
  constructor(private readonly cases: Cases) {}

  make(call: Call, complaintId: string, { kind, what, dueAt }: NewPromiseBody): Promise<Written> {
    return this.cases.work(call, 'make promise', complaintId, (c) => {
      permit(c, 'make-promise', [roomForPromises]);
      const { id } = makePromise(c, { kind, what, dueAt: new Date(dueAt), by: c.actor });
      return { id, location: `/v1/complaints/${complaintId}/promises/${id}` };
    });
  }

  keep(call: Call, complaintId: string, promiseId: string, { note }: KeepPromiseBody): Promise<Written> {
    return this.change(call, complaintId, promiseId, 'keep-promise', (c, promise) => {
      const byHand = promise.kind === 'action' || promise.kind === 'callback' || promise.kind === 'follow_up';
      refuseUnless(c, 'keep-promise', byHand && !isForRemedy(c, promise), {
        code: 'kept_by_action_only',
        detail: byHand
          ? 'the promise of a remedy is kept by carrying it out (`execute`)'
          : `a promise of kind ${promise.kind} is kept by what the house does, not by hand`,
      });
      keep(c, promise, c.now, { note });
    });
  }

  /** The customer is told the new date before the promise counts as moved. */
  move(call: Call, complaintId: string, promiseId: string, body: MovePromiseBody): Promise<Written> {
    return this.change(call, complaintId, promiseId, 'move-promise', (c, promise) => {
      refuseUnless(c, 'move-promise', isMovable(c, promise), {
        code: 'promise_due',
        detail: 'a promise is moved before it is due, or when its breach is answered',
      });
      const dueAt = new Date(body.dueAt);
      refuseUnless(c, 'move-promise', isWithinLaw(c.terms, promise, dueAt), {
        code: 'legal_limit',
        detail: 'a promise owed by law is moved only as far as the law allows',
      });
      const { id } = tell(c, { kind: 'notice', ...letters.moved(c, body.message, promise, dueAt) });
      replace(c, promise, dueAt, body.reason, id);
    });
  }

  release(
    call: Call,
    complaintId: string,
    promiseId: string,
    { said }: ReleasePromiseBody,
  ): Promise<Written> {
    return this.change(call, complaintId, promiseId, 'release-promise', (c, promise) => {
      refuseUnless(c, 'release-promise', promise.madeByKind === 'user' && isMovable(c, promise), {
        code: 'not_releasable',
        detail:
          "only a person's promise is released by the customer: before it is due, or when its breach is answered",
      });
      release(c, promise, 'customer', said);
    });
  }

  /** A promise that is over is in a state that allows nothing more. */
  private change(
    call: Call,
    complaintId: string,
    promiseId: string,
    noun: Noun,
    work: (c: Case, promise: CustomerPromise) => void,
  ): Promise<Written> {
    const subject: Subject = { type: 'promise', id: promiseId, complaintId, versioned: true };
    return this.cases.work(
      call,
      noun,
      complaintId,
      (c, change) => {
        const { state } = change.row<CustomerPromise>(subject);
        const promise = c.view.promises.find(({ id }) => id === promiseId);
        if (!promise)
          throw stateNotAllowed(noun, `${noun} is possible while a promise is open or broken`, state);
        permit(c, noun, [byOwnerOrStaffBefore]);
        work(c, promise);
        return { id: promiseId };
      },
      [subject],
    );
  }
}

/** Not due yet; or broken, and its breach is answered or waived. */
function isMovable(c: Case, promise: CustomerPromise): boolean {
  if (promise.state === 'open') return effectiveDue(c.terms, promise, c.now) >= c.now;
  const breach = c.view.breaches.find(({ promiseId }) => promiseId === promise.id);
  const answered = breach !== undefined && breach.state !== 'unanswered';
  const { kind, madeByKind } = promise;
  // Where the next of its kind runs already, that one is to be moved.
  return answered && (madeByKind === 'user' || !runs(c, kind, madeByKind));
}

function refuseUnless(
  c: Case,
  noun: Noun,
  met: boolean,
  need: Pick<Need<CaseView, Brief>, 'code' | 'detail'>,
): void {
  if (!met) throw actionRefused(noun, [need], c.view.state);
}
