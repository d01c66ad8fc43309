import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuthorityKind, AuthorityScope, Relation, RepresentativeState } from './representative.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** Somebody who complains for the complainant, and what was seen of their authority. */
@Entity('representatives')
export class Representative {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) organisation: string | null;
  @Column('text') relation: Relation;
  @Column('text') state: RepresentativeState;
  /** Null until an authority was seen, as the next three; it stays where the representative ended. */
  @Column('text', { nullable: true }) authorityKind: AuthorityKind | null;
  @Column('text', { nullable: true }) authorityScope: AuthorityScope | null;
  @Column({ ...time, nullable: true }) authorityGrantedAt: Date | null;
  @Column({ ...time, nullable: true }) authorityValidUntil: Date | null;
  /** What was seen, in the words of whoever saw it. */
  @Column('text', { nullable: true }) authorityEvidence: string | null;
  /** Who confirmed, refused or ended it last, and when. */
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('text', { nullable: true }) decidedByName: string | null;
  @Column({ ...time, nullable: true }) decidedAt: Date | null;
  /** Why it was refused or ended. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
