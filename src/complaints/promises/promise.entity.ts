import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CountedTime } from '../../kernel/term.js';
import type { PromiseKind, PromiseState } from '../complaint.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** What a promise of the standard or of the law is counted by, as it was when it was last counted. */
export interface PromiseRule {
  /** ISO 8601. */
  target: string;
  time: CountedTime;
  /** IANA name: whose days and hours count. */
  zone: string;
  warnAtPercent: number;
  /** Waits while the customer is asked. */
  pausable: boolean;
  /** Null for elapsed time, and for the business days of the law, which `profile` names. */
  calendarId: string | null;
  calendarVersion: number | null;
  standardId: string | null;
  standardVersion: number | null;
  /** The regulator's profile, where the law makes the promise. */
  profile: string | null;
}

/** Time that did not count; RFC 3339. */
export interface Pause {
  from: string;
  to: string;
}

/** Anything the customer may expect by a time. */
@Entity('promises')
export class CustomerPromise {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  @Column('text') kind: PromiseKind;
  @Column('text', { nullable: true }) what: string | null;
  @Column('text') state: PromiseState;
  /** Owed by law: it never pauses, and moves only as the law allows. */
  @Column('boolean') legal: boolean;
  @Column(time) dueAt: Date;
  @Column(time) warnAt: Date;
  /** When it was said that the time is near its end. */
  @Column({ ...time, nullable: true }) warnedAt: Date | null;
  /** Where its time began. */
  @Column(time) countedFrom: Date;
  /** Null where a person named the time. */
  @Column('jsonb', { nullable: true }) rule: PromiseRule | null;
  /** Pauses that are over. One that runs stands in `pausedSince`. */
  @Column('jsonb') pauses: Pause[];
  /** The customer was told the time: no recount makes it later. */
  @Column('boolean') told: boolean;
  @Column({ ...time, nullable: true }) pausedSince: Date | null;
  @Column('text') madeByKind: 'standard' | 'law' | 'user';
  @Column('uuid', { nullable: true }) madeById: string | null;
  @Column('text', { nullable: true }) madeByName: string | null;
  @Column({ ...time, nullable: true }) keptAt: Date | null;
  @Column({ ...time, nullable: true }) brokenAt: Date | null;
  @Column('uuid', { nullable: true }) movedToId: string | null;
  /**
   * The action that released it, or `customer`; those released by an ending open anew when the complaint
   * comes back.
   */
  @Column('text', { nullable: true }) releasedBy: string | null;
  @Column({ ...time, nullable: true }) releasedAt: Date | null;
  @Column('uuid', { nullable: true }) messageId: string | null;
  /** Complaints that were merged into this one, and for which it was made and broken: their logs tell of it. */
  @Column('uuid', { array: true, default: [] }) carriedFromIds: string[];
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
}
