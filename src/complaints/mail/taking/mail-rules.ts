import { Injectable } from '@nestjs/common';
import type { KindOfMail } from '../../../communications/mail-in/kinds/kind.js';
import { matchMail } from '../../../communications/mail-in/matching/match-mail.js';
import type { Arrival } from './arrival.js';
import type { InboundDecision } from '../inbound-mail.words.js';
import { MailLookupReads } from './mail-lookups.js';

/** What is to become of a mail, before anything is written. */
export interface Verdict {
  decision: InboundDecision;
  /** The name of the rule that decided. */
  because: string;
  /** The complaint that it belongs to or reports on. */
  complaintId: string | null;
  /** A complaint that it may belong to. */
  suggestedId: string | null;
  /** The message that came back, with the status code of the report. */
  bounced: { messageId: string; code: string | null } | null;
}

/** Asks the rules about a mail. */
@Injectable()
export class MailRules {
  constructor(private readonly lookups: MailLookupReads) {}

  async verdict({ read, refusal }: Arrival): Promise<Verdict> {
    if (!read) return verdictOf('refused', refusal ?? 'unreadable');
    const {
      decision,
      because,
      complaintId: named,
    } = await matchMail(read.mail, read.kind, this.lookups.lookups());
    const complaintId = named === null ? null : await this.lookups.existing(named);
    if (decision === 'bounce') return this.bounce(read.kind, because);
    if (decision === 'suggestion') return { ...verdictOf(decision, because), suggestedId: complaintId };
    return { ...verdictOf(decision, because), complaintId };
  }

  /** Whoever knows the id of a message could say that it came back: an address that is named must be one it went to. */
  private async bounce(kind: KindOfMail, because: string): Promise<Verdict> {
    const delivery = 'delivery' in kind ? kind.delivery : null;
    const id = delivery?.originalMessageId ?? null;
    const message = id === null ? null : await this.lookups.reported(id);
    if (!delivery || !message) return verdictOf('bounce', `${because}_of_no_message_of_ours`);
    const { complaintId, recipients } = message;
    const about = { ...verdictOf('bounce', because), complaintId };
    const fits = recipients.some((one) => one.toLowerCase() === delivery.recipient?.toLowerCase());
    if (!fits && delivery.recipient !== null)
      return { ...about, because: `${because}_for_another_recipient` };
    return { ...about, bounced: { messageId: message.id, code: delivery.statusCode } };
  }
}

export function verdictOf(decision: InboundDecision, because: string): Verdict {
  return { decision, because, complaintId: null, suggestedId: null, bounced: null };
}
