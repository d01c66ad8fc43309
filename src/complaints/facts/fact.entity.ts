import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FactSource, FactStanding } from '../complaint.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** A statement on record, with who says so and what became of it. The statement itself never changes. */
@Entity('facts')
export class Fact {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  @Column('text') statement: string;
  @Column('text') source: FactSource;
  @Column('text') standing: FactStanding;
  @Column('text', { nullable: true }) standingReason: string | null;
  @Column({ ...time, nullable: true }) occurredAt: Date | null;
  @Column('uuid', { nullable: true }) recordedById: string | null;
  @Column('text', { nullable: true }) recordedByName: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
