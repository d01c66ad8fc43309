import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** What keeps a customer, or a complaint, from being erased: a dispute at court, an order of an authority. */
@Entity('legal_holds')
export class LegalHold {
  @PrimaryColumn('uuid') id: string;
  /** One of the two. */
  @Column('uuid', { nullable: true }) customerId: string | null;
  @Column('uuid', { nullable: true }) complaintId: string | null;
  @Column('text') reason: string;
  /** When it ends by itself; null where somebody has to release it. */
  @Column({ ...time, nullable: true }) until: Date | null;
  @Column('uuid', { nullable: true }) setById: string | null;
  @Column('text', { nullable: true }) setByName: string | null;
  @Column({ ...time, nullable: true }) releasedAt: Date | null;
  @Column('uuid', { nullable: true }) releasedById: string | null;
  @Column('text', { nullable: true }) releasedByName: string | null;
  @Column('text', { nullable: true }) releaseReason: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
