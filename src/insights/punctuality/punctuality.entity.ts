import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Outcome } from './counts.js';

/** What became of a promise, so that an entry that comes again counts once. */
@Entity('punctuality_promises')
export class PunctualityPromise {
  @PrimaryColumn('uuid') promiseId: string;
  @Column('text') outcome: Outcome;
  /** The rows of numbers that it is counted in. */
  @Column('uuid', { array: true }) countIds: string[];
  /** The last entry about it that was counted. */
  @Column('bigint') position: number;
}

/** How many promises were kept, kept late, broken and moved, of those that are alike in what `split` names. */
@Entity('punctuality_counts')
export class PunctualityCount {
  @PrimaryColumn('uuid') id: string;
  @Column('text') split: string;
  @Column('text') week: string;
  @Column('text') kind: string;
  @Column('boolean') legal: boolean;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('uuid', { array: true }) teamIds: string[];
  @Column('text', { nullable: true }) tier: string | null;
  @Column('uuid', { nullable: true }) categoryId: string | null;
  @Column('integer', { default: 0 }) kept: number;
  @Column('integer', { default: 0 }) keptLate: number;
  @Column('integer', { default: 0 }) broken: number;
  @Column('integer', { default: 0 }) moved: number;
}

/** Who was in a team when the log had come this far. */
@Entity('punctuality_teams')
export class PunctualityTeam {
  @PrimaryColumn('uuid') teamId: string;
  @Column('uuid', { array: true }) memberIds: string[];
}
