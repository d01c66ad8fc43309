import { Injectable } from '@nestjs/common';
import type { MailLookups } from '../../../communications/mail-in/matching/match-mail.js';
import { ownMessage } from '../../../communications/mail-in/matching/message-id.js';
import { MailSettings } from '../../../communications/mail-out/mail-settings.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/database.js';

/** A message of the house that a mail reports on. */
export interface ReportedMessage {
  id: string;
  complaintId: string;
  /** The addresses that it was handed over to. */
  recipients: string[];
}

/** What the rules ask about complaints. What was erased takes part in nothing. */
@Injectable()
export class MailLookupReads {
  constructor(
    private readonly database: Database,
    private readonly settings: MailSettings,
    private readonly clock: Clock,
  ) {}

  lookups(): MailLookups {
    const { base, keys } = this.settings.replies;
    return {
      base,
      ownAddresses: this.settings.ownAddresses,
      keys,
      complaintOfOwnMessageId: async (id) => (await this.reported(id))?.complaintId ?? null,
      takesPart: (complaintId, address) => this.takesPart(complaintId, address),
      complaintOfReference: (reference) => this.id(OF_REFERENCE, [reference]),
    };
  }

  /** The message with this Message-ID, where it is one of ours. */
  async reported(messageId: string): Promise<ReportedMessage | null> {
    const id = ownMessage(messageId, this.settings.domain);
    if (id === null) return null;
    const [row] = await this.database.read<ReportedMessage>(REPORTED, [id]);
    return row ?? null;
  }

  /** The complaint, where it is there and was not erased: a reply address outlives it. */
  existing(complaintId: string): Promise<string | null> {
    return this.id(EXISTING, [complaintId]);
  }

  private async takesPart(complaintId: string, address: string): Promise<boolean> {
    return (await this.id(TAKES_PART, [complaintId, address, this.clock.now()])) !== null;
  }

  private async id(sql: string, params: unknown[]): Promise<string | null> {
    const [row] = await this.database.read<{ id: string }>(sql, params);
    return row?.id ?? null;
  }
}

const REPORTED = `
  SELECT m.id, m.complaint_id,
    array(SELECT d.recipient FROM mail_deliveries d WHERE d.message_id = m.id AND d.recipient IS NOT NULL) AS recipients
  FROM messages m JOIN complaints c ON c.id = m.complaint_id
  WHERE m.id = $1 AND m.direction = 'out' AND m.audience = 'customer' AND c.erased_at IS NULL`;

const EXISTING = 'SELECT c.id FROM complaints c WHERE c.id = $1 AND c.erased_at IS NULL';

const OF_REFERENCE = 'SELECT c.id FROM complaints c WHERE c.reference = $1 AND c.erased_at IS NULL';

/** The complainant; or a representative, once somebody has seen the authority and as long as it holds. */
const TAKES_PART = `
  SELECT c.id FROM complaints c
  WHERE c.id = $1 AND c.erased_at IS NULL AND (
    lower(c.complainant_email) = lower($2)
    OR EXISTS (
      SELECT FROM representatives r
      WHERE r.complaint_id = c.id AND lower(r.email) = lower($2) AND r.state = 'confirmed'
        AND (r.authority_valid_until IS NULL OR r.authority_valid_until > $3)))`;
