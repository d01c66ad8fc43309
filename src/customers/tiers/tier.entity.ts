import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By what customers belong to a tier; where both are given, both must hold. */
export interface TierRule {
  /** Decimal text, in the currency that the rules are applied in. */
  minRevenue: string | null;
  /** Those who, ranked by revenue, bring the first so many percent of all of it. */
  topPercentOfRevenue: number | null;
}

const time = { type: 'timestamptz', precision: 3 } as const;

/** A class of customers. Complaints and standards know it by its name, which never changes. */
@Entity('tiers')
export class Tier {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** The lower, the better: of several rules that fit, the one of the best tier holds. */
  @Column('integer') rank: number;
  @Column('jsonb', { nullable: true }) rule: TierRule | null;
  @Column('boolean') active: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
