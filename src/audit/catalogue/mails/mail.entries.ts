import { type EntrySpec, plain } from '../../entry-fields.js';

/** Mails that came in. Their words stand in the entries of what became of them; here is nothing that a person typed. */
export const MAIL_ENTRIES = {
  'mail.received': {
    subject: 'inbound_mail',
    meaning:
      'A mail came in. `decision` says what became of it, `because` by which rule; `suggestedId` is a complaint that ' +
      'it may belong to, `messageId` the message that it became or reports on. `sha256` is the digest of the whole.',
    data: {
      mailbox: plain<string>(),
      kind: plain<string | null>(),
      decision: plain<string>(),
      because: plain<string>(),
      suggestedId: plain<string | null>(),
      messageId: plain<string | null>(),
      size: plain<number>(),
      sha256: plain<string>(),
    },
  },
  'mail.decided': {
    subject: 'inbound_mail',
    meaning: 'Somebody of the house said what becomes of a mail. `messageId` is the message that it became.',
    data: {
      decision: plain<string>(),
      formerDecision: plain<string>(),
      messageId: plain<string | null>(),
    },
  },
  'mail.forgotten': {
    subject: 'inbound_mail',
    meaning:
      'A mail that came to no complaint was kept for long enough (`retention`), or the complaint that it may belong ' +
      'to was erased (`erasure`): its words and its sender are gone.',
    data: { reason: plain<'retention' | 'erasure'>() },
  },
} as const satisfies Record<string, EntrySpec>;
