import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** How far a mail came, with what that means. */
export const MAIL_STATES = {
  waiting: 'waits to be tried, for the first time or again',
  sending: 'an attempt was begun, and its end is not on record',
  accepted: 'the mail server took it',
  refused: 'the mail server refused it for ever',
  given_up: 'it was tried for too long',
  uncertain: 'it may have been taken, twice, and is not sent a third time',
  capped: 'too many automatic mails went to this address, so it was not sent',
} as const;
export type MailState = keyof typeof MAIL_STATES;

/** What became of a mail for one recipient. The log of a complaint tells what follows from it. */
@Entity('mail_deliveries')
@Unique('mail_deliveries_once', ['messageId', 'recipient'])
export class MailDelivery {
  @PrimaryColumn('uuid') id: string;
  /** What is sent: words of a complaint, or notices for staff. This floor knows neither, so there is no foreign key. */
  @Column('uuid') messageId: string;
  /** The address; null where it was erased. */
  @Column('text', { nullable: true }) recipient: string | null;
  /** The address as mails to it are counted; null where it was erased. */
  @Column('text', { nullable: true }) countedAs: string | null;
  @Column('boolean') automatic: boolean;
  @Column('text') state: MailState;
  /** How often it was offered to the mail server. */
  @Column('integer') attempts: number;
  /** How often it was offered again because the end of the attempt before was not known. */
  @Column('integer') uncertain: number;
  @Column({ ...time, nullable: true }) firstTriedAt: Date | null;
  @Column({ ...time, nullable: true }) lastTriedAt: Date | null;
  /** When it is tried again; null where it is not, or is tried right now. */
  @Column({ ...time, nullable: true }) nextTryAt: Date | null;
  @Column({ ...time, nullable: true }) acceptedAt: Date | null;
  /** The last reply of the mail server, such as 250. */
  @Column('integer', { nullable: true }) responseCode: number | null;
  /** What went wrong the last time, in codes: no words of the server's, which may quote an address. */
  @Column('text', { nullable: true }) lastError: string | null;
  @Column(time) createdAt: Date;
}
