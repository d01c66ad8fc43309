import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryPattern } from '../../audit/subscriptions.events.js';
import type { FailureCode } from '../../platform/outbound/outbound.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** Where the log is brought to. Its secrets are not here: they are derived from a key in KEYS_DIR. */
@Entity('webhooks')
export class Webhook {
  @PrimaryColumn('uuid') id: string;
  @Column('text') url: string;
  /** As they were given: names of types, `complaint.*`, or `*`. */
  @Column('text', { array: true }) types: (EntryPattern | '*')[];
  @Column('text', { nullable: true }) description: string | null;
  /** Nothing is sent while it is false; nothing is missed either. */
  @Column('boolean') active: boolean;
  /** `gone`: the target answered 410. Null where people set `active`. */
  @Column('text', { nullable: true }) disabledReason: 'gone' | null;
  /** How many secrets there were; the present one is derived from it. */
  @Column('integer', { default: 1 }) secretGeneration: number;
  /** Until then deliveries are signed with the secret before as well. */
  @Column({ ...time, nullable: true }) oldSecretUntil: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
  @Column({ ...time, nullable: true }) retiredAt: Date | null;
}

/** How far a webhook is, and how its target behaves. Changed by the worker, without entries. */
@Entity('webhook_queues')
export class WebhookQueue {
  @PrimaryColumn('uuid') webhookId: string;
  /** Every entry up to here that it asks for has a delivery. */
  @Column('bigint') position: number;
  /** Attempts that failed in a row, over all deliveries. */
  @Column('integer', { default: 0 }) failures: number;
  /** Since when its circuit is open. */
  @Column({ ...time, nullable: true }) openedAt: Date | null;
  /** Nothing is sent before: the circuit is open, or the target asked for it by `Retry-After`. */
  @Column({ ...time, nullable: true }) restsUntil: Date | null;
}

/** The type of what is sent for a test. It stands in no log. */
export const PING = 'webhook.ping';

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed', 'withheld'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One entry on its way to one webhook, or a test. It holds ids only: what is sent is made when it is sent. */
@Entity('webhook_deliveries')
export class WebhookDelivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') webhookId: string;
  /** Of the entry; null for what stands in no log. */
  @Column('bigint', { nullable: true }) position: number | null;
  @Column('uuid', { nullable: true }) entryId: string | null;
  /** The entry's, or `webhook.ping`. */
  @Column('text') type: string;
  /** What must arrive in order: `complaint:<id>`, or the subject where there is no complaint. */
  @Column('text') stream: string;
  @Column('text') state: DeliveryState;
  @Column('integer', { default: 0 }) attempts: number;
  @Column({ ...time, nullable: true }) nextAttemptAt: Date | null;
  /** A worker is sending it; when it does not say otherwise by then, another one may. */
  @Column({ ...time, nullable: true }) leasedUntil: Date | null;
  @Column({ ...time, nullable: true }) lastAttemptAt: Date | null;
  @Column('integer', { nullable: true }) lastStatus: number | null;
  @Column('text', { nullable: true }) lastFailure: FailureCode | null;
  @Column(time) createdAt: Date;
  /** When it was delivered, or given up. */
  @Column({ ...time, nullable: true }) endedAt: Date | null;
}
