import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttachedBy, Scan } from './attachment.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** A file of a complaint. Once it was removed, only what tells of no person is left. */
@Entity('attachments')
export class Attachment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  /** The same for all files of one call. */
  @Column('uuid') uploadId: string;
  /** The words that it belongs to. */
  @Column('uuid', { nullable: true }) messageId: string | null;
  @Column('text') broughtBy: AttachedBy;
  /** Null where it was removed. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) description: string | null;
  /** What the sender said that it is. */
  @Column('text', { nullable: true }) declaredType: string | null;
  /** What it is by its first bytes. */
  @Column('text') type: string;
  /** In bytes. */
  @Column('integer') size: number;
  /** Of the bytes, in hexadecimal. */
  @Column('text') sha256: string;
  /** Where the bytes are; null once they are deleted. */
  @Column('text', { nullable: true }) storageKey: string | null;
  @Column('text') scan: Scan;
  /** The scanner's name for what it found. */
  @Column('text', { nullable: true }) threat: string | null;
  @Column({ ...time, nullable: true }) scannedAt: Date | null;
  @Column('uuid', { nullable: true }) addedById: string | null;
  /** Of the house; whoever complains has no name here. */
  @Column('text', { nullable: true }) addedByName: string | null;
  @Column({ ...time, nullable: true }) removedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
}
