import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** That an export was made. What is in it is read from where it stands, so that nothing personal is stored twice. */
@Entity('subject_exports')
export class SubjectExport {
  @PrimaryColumn('uuid') id: string;
  /** Of these three exactly one. */
  @Column('uuid', { nullable: true }) customerId: string | null;
  @Column('uuid', { nullable: true }) contactId: string | null;
  @Column('uuid', { nullable: true }) complaintId: string | null;
  @Column('uuid', { nullable: true }) madeById: string | null;
  @Column('text', { nullable: true }) madeByName: string | null;
  @Column(time) expiresAt: Date;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
}
