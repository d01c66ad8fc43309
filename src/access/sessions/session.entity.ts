import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** From a sign-in to the sign-out, the disabling of the user or the second use of a refresh token. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  @Column(time) startedAt: Date;
  @Column({ ...time, nullable: true }) endedAt: Date | null;
}

/** One link of a session's chain of refresh tokens. The secret itself is known to its holder only. */
@Entity('refresh_tokens')
export class RefreshToken {
  /** SHA-256 of the secret, base64url. */
  @PrimaryColumn('text') hash: string;
  @Column('uuid') sessionId: string;
  @Column(time) expiresAt: Date;
  @Column({ ...time, nullable: true }) usedAt: Date | null;
}
