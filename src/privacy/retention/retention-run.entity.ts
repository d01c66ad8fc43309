import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Unmet } from '../../kernel/refusal.js';

/** What can become of a run, explained. */
export const RUN_STATES = {
  planned: 'it waits for the approval of somebody else',
  cancelled: 'nothing was erased',
  running: 'it was approved, and its complaints are erased one by one',
  done: 'each of its complaints was erased, or refused',
} as const;
export type RunState = keyof typeof RUN_STATES;

/** What can become of a complaint in a run, explained. */
export const ITEM_STATES = {
  planned: 'it waits',
  done: 'it was erased',
  refused: 'it stays: something had come into the way',
} as const;
export type ItemState = keyof typeof ITEM_STATES;

const time = { type: 'timestamptz', precision: 3 } as const;

/** Complaints whose time is over, erased together: planned by one, approved by another. */
@Entity('retention_runs')
export class RetentionRun {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: RunState;
  /** The moment by which their time was over; never ahead of the planning. */
  @Column(time) asOf: Date;
  @Column('uuid', { nullable: true }) plannedById: string | null;
  @Column('text', { nullable: true }) plannedByName: string | null;
  /** Who approved or cancelled it. */
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('text', { nullable: true }) decidedByName: string | null;
  @Column({ ...time, nullable: true }) decidedAt: Date | null;
  @Column({ ...time, nullable: true }) doneAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}

/** One complaint of a run. */
@Entity('retention_run_items')
export class RetentionRunItem {
  @PrimaryColumn('uuid') runId: string;
  @PrimaryColumn('uuid') complaintId: string;
  /** By id, the versions of the complaint and of those merged with it, as they were when it was planned. */
  @Column('jsonb') versions: Record<string, number>;
  @Column('text') state: ItemState;
  @Column('jsonb', { nullable: true }) refusedFor: Unmet[] | null;
  @Column('uuid', { nullable: true }) erasureId: string | null;
  @Column({ ...time, nullable: true }) doneAt: Date | null;
}
