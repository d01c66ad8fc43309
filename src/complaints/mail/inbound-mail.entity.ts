import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { MailKind } from '../../communications/mail-in/kinds/kind.js';
import type { InboundDecision } from './inbound-mail.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** A mail that came in, and what became of it. */
@Entity('inbound_mails')
@Unique('inbound_mails_once', ['mailbox', 'identity', 'sha256'])
export class InboundMail {
  @PrimaryColumn('uuid') id: string;
  /** Where it came in: the name that a mail server gave, or that of a mailbox which is looked into. */
  @Column('text') mailbox: string;
  /** A digest of the Message-ID, or of the whole mail where it has none: mails with the same are one mail. */
  @Column('text') identity: string;
  /** Of the whole mail, in hexadecimal. */
  @Column('text') sha256: string;
  /** In bytes. */
  @Column('integer') size: number;
  /** Where the whole mail lies; null once it is deleted. */
  @Column('text', { nullable: true }) storageKey: string | null;
  /** Null where it could not be read. */
  @Column('text', { nullable: true }) kind: MailKind | null;
  @Column('text') decision: InboundDecision;
  /** The name of the rule that decided. */
  @Column('text') because: string;
  /** Whom it says it is from; null where it names nobody, or several, or where that was erased. */
  @Column('text', { nullable: true }) sender: string | null;
  /** The sender as their mails are counted. */
  @Column('text', { nullable: true }) countedAs: string | null;
  @Column('text', { nullable: true }) subject: string | null;
  /** The complaint that it became, belongs to, or reports on. */
  @Column('uuid', { nullable: true }) complaintId: string | null;
  /** A complaint that it may belong to. */
  @Column('uuid', { nullable: true }) suggestedId: string | null;
  /** The message that it became, or that came back by it. */
  @Column('uuid', { nullable: true }) messageId: string | null;
  /** How many of its files are attachments, and how many are in the whole mail only. */
  @Column('integer', { default: 0 }) files: number;
  @Column('integer', { default: 0 }) filesLeft: number;
  /** Who of the house said what becomes of it. */
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('text', { nullable: true }) decidedByName: string | null;
  @Column({ ...time, nullable: true }) decidedAt: Date | null;
  /** When all that tells of a person was erased. */
  @Column({ ...time, nullable: true }) erasedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) receivedAt: Date;
  @Column(time) createdAt: Date;
}

/** How far a mailbox was read. */
@Entity('inbound_mailboxes')
export class InboundMailbox {
  @PrimaryColumn('text') name: string;
  /** With another one all numbers are new (RFC 9051, section 2.3.1.1). */
  @Column('text') uidValidity: string;
  @Column('bigint') lastUid: string;
}
