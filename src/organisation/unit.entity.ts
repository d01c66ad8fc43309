import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitKind } from './unit.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/**
 * A legal entity, a brand or a branch. It is retired, never deleted, and never belongs to another one than at first: a
 * complaint that names it stays where it was reported.
 */
@Entity('organisation_units')
export class OrganisationUnit {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: UnitKind;
  /** What reports name it by: unique over all kinds without regard to case, and never changed. */
  @Column('text') code: string;
  @Column('text') name: string;
  /** Null for a legal entity itself. */
  @Column('uuid', { nullable: true }) legalEntityId: string | null;
  /** Of a branch that serves one brand only. */
  @Column('uuid', { nullable: true }) brandId: string | null;
  @Column('boolean') retired: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
