import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterKind } from '../letters/kinds.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/**
 * A template of a kind of letter in one language, as it was published. It never changes: others come after it, and the
 * last one is used. One without a body takes those before it out of use.
 */
@Entity('template_versions')
export class TemplateVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: LetterKind;
  /** In the letters that BCP 47 recommends: `hu-HU`. */
  @Column('text') language: string;
  /** Counted for each kind and language, from 1. */
  @Column('integer') version: number;
  /** Null for what is put into other letters. */
  @Column('text', { nullable: true }) subject: string | null;
  @Column('text', { nullable: true }) body: string | null;
  @Column('uuid', { nullable: true }) publishedById: string | null;
  @Column('text', { nullable: true }) publishedByName: string | null;
  @Column(time) createdAt: Date;
}
