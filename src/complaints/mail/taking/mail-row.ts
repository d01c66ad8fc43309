import type { DataOf } from '../../../audit/entry-catalogue.js';
import type { Tx } from '../../../platform/database/database.js';
import { newId } from '../../../kernel/identifiers.js';
import { type Arrival, countedSender, senderOf } from './arrival.js';
import type { InboundMail } from '../inbound-mail.entity.js';
import type { Verdict } from './mail-rules.js';

/** A mail that is kept whole, and not on record yet. */
export interface KeptMail extends Arrival {
  storageKey: string;
}

/** What changed since the verdict: it is to be found anew. It ends the write. */
export class Meanwhile extends Error {
  constructor() {
    super('the same mail came in, or the complaint was erased, meanwhile');
  }
}

/** Too much came from the sender. It ends the write. */
export class TooMany extends Error {
  constructor(readonly because: 'too_many_complaints' | 'too_many_replies') {
    super('too many mails of one sender');
  }
}

/** A mail comes to complaints as a message, or to nothing at all; what it became is filled in by whoever knows. */
export type Became = Partial<Pick<InboundMail, 'complaintId' | 'messageId' | 'files' | 'filesLeft'>>;

/**
 * From here to the end of the transaction nobody else takes the same mail, nor erases what it is about: what comes
 * after an erasure would never be erased.
 * @throws Meanwhile where it was taken or erased since somebody looked
 */
export async function claim(tx: Tx, { mailbox, identity, sha256 }: Arrival, verdict: Verdict): Promise<void> {
  // Complaints first, as those do who have them locked already.
  const about = await tx.rows<{ erasedAt: Date | null }>(ABOUT, [[verdict.complaintId, verdict.suggestedId]]);
  if (about.some(({ erasedAt }) => erasedAt)) throw new Meanwhile();
  const sql = `SELECT pg_advisory_xact_lock(hashtextextended('mail ' || $1::text || ' ' || $2::text, 0))`;
  await tx.rows(sql, [mailbox, identity]);
  const rows = await tx.rows<{ sha256: string }>(SAME, [mailbox, identity]);
  const isKnown = rows.some((one) => one.sha256 === sha256);
  if (isKnown || rows.length > 0 !== (verdict.decision === 'duplicate')) throw new Meanwhile();
}

/** Puts the mail on record. @returns its row, and what the entry says of it */
export async function putOnRecord(
  tx: Tx,
  now: Date,
  mail: KeptMail,
  verdict: Verdict,
  became: Became = {},
): Promise<{ row: InboundMail; data: DataOf<'mail.received'> }> {
  const row = rowOf(now, mail, verdict, became);
  await tx.insert('inbound_mails', [row]);
  const { mailbox, kind, decision, because, suggestedId, messageId, size, sha256 } = row;
  return { row, data: { mailbox, kind, decision, because, suggestedId, messageId, size, sha256 } };
}

function rowOf(now: Date, mail: KeptMail, verdict: Verdict, became: Became): InboundMail {
  const { mailbox, identity, sha256, storageKey, raw, read } = mail;
  const { decision, because, complaintId, suggestedId } = verdict;
  return {
    id: newId(),
    ...{ mailbox, identity, sha256, storageKey, decision, because, suggestedId },
    size: raw.length,
    kind: read?.kind.kind ?? null,
    sender: senderOf(mail)?.address ?? null,
    countedAs: countedSender(mail),
    subject: read?.mail.subject?.slice(0, 1000).toWellFormed() ?? null,
    ...{ complaintId, messageId: null, files: 0, filesLeft: 0 },
    ...became,
    ...{ decidedById: null, decidedByName: null, decidedAt: null, erasedAt: null },
    version: 1,
    receivedAt: cameAt(mail, now),
    createdAt: now,
  };
}

/** Never after now, whatever the clock of a mail server says. */
export function cameAt({ receivedAt }: Arrival, now: Date): Date {
  return receivedAt !== null && receivedAt < now ? receivedAt : now;
}

const ABOUT = 'SELECT c.erased_at FROM complaints c WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id FOR SHARE';

export const SAME = 'SELECT i.id, i.sha256 FROM inbound_mails i WHERE i.mailbox = $1 AND i.identity = $2';
