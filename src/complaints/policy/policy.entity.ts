import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from '../../kernel/words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** What the house itself says about complaining. */
export interface PolicyWords {
  title: string;
  introduction: string;
  howToComplain: string;
  whatWeNeed: string;
  remedies: string;
  charges: string | null;
  help: string;
  channels: Channel[];
}

/** The words of the policy in one language, as they were published. They never change: others come after them. */
@Entity('policy_versions')
export class PolicyVersion implements PolicyWords {
  @PrimaryColumn('uuid') id: string;
  /** In the letters that BCP 47 recommends: `hu-HU`. */
  @Column('text') language: string;
  /** Counted for each language, from 1. */
  @Column('integer') version: number;
  @Column('text') title: string;
  @Column('text') introduction: string;
  @Column('text') howToComplain: string;
  @Column('text') whatWeNeed: string;
  @Column('text') remedies: string;
  @Column('text', { nullable: true }) charges: string | null;
  @Column('text') help: string;
  @Column('text', { array: true }) channels: Channel[];
  /** Shown to the public from then on. */
  @Column(time) validFrom: Date;
  @Column('uuid', { nullable: true }) publishedById: string | null;
  @Column('text', { nullable: true }) publishedByName: string | null;
  @Column(time) createdAt: Date;
}
