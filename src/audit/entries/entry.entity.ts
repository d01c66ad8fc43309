import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActorKind } from '../../kernel/actor.js';
import type { SubjectType } from '../entry-fields.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** An entry as its row: the hashed bytes, and copies of what stands in them to search by. Written by the door only. */
@Entity('entries')
export class EntryRow {
  @PrimaryColumn('uuid') id: string;
  @Column('bigint') seq: number;
  @Column('smallint') format: number;
  @Column('text') type: string;
  @Column(time) at: Date;
  @Column('text') actorKind: ActorKind;
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('text') subjectType: SubjectType;
  @Column('uuid') subjectId: string;
  @Column('uuid', { nullable: true }) complaintId: string | null;
  @Column('integer', { nullable: true }) complaintVersion: number | null;
  @Column('text') requestId: string;
  @Column('bytea') bytes: Buffer;
}

/** What opens one commitment of an entry. Absent after erasure. */
@Entity('entry_values')
export class EntryValueRow {
  @PrimaryColumn('uuid') entryId: string;
  /** RFC 6901 pointer into the entry. */
  @PrimaryColumn('text') pointer: string;
  @Column('bytea') salt: Buffer;
  @Column('jsonb') value: unknown;
}

/** An entry's place in the one order of everything. */
@Entity('entry_positions')
export class EntryPositionRow {
  @PrimaryColumn('bigint') position: number;
  @Column('uuid') entryId: string;
  /** RFC 9162, 2.1.1: SHA-256 of a zero byte and the entry's bytes, taken when it was sealed. */
  @Column('bytea') leafHash: Buffer;
}

/** A committed entry that waits for its position. */
@Entity('unsealed_entries')
export class UnsealedEntryRow {
  @PrimaryColumn('bigint') seq: number;
  @Column('uuid') entryId: string;
}
