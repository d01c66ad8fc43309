import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UserRole } from '../kernel/actor.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** Somebody of the house who signs in. A user is disabled, never deleted: the log names them for ever. */
@Entity('users')
export class User {
  @PrimaryColumn('uuid') id: string;
  /** As it was given; unique without regard to case. */
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) phone: string | null;
  /** argon2id in PHC form. Never leaves this floor. */
  @Column('text') passwordHash: string;
  @Column('text', { array: true }) roles: UserRole[];
  @Column('boolean', { default: false }) disabled: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
