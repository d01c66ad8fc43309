import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** Who works together. */
@Entity('teams')
export class Team {
  @PrimaryColumn('uuid') id: string;
  /** As it was given; unique without regard to case. */
  @Column('text') name: string;
  /** Users, in the order that was given. */
  @Column('uuid', { array: true }) memberIds: string[];
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
