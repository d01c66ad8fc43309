import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That the rows of all complaints were compared with what the log says. */
@Entity('log_comparisons')
export class LogComparison {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') complaints: number;
  @Column('integer') differences: number;
  @Column({ type: 'timestamptz', precision: 3 }) createdAt: Date;
}
