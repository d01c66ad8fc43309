import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { NoticeEntry, NoticeKind, NoticeMailState } from './notice.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** That somebody of the house is told of an entry of the log: a line of their inbox, and perhaps of a mail. */
@Entity('staff_notices')
@Unique('staff_notices_once', ['entryId', 'userId', 'kind'])
export class StaffNotice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') entryId: string;
  @Column('text') entryType: NoticeEntry;
  /** Who is told. */
  @Column('uuid') userId: string;
  @Column('text') kind: NoticeKind;
  @Column('uuid') complaintId: string;
  /** Who is away, where somebody is told in their place. */
  @Column('uuid', { nullable: true }) standInForId: string | null;
  /** When it happened. */
  @Column(time) at: Date;
  @Column({ ...time, nullable: true }) readAt: Date | null;
  @Column('text') mail: NoticeMailState;
  /** When it is to go by mail, at the earliest. */
  @Column({ ...time, nullable: true }) mailAt: Date | null;
  /** The mail that has it, by the id that its Message-ID is made of. */
  @Column('uuid', { nullable: true }) mailId: string | null;
  @Column(time) createdAt: Date;
}

/** That it was looked who is told of an entry. One that comes again tells nobody who had nothing to do with it then. */
@Entity('noticed_entries')
export class NoticedEntry {
  @PrimaryColumn('uuid') entryId: string;
  /** When it happened. */
  @Column(time) at: Date;
}
