import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BreachState, PromiseKind } from '../complaint.words.js';

/** Why a promise was broken. */
export interface BreachCause {
  causeId: string | null;
  text: string | null;
  /** It is still looked for; may be replaced. */
  notKnownYet: boolean;
}

const time = { type: 'timestamptz', precision: 3 } as const;

/** A promise was broken: an apology and a cause are owed. */
@Entity('breaches')
export class Breach {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  @Column('uuid') promiseId: string;
  @Column('text') kind: PromiseKind;
  @Column('text') state: BreachState;
  @Column(time) brokenAt: Date;
  /** Words of apology; until they left the house nothing is answered. */
  @Column('uuid', { nullable: true }) apologyMessageId: string | null;
  @Column('jsonb', { nullable: true }) cause: BreachCause | null;
  @Column({ ...time, nullable: true }) answeredAt: Date | null;
  @Column('uuid', { nullable: true }) answeredById: string | null;
  @Column('text', { nullable: true }) answeredByName: string | null;
  /** Why it was waived or withdrawn. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
