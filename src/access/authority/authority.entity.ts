import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UserRole } from '../../kernel/actor.js';

const time = { type: 'timestamptz', precision: 3 } as const;
/** Whole minor units of the currency; text, because they can be more than a number holds exactly. */
const minor = { type: 'numeric', precision: 18 } as const;

/** How much a role or a person may grant alone, in one currency. */
@Entity('authorities')
export class Authority {
  @PrimaryColumn('uuid') id: string;
  /** Either a role or a user. */
  @Column('text', { nullable: true }) role: UserRole | null;
  @Column('uuid', { nullable: true }) userId: string | null;
  @Column('text') currency: string;
  @Column(minor) perRemedy: string;
  /** What was granted on one complaint, by whomever, over all time. */
  @Column(minor) perComplaint: string;
  /** What one person granted within `period`, over all complaints. */
  @Column(minor) perPeriod: string;
  /** ISO 8601; it ends now, whenever that is. */
  @Column('text') period: string;
  @Column(time) validFrom: Date;
  @Column({ ...time, nullable: true }) validUntil: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}

/** Money that somebody granted; the limits are held against the sums of these. It has the id of its remedy. */
@Entity('grants')
export class Grant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  /** That of its remedy, which a merge can carry to another. */
  @Column('uuid') complaintId: string;
  /** The limit that allowed it. */
  @Column('uuid') authorityId: string;
  @Column('text') currency: string;
  @Column(minor) minor: string;
  @Column(time) grantedAt: Date;
  /** What was taken back counts no more. */
  @Column({ ...time, nullable: true }) reversedAt: Date | null;
}
