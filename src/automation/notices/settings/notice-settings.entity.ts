import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeKind, NoticeWay } from '../notice.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** How somebody wants their notices by mail. Who never said anything has no row. */
@Entity('notice_settings')
export class NoticeSettings implements Record<NoticeKind, NoticeWay> {
  /** The user's. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') assigned: NoticeWay;
  @Column('text') reply: NoticeWay;
  @Column('text') warning: NoticeWay;
  @Column('text') breach: NoticeWay;
  @Column('text') escalated: NoticeWay;
  @Column('text') approval: NoticeWay;
  @Column('text') undelivered: NoticeWay;
  @Column('text') unassigned: NoticeWay;
  /** `HH:MM` on the wall, in `zone`; so are the next ones. */
  @Column('text') digestAt: string;
  /** Null: that of the house. */
  @Column('text', { nullable: true }) zone: string | null;
  @Column('text', { nullable: true }) quietFrom: string | null;
  @Column('text', { nullable: true }) quietUntil: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
