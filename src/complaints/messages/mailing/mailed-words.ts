import { Injectable } from '@nestjs/common';
import { TrackingTokens } from '../../../access/tracking-tokens.js';
import { MailSettings } from '../../../communications/mail-out/mail-settings.js';
import type { OutgoingMail } from '../../../communications/mail-out/outgoing-mail.js';
import { TemplateBook } from '../../../communications/templates/template-book.js';
import { Config } from '../../../platform/config.js';
import { Database } from '../../../platform/database/database.js';
import type { Complaint } from '../../complaint.entity.js';
import { isOutdated } from '../came-back.js';
import type { Message } from '../message.entity.js';

/** Words that wait to be sent, with the complaint that they belong to. */
export interface MailedWords {
  complaintId: string;
  /** The mail, or why there is none. */
  mail: OutgoingMail | 'no_address' | 'outdated';
}

/**
 * Makes a mail of words, at the moment of sending: the job knows an id only, and the tracking token is derived and
 * stands nowhere but in the mail.
 */
@Injectable()
export class MailedWordsReads {
  constructor(
    private readonly database: Database,
    private readonly settings: MailSettings,
    private readonly tokens: TrackingTokens,
    private readonly config: Config,
    private readonly letters: TemplateBook,
  ) {}

  /** Null where the words do not wait to be sent by email any more: somebody said them, or a job before was faster. */
  async waiting(messageId: string): Promise<MailedWords | null> {
    const [row] = await this.database.read<Row>(WAITING, [messageId]);
    if (!row) return null;
    const { complaintId, complainantEmail: address } = row;
    if (address === null) return { complaintId, mail: 'no_address' };
    if (isOutdated(row)) return { complaintId, mail: 'outdated' };
    const before = await this.database.read<{ id: string }>(BEFORE, [complaintId, messageId]);
    return {
      complaintId,
      mail: {
        id: messageId,
        to: { name: row.automatic ? '' : (row.complainantName ?? ''), address },
        subject: subjectOf(row),
        text: `${row.body}\n\n${await this.ending(row)}`,
        language: row.language,
        replyTo: this.settings.replyAddress(complaintId),
        before: before.map(({ id }) => id),
        automatic: row.automatic,
      },
    };
  }

  /** How the customer follows the complaint, and what to name when asking. */
  private async ending({ reference, complaintId, tokenGeneration, ...row }: Row): Promise<string> {
    const templates = await this.letters.current();
    const token = this.tokens.issue(complaintId, tokenGeneration);
    const { trackingPageUrl: page } = this.config;
    const about = { reference, complainantName: row.complainantName, language: row.language, zone: 'UTC' };
    const way =
      page === null
        ? { trackingLink: null, trackingCode: token }
        : { trackingLink: `${page}#${token}`, trackingCode: null };
    return templates.write('mail_ending', about, way).body;
  }
}

type Row = Pick<Message, 'complaintId' | 'body' | 'automatic' | 'kind' | 'keeps'> &
  Pick<
    Complaint,
    'reference' | 'subject' | 'language' | 'complainantName' | 'complainantEmail' | 'tokenGeneration'
  > & { letterSubject: string | null };

/**
 * What no person of the house wrote carries no words of whoever handed the complaint in: else a stranger could have
 * the house send them to anybody.
 */
function subjectOf({ reference, subject, letterSubject, automatic }: Row): string {
  if (letterSubject) return letterSubject;
  const yours = `Your complaint ${reference}`;
  return automatic || subject === null ? yours : `${yours}: ${subject}`;
}

const WAITING = `
  SELECT m.complaint_id, m.body, m.subject AS letter_subject, m.automatic, m.kind, m.keeps, c.reference, c.subject,
         c.language, c.complainant_name, c.complainant_email, c.token_generation
  FROM messages m JOIN complaints c ON c.id = m.complaint_id
  WHERE m.id = $1 AND m.delivery_via = 'email' AND m.delivery_state = 'queued'`;

/** What left the house by email before, oldest first. */
const BEFORE = `
  SELECT m.id FROM messages m
  WHERE m.complaint_id = $1 AND m.id <> $2 AND m.direction = 'out' AND m.delivery_via = 'email'
    AND m.delivery_state IN ('handed_over', 'delivered')
  ORDER BY m.created_at, m.id LIMIT 200`;
