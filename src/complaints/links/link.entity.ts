import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LinkType } from './link.words.js';

/** Two complaints belong together; the type is said of the first. A link never changes. */
@Entity('links')
export class Link {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  @Column('uuid') otherId: string;
  @Column('text') type: LinkType;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) createdById: string | null;
  @Column('text', { nullable: true }) createdByName: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', precision: 3 }) createdAt: Date;
}
