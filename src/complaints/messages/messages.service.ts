import { Injectable } from '@nestjs/common';
import type { Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { actionRefused, notFound } from '../../kernel/refusal.js';
import type { Case } from '../case/case.js';
import { isComplainedAbout } from '../case/case-view.js';
import { Cases } from '../case/cases.service.js';
import type { SpokenBody } from '../parts/said.dto.js';
import { permit } from '../parts/nouns.js';
import type { HandOverMessageBody, HearMessageBody, NewMessageBody } from './message.dto.js';
import type { Message } from './message.entity.js';
import { GoesOn, hearCustomer } from './hearing.js';
import { write as writeLetter } from './letters.js';
import { handOver, note, tell } from './telling.js';

/** Writes messages. None of them changes the state, but for the answer that the house waits for. */
@Injectable()
export class MessagesService {
  constructor(private readonly cases: Cases) {}

  /** @throws Refusal 409 */
  write(call: Call, complaintId: string, body: NewMessageBody): Promise<Written> {
    if (body.direction === 'in') return this.receive(call, complaintId, body.body, body.said ?? null);
    return this.cases.work(call, 'write message', complaintId, (c) => {
      permit(c, body.audience === 'internal' ? 'note-message' : 'send-message');
      const message =
        body.audience === 'internal'
          ? note(c, body.body)
          : tell(c, {
              kind: 'update',
              ...writeLetter(c, 'update', { message: body.body }),
              said: body.said,
              hears: true,
              keeps: ['update'],
            });
      return { id: message.id, location: pathOf(complaintId, message.id) };
    });
  }

  /**
   * Words of the customer, their own or noted by staff. Where the house waits for an answer, this is it. What is
   * written to a complaint that was merged goes to the one that goes on for it.
   */
  async receive(
    call: Call,
    complaintId: string,
    body: string,
    said: SpokenBody | null,
    location?: string,
  ): Promise<Written> {
    try {
      return await this.cases.work(call, 'receive message', complaintId, (c) => {
        const { id } = hearCustomer(c, body, said);
        return { id, location: location ?? pathOf(complaintId, id) };
      });
    } catch (error) {
      if (!(error instanceof GoesOn)) throw error;
      return this.receive({ ...call, ifMatch: null }, error.complaintId, body, said, location);
    }
  }

  /** @throws Refusal 404, 409 where the message is not the customer's. Hearing twice is no change. */
  hear(
    call: Call,
    complaintId: string,
    messageId: string,
    { note: said }: HearMessageBody,
  ): Promise<Written> {
    const subject = messageSubject(complaintId, messageId);
    return this.cases.work(
      call,
      'hear message',
      complaintId,
      (c, change) => {
        const message = visible(c, change.row<Message>(subject));
        permit(c, 'hear-message');
        if (message.direction !== 'in')
          throw refused('hear-message', 'not_from_customer', 'a message of the customer', c.view.state);
        if (message.heardAt === null) {
          c.hear([messageId]);
          c.record('message.heard', { type: 'message', id: messageId }, { note: said ?? null });
        }
        return { id: messageId };
      },
      [subject],
    );
  }

  /** Words that waited were said or sent. @throws Refusal 404, 409 where they do not wait. */
  handOver(
    call: Call,
    complaintId: string,
    messageId: string,
    { said }: HandOverMessageBody,
  ): Promise<Written> {
    const subject = messageSubject(complaintId, messageId);
    return this.cases.work(
      call,
      'hand over message',
      complaintId,
      (c, change) => {
        visible(c, change.row<Message>(subject));
        permit(c, 'hand-over-message');
        const message = c.view.queued.find(({ id }) => id === messageId);
        if (!message)
          throw refused(
            'hand-over-message',
            'not_queued',
            'words that still have to be said or sent',
            c.view.state,
          );
        handOver(c, message, said.how, new Date(said.saidAt), said);
        return { id: messageId };
      },
      [subject],
    );
  }
}

function pathOf(complaintId: string, id: string): string {
  return `/v1/complaints/${complaintId}/messages/${id}`;
}

function messageSubject(complaintId: string, id: string): Subject {
  return { type: 'message', id, complaintId, versioned: true };
}

/** @throws Refusal 404 for an internal note and a person complained about. */
function visible(c: Case, message: Message): Message {
  if (message.audience === 'internal' && isComplainedAbout(c.view)) throw notFound();
  return message;
}

function refused(noun: string, code: string, detail: string, state: string) {
  return actionRefused(noun, [{ code, detail }], state);
}
