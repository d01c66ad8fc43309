import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactChannel, TierBy, VulnerabilityBasis } from './customer.words.js';

export interface CustomerEmail {
  address: string;
  /** The customer was seen to hold it; only then does it say who somebody is. */
  verified: boolean;
}

export interface CustomerPhone {
  number: string;
  verified: boolean;
}

export interface DoNotContact {
  channels: ContactChannel[];
  reason: string;
}

export interface Vulnerability {
  note: string;
  basis: VulnerabilityBasis;
  /** RFC 3339; afterwards it is taken away. */
  until: string;
}

const time = { type: 'timestamptz', precision: 3 } as const;

/** Whom the house serves. One that was merged stays as it was, and says where it went. */
@Entity('customers')
export class Customer {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** Made from the name, for search. */
  @Column('text') foldedName: string;
  @Column('jsonb') emails: CustomerEmail[];
  @Column('jsonb') phones: CustomerPhone[];
  /** Made from addresses and numbers, for search. */
  @Column('text', { array: true }) keys: string[];
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) language: string | null;
  @Column('text', { nullable: true }) preferredChannel: ContactChannel | null;
  @Column('text', { nullable: true }) salutation: string | null;
  @Column('jsonb', { nullable: true }) doNotContact: DoNotContact | null;
  @Column('jsonb', { nullable: true }) vulnerability: Vulnerability | null;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text', { nullable: true }) tier: string | null;
  @Column('text', { nullable: true }) tierBy: TierBy | null;
  /** When a tier given by hand ends; null where it does not. */
  @Column({ ...time, nullable: true }) tierUntil: Date | null;
  /** Where a merged one went: never to one that was merged itself. */
  @Column('uuid', { nullable: true }) mergedIntoId: string | null;
  /** When everything personal was erased; it stays as it is since. */
  @Column({ ...time, nullable: true }) erasedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
