import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** A company that is a customer. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** Made from the name, for search. */
  @Column('text') foldedName: string;
  @Column('text', { nullable: true }) registrationNumber: string | null;
  /** The user who looks after it. */
  @Column('uuid', { nullable: true }) managerId: string | null;
  @Column('text', { nullable: true }) tier: string | null;
  @Column('text', { nullable: true }) notes: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}

/** A key figure of a company: a person whose word counts there. */
@Entity('contacts')
export class Contact {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  /** The same person as a customer, where there is such a record. */
  @Column('uuid', { nullable: true }) customerId: string | null;
  @Column('text') name: string;
  @Column('text', { nullable: true }) role: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) notes: string | null;
  /** When everything personal was erased; it stays as it is since. */
  @Column({ ...time, nullable: true }) erasedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
