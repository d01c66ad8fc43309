import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Call, systemCall } from '../../../kernel/call.js';
import { Refusal } from '../../../kernel/refusal.js';
import { Database } from '../../../platform/database/database.js';
import { Storage } from '../../../platform/storage/storage.js';
import { GoesOn } from '../../messages/hearing.js';
import { type Arrival, arrivalOf } from './arrival.js';
import { MailEffects } from './mail-effects.js';
import { type MailFiles, MailFilesService, NO_FILES } from './mail-files.js';
import { type KeptMail, Meanwhile, SAME, TooMany } from './mail-row.js';
import { MailRules, type Verdict, verdictOf } from './mail-rules.js';

/** How often a verdict is found anew, where things change all the time. */
const ATTEMPTS = 5;

/** The one way in for mail, whichever door it comes by. Nothing is lost: what cannot be taken is kept and shown. */
@Injectable()
export class MailIntakeService {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly rules: MailRules,
    private readonly effects: MailEffects,
    private readonly files: MailFilesService,
  ) {}

  /**
   * Takes a mail: once, however often it comes. When this returns, all that follows from it is committed.
   * @param mailbox where it came in; the same mail in another mailbox is another one
   * @param receivedAt null is now
   * @returns the id of the mail, as `GET /v1/inbound-mail` shows it
   */
  async takeMail(
    raw: Buffer,
    mailbox: string,
    receivedAt: Date | null,
    { requestId }: Pick<Call, 'requestId'> = systemCall('mail'),
  ): Promise<string> {
    const arrival = await arrivalOf(raw, mailbox, receivedAt);
    return this.settle({ ...systemCall('mail'), requestId }, arrival, () => this.rules.verdict(arrival));
  }

  /** Keeps a mail that the program fails to take, so that it stops nobody behind it. */
  async setAside(raw: Buffer, mailbox: string, receivedAt: Date | null): Promise<string> {
    const arrival = await arrivalOf(raw, mailbox, receivedAt);
    return this.settle(systemCall('mail'), arrival, () => Promise.resolve(verdictOf('refused', 'failed')));
  }

  private async settle(call: Call, arrival: Arrival, judge: () => Promise<Verdict>): Promise<string> {
    const known = await this.known(arrival);
    if (known !== null && known !== ANOTHER) return known;
    const { key: storageKey } = await this.storage.put(Readable.from([arrival.raw]), arrival.raw.length);
    // After an error nobody knows whether the row was committed: the sweep finds out.
    const { id, used } = await this.take(call, { ...arrival, storageKey }, judge);
    if (!used) await this.storage.delete(storageKey);
    return id;
  }

  private async take(
    call: Call,
    kept: KeptMail,
    judge: () => Promise<Verdict>,
  ): Promise<{ id: string; used: boolean }> {
    let instead: Verdict | null = null;
    for (let attempt = 1; ; attempt += 1) {
      const known = await this.known(kept);
      if (known !== null && known !== ANOTHER) return { id: known, used: false };
      const verdict =
        known === ANOTHER ? verdictOf('duplicate', 'same_message_id') : (instead ?? (await judge()));
      try {
        return { id: await this.carryOut(call, kept, verdict), used: true };
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        instead = insteadOf(verdict, error);
      }
    }
  }

  private async carryOut(call: Call, kept: KeptMail, verdict: Verdict): Promise<string> {
    const { decision, complaintId, bounced } = verdict;
    const mail = kept.read?.mail ?? null;
    if (decision === 'bounce' && complaintId !== null && bounced)
      return this.effects.bounce(call, kept, { ...verdict, complaintId }, bounced);
    if (decision === 'reply' && mail && complaintId !== null) {
      const reply = { ...verdict, complaintId };
      return this.withFiles(kept, (files) => this.effects.reply(call, kept, mail, reply, files));
    }
    if ((decision === 'new' || decision === 'suggestion') && mail)
      return this.withFiles(kept, (files) => this.effects.complaint(call, kept, mail, verdict, files));
    return this.effects.nothing(call, kept, verdict);
  }

  /** A file that became no attachment is let go; what a crash leaves the sweep finds. */
  private async withFiles({ read }: KeptMail, work: (files: MailFiles) => Promise<string>): Promise<string> {
    const files = read ? await this.files.keep(read.mail.attachments) : NO_FILES;
    try {
      return await work(files);
    } catch (error) {
      if (endsWrite(error)) await this.files.discard(files);
      throw error;
    }
  }

  /** The id of this very mail where it was taken before; `another` where one with its Message-ID was. */
  private async known({ mailbox, identity, sha256 }: Arrival): Promise<string | null> {
    const rows = await this.database.read<{ id: string; sha256: string }>(SAME, [mailbox, identity]);
    const same = rows.find((row) => row.sha256 === sha256);
    return same?.id ?? (rows.length > 0 ? ANOTHER : null);
  }
}

/** A mail with the same Message-ID came before, and differs. */
const ANOTHER = 'another';

/** What ended a write for sure before anything was committed. */
function endsWrite(error: unknown): boolean {
  return [Meanwhile, GoesOn, TooMany, Refusal].some((kind) => error instanceof kind);
}

/** What becomes of a mail instead, where a verdict cannot be carried out; null: it is judged anew. @throws the rest */
function insteadOf(verdict: Verdict, error: unknown): Verdict | null {
  const { complaintId, suggestedId } = verdict;
  const kept = { ...verdict, complaintId: null, suggestedId: complaintId ?? suggestedId, bounced: null };
  if (error instanceof Meanwhile) return null;
  if (error instanceof GoesOn) return { ...verdict, complaintId: error.complaintId };
  if (error instanceof TooMany) return { ...kept, decision: 'capped', because: error.because };
  if (error instanceof Refusal && error.status < 500)
    return { ...kept, decision: 'refused', because: `refused_${error.code}` };
  throw error;
}
