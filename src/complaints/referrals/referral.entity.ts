import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReferralKind, ReferralOutcome, ReferralState, ReferredBy } from './referral.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** That a body outside the house has the complaint, and what it said. */
@Entity('referrals')
export class Referral {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  /** The name of the body. */
  @Column('text') body: string;
  @Column('text') kind: ReferralKind;
  @Column('text') referredBy: ReferredBy;
  @Column(time) referredAt: Date;
  /** What the body calls it. */
  @Column('text', { nullable: true }) reference: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') state: ReferralState;
  /** With `decidedAt` and `summary`, or without them where it is open. */
  @Column('text', { nullable: true }) outcome: ReferralOutcome | null;
  @Column({ ...time, nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) summary: string | null;
  /** What the house has to pay, in whole minor units of the currency; null where nothing. */
  @Column('numeric', { precision: 18, nullable: true }) awardMinor: string | null;
  @Column('text', { nullable: true }) awardCurrency: string | null;
  @Column('uuid', { nullable: true }) madeById: string | null;
  @Column('text', { nullable: true }) madeByName: string | null;
  @Column('uuid', { nullable: true }) outcomeById: string | null;
  @Column('text', { nullable: true }) outcomeByName: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
