import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Approvers } from '../../access/authority/granting.js';
import type { RemedyState, RemedyType } from './remedy.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** What makes good. */
@Entity('remedies')
export class Remedy {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  @Column('text') type: RemedyType;
  /** Whole minor units of the currency; null where no money is in it. */
  @Column('numeric', { precision: 18, nullable: true }) minor: string | null;
  @Column('text', { nullable: true }) currency: string | null;
  @Column('text') reason: string;
  @Column('text') state: RemedyState;
  /** By when it is to be done, as it was proposed. */
  @Column({ ...time, nullable: true }) dueAt: Date | null;
  @Column('uuid') proposedById: string;
  @Column('text') proposedByName: string;
  /** While it waits: who may approve, as it was told when it was proposed. */
  @Column('jsonb', { nullable: true }) approvers: Approvers | null;
  /** Who decided last. */
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('text', { nullable: true }) decidedByName: string | null;
  @Column('text', { nullable: true }) decisionReason: string | null;
  @Column({ ...time, nullable: true }) approvedAt: Date | null;
  @Column({ ...time, nullable: true }) executedAt: Date | null;
  @Column('text', { nullable: true }) externalReference: string | null;
  @Column('text', { nullable: true }) note: string | null;
  /** That it will be done. */
  @Column('uuid', { nullable: true }) promiseId: string | null;
  @Column({ ...time, nullable: true }) expiresAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
