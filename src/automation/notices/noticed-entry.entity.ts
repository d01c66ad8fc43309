import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That it was looked who is told of an entry. One that comes again tells nobody who had nothing to do with it then. */
@Entity('noticed_entries')
export class NoticedEntry {
  @PrimaryColumn('uuid') entryId: string;
  /** When it happened. */
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}
