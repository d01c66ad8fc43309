import { Injectable } from '@nestjs/common';
import type { Change, Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { inputError, invalid, stateNotAllowed } from '../../kernel/refusal.js';
import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { References } from '../intake/references.js';
import type { Message } from '../messages/message.entity.js';
import { write } from '../messages/letters.js';
import { tell } from '../messages/telling.js';
import { type Noun, permit } from '../parts/nouns.js';
import { keep } from '../promises/keeping.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import { type Brief, byOwnerOrStaffBefore } from '../workflow/needs.js';
import { apologyLeft, recordAnswer, waive } from './answering.js';
import type { AnswerBreachBody, WaiveBreachBody, WithdrawBreachBody } from './breach.dto.js';
import type { Breach } from './breach.entity.js';

/** What people do about broken promises. They come by themselves, when the time of a promise is over. */
@Injectable()
export class BreachesService {
  constructor(
    private readonly cases: Cases,
    private readonly references: References,
  ) {}

  /**
   * One apology answers all unanswered breaches of the complaint, unless some are named. A cause that is not known yet
   * may be replaced later, without another apology.
   * @throws Refusal 400 for a message or breaches that name nothing, 409.
   */
  async answer(call: Call, complaintId: string, breachId: string, body: AnswerBreachBody): Promise<Written> {
    await this.references.check({ cause: body.cause });
    return this.change(
      call,
      complaintId,
      breachId,
      'answer-breach',
      [byOwnerOrStaffBefore],
      async (c, breach, change) => {
        const answered = breach.state === 'answered';
        if (answered) refuseApology(body);
        if (answered ? !breach.cause?.notKnownYet : breach.state !== 'unanswered' || apologyWaits(c, breach))
          throw over('answer-breach', breach);
        if (!answered && !body.apology && !body.messageId)
          throw invalid([inputError('/apology', 'required')]);
        const breaches = answered ? [breach] : others(c, breach, body.breachIds);
        const { causeId = null, text = null, notKnownYet = false } = body.cause;
        for (const one of breaches) {
          c.alter('breach', one, { cause: { causeId, text, notKnownYet }, updatedAt: c.now });
        }
        if (answered) recordAnswer(c, breach);
        else await apologise(c, breaches, body, change);
      },
    );
  }

  waive(call: Call, complaintId: string, breachId: string, { reason }: WaiveBreachBody): Promise<Written> {
    return this.change(call, complaintId, breachId, 'waive-breach', [], (c, breach) => {
      if (breach.state !== 'unanswered') throw over('waive-breach', breach);
      waive(c, breach, reason);
    });
  }

  /** It is shown that the promise was kept in time. @throws Refusal 400 where that was not before it was due. */
  withdraw(call: Call, complaintId: string, breachId: string, body: WithdrawBreachBody): Promise<Written> {
    return this.change(call, complaintId, breachId, 'withdraw-breach', [], async (c, breach, change) => {
      if (breach.state === 'withdrawn') throw over('withdraw-breach', breach);
      const keptAt = new Date(body.keptAt);
      if (keptAt > breach.brokenAt) throw invalid([inputError('/keptAt', 'max')]);
      const promise =
        c.view.promises.find(({ id }) => id === breach.promiseId) ??
        (await change.tx.one<CustomerPromise>(PROMISE, [breach.promiseId]));
      if (!promise || promise.state === 'moved' || promise.state === 'released')
        throw over('withdraw-breach', breach);
      if (keptAt < promise.countedFrom) throw invalid([inputError('/keptAt', 'min')]);
      keep(c, promise, keptAt, { proof: body.reason });
    });
  }

  private change(
    call: Call,
    complaintId: string,
    breachId: string,
    noun: Noun,
    needs: Need<CaseView, Brief>[],
    work: (c: Case, breach: Breach, change: Change) => void | Promise<void>,
  ): Promise<Written> {
    const subject: Subject = { type: 'breach', id: breachId, complaintId, versioned: true };
    const changed = async (c: Case, change: Change) => {
      const breach = c.view.breaches.find(({ id }) => id === breachId);
      if (!breach) throw new Error(`breach ${breachId} is not in its case`);
      permit(c, noun, needs);
      await work(c, breach, change);
      return { id: breachId };
    };
    return this.cases.work(call, noun, complaintId, changed, [subject]);
  }
}

const PROMISE = 'SELECT p.* FROM promises p WHERE p.id = $1';

const SENT = `
  SELECT m.* FROM messages m
  WHERE m.complaint_id = $1 AND m.id = $2 AND m.audience = 'customer' AND m.direction = 'out'`;

/** The breaches that an apology is for. @throws Refusal 400 for ids that name no unanswered breach of the complaint. */
function others(c: Case, breach: Breach, named: string[] | undefined): Breach[] {
  const unanswered = c.view.breaches.filter((one) => one.state === 'unanswered' && !apologyWaits(c, one));
  if (!named) return unanswered;
  const errors = named.flatMap((id, index) =>
    unanswered.some((one) => one.id === id) ? [] : [inputError(`/breachIds/${index}`, 'not_found')],
  );
  if (errors.length > 0) throw invalid(errors);
  return unanswered.filter(({ id }) => id === breach.id || named.includes(id));
}

/** New words, which answer when they leave the house; or words that left it since the promise was broken. */
async function apologise(c: Case, breaches: Breach[], body: AnswerBreachBody, change: Change): Promise<void> {
  const { apology, messageId, said } = body;
  const latest = new Date(Math.max(...breaches.map(({ brokenAt }) => brokenAt.getTime())));
  if (apology) {
    if (said && new Date(said.saidAt) < latest) throw invalid([inputError('/said/saidAt', 'min')]);
    const words = write(c, 'apology', { message: apology });
    tell(c, { kind: 'apology', ...words, said, apologisesFor: breaches });
    // Words that wait are on record with the cause; they answer when they leave the house.
    for (const breach of breaches) if (breach.state === 'unanswered') recordAnswer(c, breach);
    return;
  }
  const sent = await change.tx.one<Message>(SENT, [c.complaint.id, messageId]);
  if (!sent) throw invalid([inputError('/messageId', 'not_found')]);
  const reached = sent.deliveryState === 'handed_over' || sent.deliveryState === 'delivered';
  if (sent.automatic || !reached || !sent.deliveryAt || sent.deliveryAt < latest)
    throw invalid([inputError('/messageId', 'not_applicable')]);
  for (const breach of breaches) c.alter('breach', breach, { apologyMessageId: sent.id });
  apologyLeft(c, sent.id, sent.deliveryAt);
}

/** The customer has an apology already: only the cause is still to come. @throws Refusal 400 */
function refuseApology(body: AnswerBreachBody): void {
  const wrong = (['apology', 'messageId', 'breachIds', 'said'] as const).filter(
    (name) => body[name] !== undefined,
  );
  if (wrong.length > 0) throw invalid(wrong.map((name) => inputError(`/${name}`, 'not_applicable')));
}

/** Words that answer it are written, and still have to be said or sent. */
function apologyWaits(c: Case, { apologyMessageId }: Breach): boolean {
  return c.view.queued.some(({ id, deliveryState }) => id === apologyMessageId && deliveryState === 'queued');
}

function over(noun: Noun, { state }: Breach) {
  return stateNotAllowed(noun, `${noun} is possible while a breach is unanswered`, state);
}
