import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What can become of a corrective action, explained. */
export const CORRECTIVE_ACTION_STATES = {
  planned: 'it is still to be done',
  done: 'it is done; whether it helps is still to be checked',
  effective: 'it was checked, and helps',
  ineffective: 'it was checked, and does not help',
  dropped: 'it will not be done',
} as const;

export type CorrectiveActionState = keyof typeof CORRECTIVE_ACTION_STATES;

const time = { type: 'timestamptz', precision: 3 } as const;

/** What the house changes so that a cause does not come back. */
@Entity('corrective_actions')
export class CorrectiveAction {
  @PrimaryColumn('uuid') id: string;
  @Column('text') what: string;
  /** The cause, by the name that it had when the action was planned. */
  @Column('uuid', { nullable: true }) causeId: string | null;
  @Column('text', { nullable: true }) causeName: string | null;
  /** The owner, by the name at the time of being named. */
  @Column('uuid') ownerId: string;
  @Column('text') ownerName: string;
  @Column(time) dueAt: Date;
  /** From when on it can be checked whether it helps; after `dueAt`. */
  @Column(time) checkAt: Date;
  @Column('text') state: CorrectiveActionState;
  @Column({ ...time, nullable: true }) doneAt: Date | null;
  @Column({ ...time, nullable: true }) checkedAt: Date | null;
  @Column('text', { nullable: true }) finding: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
