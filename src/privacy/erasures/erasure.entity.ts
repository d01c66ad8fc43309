import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataKind } from '../map/data.js';
import type { Basis, ErasureState } from './erasure.words.js';

/** How much an erasure takes away. */
export interface Extent {
  /** Rows that lose something, or go. */
  rows: number;
  /** Entries of the log that lose personal values. */
  entries: number;
  /** Values by kind; kinds without any are absent. */
  values: { kind: DataKind; count: number }[];
}

const time = { type: 'timestamptz', precision: 3 } as const;

/** Erasing what is known of a person: planned by one, approved by another. */
@Entity('erasures')
export class Erasure {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: ErasureState;
  @Column('text') basis: Basis;
  /** Why it was asked for; erased with the rest. */
  @Column('text', { nullable: true }) reason: string | null;
  /** Of these three exactly one: what was named. */
  @Column('uuid', { nullable: true }) customerId: string | null;
  @Column('uuid', { nullable: true }) contactId: string | null;
  @Column('uuid', { nullable: true }) complaintId: string | null;
  /** All that is covered. */
  @Column('uuid', { array: true }) customerIds: string[];
  @Column('uuid', { array: true }) contactIds: string[];
  @Column('uuid', { array: true }) complaintIds: string[];
  /** By id, the versions of all that is covered, as they were when it was planned. */
  @Column('jsonb') versions: Record<string, number>;
  /** As it was counted when it was planned; once it is done, what went. */
  @Column('jsonb') extent: Extent;
  @Column('uuid', { nullable: true }) plannedById: string | null;
  @Column('text', { nullable: true }) plannedByName: string | null;
  @Column(time) plannedAt: Date;
  /** Who approved or cancelled it. */
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('text', { nullable: true }) decidedByName: string | null;
  @Column({ ...time, nullable: true }) decidedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
