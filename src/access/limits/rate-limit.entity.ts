import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A counter of rate-limiter-flexible, which reads and writes the table by itself. */
@Entity('rate_limits')
export class RateLimit {
  @PrimaryColumn('text') key: string;
  @Column('integer', { default: 0 }) points: number;
  /** Milliseconds since 1970. */
  @Column('bigint', { nullable: true }) expire: number | null;
}
