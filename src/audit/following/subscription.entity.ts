import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** How far a subscriber is: everything up to `position` is handled, or parked. */
@Entity('subscriptions')
@Unique('subscriptions_id_unique', ['id'])
export class SubscriptionRow {
  @PrimaryColumn('text') name: string;
  @Column('bigint') position: number;
  /** What the log calls it. */
  @Column('uuid', { default: () => 'new_subscription_id()' }) id: string;
  /** Rises with every replay: a worker from before it cannot move the position on. */
  @Column('integer', { default: 1 }) generation: number;
  /** How far it was when it was last replayed. */
  @Column('bigint', { nullable: true }) replayUntil: number | null;
  /** The worker that serves it now. */
  @Column('uuid', { nullable: true }) leasedBy: string | null;
  @Column({ ...time, nullable: true }) leasedUntil: Date | null;
  @Column({ ...time, default: () => 'now()' }) createdAt: Date;
}

/** An entry that a subscriber failed on (`attempts` > 0), or that waits behind one of the same stream. */
@Entity('subscription_parked')
export class SubscriptionParkedRow {
  @PrimaryColumn('text') subscription: string;
  @PrimaryColumn('bigint') position: number;
  /** What must stay in order: `complaint:<id>`, or the subject where there is no complaint. */
  @Column('text') stream: string;
  @Column('integer') attempts: number;
  @Column('text', { nullable: true }) lastError: string | null;
  @Column(time) nextAttemptAt: Date;
  /** The worker that tries it at the moment, as long as that worker has the lease. */
  @Column('uuid', { nullable: true }) triedBy: string | null;
  @Column({ ...time, default: () => 'now()' }) parkedAt: Date;
}

/** What a worker has in hand: until it lets go, nobody else serves the subscriber. */
export interface Lease {
  position: number;
  /** It holds for this generation only: a replay begins another. */
  generation: number;
}
