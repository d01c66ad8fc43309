import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

export const ABSENCE_STATES = {
  planned: 'it has not begun',
  running: 'the person is away',
  over: 'the person is back, or did not go',
} as const;
export type AbsenceState = keyof typeof ABSENCE_STATES;

/** Somebody of the house is away, and somebody else stands in. */
@Entity('absences')
export class Absence {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  /** Names are those at the last change of the absence. */
  @Column('text') userName: string;
  @Column('uuid') standInId: string;
  @Column('text') standInName: string;
  @Column(time) beginsAt: Date;
  /** Null is until further notice. */
  @Column({ ...time, nullable: true }) endsAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') state: AbsenceState;
  /** When it came to be over. */
  @Column({ ...time, nullable: true }) endedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
