import { Injectable } from '@nestjs/common';
import type { Actor, UserRole } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import type { AccessClaim } from './access-token.js';
import { ShortMemory } from '../../kernel/short-memory.js';

/** What one process changes is felt on every other within five seconds; this leaves a second for the way. */
const REMEMBERED_MS = 4_000;

/** Who stands behind a session, remembered for so short a time that nobody keeps what was taken away. */
@Injectable()
export class SessionStates {
  private readonly known = new ShortMemory<Promise<Actor | null>>(10_000);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The user as an actor, or null where the session is over, the user disabled, or the session somebody else's. */
  async actor({ sessionId, userId }: AccessClaim): Promise<Actor | null> {
    const actor = await this.holder(sessionId);
    return actor?.id === userId ? actor : null;
  }

  /** The actor as they are by now: with their present roles, or null where they are out. */
  async present({ sessionId }: Actor): Promise<Actor | null> {
    return sessionId === undefined ? null : this.holder(sessionId);
  }

  /** After this process ended a session. */
  forget(sessionId: string): void {
    this.known.delete(sessionId);
  }

  /** After this process changed a user: rare, and asking anew is one read by key. */
  forgetAll(): void {
    this.known.clear();
  }

  /** Who signed in, or null where the session is over or the user disabled. */
  holder(sessionId: string): Promise<Actor | null> {
    const now = this.clock.now().getTime();
    const known = this.known.get(sessionId, now);
    if (known) return known;
    const asked = this.load(sessionId);
    this.known.set(sessionId, asked, now + REMEMBERED_MS);
    asked.catch(() => this.forget(sessionId));
    return asked;
  }

  private async load(sessionId: string): Promise<Actor | null> {
    const [user] = await this.database.read<{ id: string; name: string; roles: UserRole[] }>(
      `SELECT u.id, u.name, u.roles FROM sessions s JOIN users u ON u.id = s.user_id
       WHERE s.id = $1 AND s.ended_at IS NULL AND NOT u.disabled`,
      [sessionId],
    );
    return user ? { kind: 'user', id: user.id, name: user.name, roles: user.roles, sessionId } : null;
  }
}
