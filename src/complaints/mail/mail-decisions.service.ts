import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Change, Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { actionRefused, notFound, Refusal } from '../../kernel/refusal.js';
import type { MailAttachment } from '../../communications/mail-in/reading/mail.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { ComplaintsService } from '../complaints.service.js';
import type { StaffComplaintBody } from '../intake/complaint.intake.dto.js';
import { References } from '../intake/references.js';
import { GoesOn, hearCustomer } from '../messages/hearing.js';
import { type Arrival, arrivalOf, senderOf } from './taking/arrival.js';
import type { InboundMail } from './inbound-mail.entity.js';
import { InboundMailReads } from './inbound-mail.reads.js';
import { ATTACHABLE, type InboundDecision, UNUSED } from './inbound-mail.words.js';
import { type MailFiles, MailFilesService } from './taking/mail-files.js';
import { complaintOf, wordsOf } from './taking/mail-words.js';

const UNREADABLE = '(The mail cannot be read; the whole of it is attached.)';

/** What staff make of mails that the rules leave to them. */
@Injectable()
export class MailDecisionsService {
  constructor(
    private readonly reads: InboundMailReads,
    private readonly cases: Cases,
    private readonly complaints: ComplaintsService,
    private readonly references: References,
    private readonly files: MailFilesService,
  ) {}

  /**
   * Its words belong to a complaint: somebody says so. Where it became a complaint of its own, that one stays.
   * @throws Refusal 404, 400, 412, 409
   */
  async attach(call: Call, id: string, complaintId: string): Promise<Written> {
    const arrival = await this.arrival(id);
    await this.references.check({ complaintId });
    return this.withFiles(arrival, async (files) => {
      try {
        return await this.put(call, arrival, id, complaintId, files);
      } catch (error) {
        if (!(error instanceof GoesOn)) throw error;
        return this.put(call, arrival, id, error.complaintId, files);
      }
    });
  }

  /** It is the first word of a complaint: somebody says so. @throws Refusal 404, 412, 409 */
  async takeAsNew(call: Call, id: string): Promise<Written> {
    const arrival = await this.arrival(id);
    return this.withFiles(arrival, (files) =>
      this.complaints.receive(call, bodyOf(arrival), {
        subjects: [subjectOf(id)],
        before: (change) => {
          const { kind } = unused(change, id, UNUSED);
          // A program that wrote may answer to a receipt.
          return Promise.resolve(kind === 'person' ? 'receipt' : 'no_receipt');
        },
        after: async (c, change) => {
          const row = unused(change, id, UNUSED);
          const attached = await this.files.attach(c, change, files, null);
          await decide(change, row, { decision: 'new', complaintId: c.complaint.id, ...attached });
          const data = { decision: 'new', formerDecision: row.decision, messageId: null };
          c.record('mail.decided', { type: 'inbound_mail', id }, data);
        },
      }),
    );
  }

  private put(
    call: Call,
    { read }: Arrival,
    id: string,
    complaintId: string,
    files: MailFiles,
  ): Promise<Written> {
    const words = read ? wordsOf(read.mail) : UNREADABLE;
    const work = async (c: Case, change: Change) => {
      const row = unused(change, id, ATTACHABLE);
      const { receivedAt, sender, decision, complaintId: before } = row;
      const message = hearCustomer(c, words, {
        how: 'email',
        saidAt: receivedAt.toISOString(),
        number: sender,
      });
      // Before the case is saved: its files and the mail name the message.
      await change.tx.save('messages', [message]);
      const attached = await this.files.attach(c, change, files, message.id);
      const suggestedId = decision === 'suggestion' ? before : null;
      const became = { complaintId, suggestedId, messageId: message.id, ...attached };
      await decide(change, row, { decision: 'attached', ...became });
      const data = { decision: 'attached', formerDecision: decision, messageId: message.id };
      c.record('mail.decided', { type: 'inbound_mail', id }, data);
      return { id };
    };
    return this.cases.work(call, 'attach mail', complaintId, work, [subjectOf(id)]);
  }

  /** What nothing came of is let go; what a crash leaves the sweep finds. */
  private async withFiles(arrival: Arrival, write: (files: MailFiles) => Promise<Written>): Promise<Written> {
    const files = await this.files.keep(filesOf(arrival));
    try {
      const written = await write(files);
      if (written.replayed) await this.files.discard(files);
      return written;
    } catch (error) {
      if (error instanceof Refusal || error instanceof GoesOn) await this.files.discard(files);
      throw error;
    }
  }

  /** As it came in. @throws Refusal 404 also where it is not kept any more */
  private async arrival(id: string): Promise<Arrival> {
    const { mailbox, receivedAt } = await this.reads.row(id);
    const { bytes } = await this.reads.content(id);
    return arrivalOf(await buffer(bytes), mailbox, receivedAt);
  }
}

function subjectOf(id: string): Subject {
  return { type: 'inbound_mail', id, versioned: true };
}

/** The row, where something can still be made of the mail. @throws Refusal 409, 404 where it was erased */
function unused(change: Change, id: string, from: readonly InboundDecision[]): InboundMail {
  const row = change.row<InboundMail>({ type: 'inbound_mail', id });
  if (row.erasedAt) throw notFound();
  if (from.includes(row.decision)) return row;
  const detail = `a mail of which nothing has become yet: ${from.join(', ')}`;
  throw actionRefused('decide-mail', [{ code: 'mail_used', detail }], row.decision);
}

async function decide(change: Change, row: InboundMail, became: Partial<InboundMail>): Promise<void> {
  const { id: decidedById, name: decidedByName } = change.call.actor;
  const decided = { decidedById, decidedByName, decidedAt: change.now, version: row.version + 1 };
  await change.tx.save('inbound_mails', [{ ...row, ...became, because: 'by_hand', ...decided }]);
}

function filesOf({ read, raw }: Arrival): readonly MailAttachment[] {
  if (read) return read.mail.attachments;
  return [
    { fileName: 'mail.eml', declaredType: 'message/rfc822', content: raw, contentId: null, inline: false },
  ];
}

function bodyOf(arrival: Arrival): StaffComplaintBody {
  const { read, receivedAt } = arrival;
  if (read) return complaintOf(read.mail, senderOf(arrival), receivedAt);
  const answer = { answerVia: 'none', answerViaReason: 'The mail cannot be read.' } as const;
  return { channel: 'email', description: UNREADABLE, ...answer, receivedAt: receivedAt?.toISOString() };
}
