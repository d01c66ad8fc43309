import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotDeterminedReason, Outcome, SaidHow } from '../complaint.words.js';
import type { IssueState } from './issue.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

export interface RootCause {
  causeId: string | null;
  text: string;
}

/** One point complained about. What it says never changes. */
@Entity('issues')
export class Issue {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  @Column('text') what: string;
  @Column('uuid', { nullable: true }) categoryId: string | null;
  @Column('text', { nullable: true }) product: string | null;
  @Column('text') state: IssueState;
  /** What was found last; it stays on record where the customer took the point back afterwards. */
  @Column('text', { nullable: true }) outcome: Outcome | null;
  @Column('text', { nullable: true }) notDeterminedReason: NotDeterminedReason | null;
  @Column('text', { nullable: true }) explanation: string | null;
  @Column('jsonb', { nullable: true }) rootCause: RootCause | null;
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('text', { nullable: true }) decidedByName: string | null;
  @Column({ ...time, nullable: true }) decidedAt: Date | null;
  /** How and when the customer said that the point is taken back. */
  @Column('text', { nullable: true }) withdrawnHow: SaidHow | null;
  @Column({ ...time, nullable: true }) withdrawnAt: Date | null;
  /** Null where the customer handed it in. */
  @Column('uuid', { nullable: true }) addedById: string | null;
  @Column('text', { nullable: true }) addedByName: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
