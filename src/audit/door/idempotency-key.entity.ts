import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** What an `Idempotency-Key` had done. */
@Entity('idempotency_keys')
export class IdempotencyKeyRow {
  @PrimaryColumn('text') caller: string;
  /** Method and concrete path. */
  @PrimaryColumn('text') route: string;
  @PrimaryColumn('text') key: string;
  @Column('text') bodyDigest: string;
  @Column('smallint') status: number;
  @Column('text', { nullable: true }) location: string | null;
  @Column('uuid') resourceId: string;
  @Column({ ...time, default: () => 'now()' }) createdAt: Date;
}
