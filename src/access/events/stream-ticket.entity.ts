import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A ticket that was given out and not used yet. */
@Entity('stream_tickets')
export class StreamTicket {
  /** SHA-256 of the secret, base64url. */
  @PrimaryColumn('text') hash: string;
  @Column('uuid') sessionId: string;
  @Column({ type: 'timestamptz', precision: 3 }) expiresAt: Date;
}
