import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PromiseKind, PromiseState } from '../complaint.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** Anything the customer may expect by a time. */
@Entity('promises')
export class CustomerPromise {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  @Column('text') kind: PromiseKind;
  @Column('text', { nullable: true }) what: string | null;
  @Column('text') state: PromiseState;
  /** Owed by law: it never pauses, and moves only as the law allows. */
  @Column('boolean') legal: boolean;
  @Column(time) dueAt: Date;
  @Column(time) warnAt: Date;
  @Column({ ...time, nullable: true }) pausedSince: Date | null;
  @Column('text') madeByKind: 'standard' | 'law' | 'user';
  @Column('uuid', { nullable: true }) madeById: string | null;
  @Column('text', { nullable: true }) madeByName: string | null;
  @Column({ ...time, nullable: true }) keptAt: Date | null;
  @Column({ ...time, nullable: true }) brokenAt: Date | null;
  @Column('uuid', { nullable: true }) movedToId: string | null;
  /**
   * The action that released it, or `customer`; those released by an ending open anew when the complaint
   * comes back.
   */
  @Column('text', { nullable: true }) releasedBy: string | null;
  @Column({ ...time, nullable: true }) releasedAt: Date | null;
  @Column('uuid', { nullable: true }) messageId: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
}
