import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppliesTo, Standard, StandardPromise } from './standard.js';

/** What a house decides about a standard: all of it but its id and its history. */
export type StandardSpec = Omit<Standard, 'id' | 'version'> & { active: boolean };

const time = { type: 'timestamptz', precision: 3 } as const;

/** A standard as it is now. It is put out of use, never deleted: complaints name it. */
@Entity('standards')
export class StandardRow implements StandardSpec {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('integer') rank: number;
  @Column('boolean') active: boolean;
  /** True for the built-in one only. */
  @Column('boolean') isDefault: boolean;
  @Column('jsonb') appliesTo: AppliesTo;
  @Column('uuid', { nullable: true }) calendarId: string | null;
  @Column('jsonb') promises: StandardPromise[];
  @Column('jsonb') pauses: { most: number; longest: string };
  @Column('text') closingWindow: string;
  @Column('text') closingNotice: string;
  @Column('text') disputeWindow: string;
  @Column('integer') version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}

/** A version of a standard, which never changes: complaints were promised what stands here. */
@Entity('standard_versions')
export class StandardVersion {
  @PrimaryColumn('uuid') standardId: string;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') spec: StandardSpec;
  @Column(time) createdAt: Date;
}
