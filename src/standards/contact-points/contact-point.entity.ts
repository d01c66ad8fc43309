import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** By which way somebody reaches the house. */
export const CONTACT_KINDS = {
  email: 'an email address',
  phone: 'a telephone number',
  web: 'a page or a form',
  letter: 'an address for letters',
  visit: 'an address to come to',
  chat: 'a chat',
  social: 'an account of a social network',
} as const;
export type ContactKind = keyof typeof CONTACT_KINDS;

/** Closed beyond the calendar: from then on, until then or until further notice. Times are RFC 3339. */
export interface Closure {
  from: string;
  to: string | null;
  note: string | null;
}

/** Where the house can be reached. */
@Entity('contact_points')
export class ContactPoint {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: ContactKind;
  @Column('text') label: string;
  @Column('text') value: string;
  @Column('text', { array: true }) languages: string[];
  /** When it answers; null is always. */
  @Column('uuid', { nullable: true }) calendarId: string | null;
  @Column('jsonb') closures: Closure[];
  @Column('text', { nullable: true }) note: string | null;
  /** The lower comes first. */
  @Column('integer') place: number;
  /** Shown to everybody; else to the house only. */
  @Column('boolean') public: boolean;
  @Column('boolean') retired: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
