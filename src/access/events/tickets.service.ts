import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { unauthenticated } from '../authenticator.js';
import { SessionStates } from '../sessions/session-states.js';

/** How long a ticket is good for. */
export const TICKET_SECONDS = 30;
const PREFIX = 'ams_';

/**
 * Tickets open a stream where no header can be sent. They stand in addresses, which end up in histories and logs: so
 * one is good once, for half a minute, and for nothing but a stream. Giving one out changes nothing of the house and is
 * not on record; the sign-in behind it is.
 */
@Injectable()
export class Tickets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionStates,
  ) {}

  /** Makes a ticket for the session of the caller. Those that nobody used in time go. */
  async issue({ sessionId }: Actor): Promise<string> {
    if (sessionId === undefined) throw unauthenticated();
    const ticket = PREFIX + randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + TICKET_SECONDS * 1000);
    await this.database.read(ISSUE, [hashOf(ticket), sessionId, expiresAt, now]);
    return ticket;
  }

  /**
   * Takes a ticket: whoever it was given to is calling.
   * @throws Refusal `unauthenticated` where it was used, is too old, or where the session is over
   */
  async redeem(ticket: string): Promise<Actor> {
    const [found] = await this.database.read<{ sessionId: string; expiresAt: Date }>(REDEEM, [
      hashOf(ticket),
    ]);
    const now = this.clock.now().getTime();
    if (!found || found.expiresAt.getTime() <= now) throw unauthenticated();
    const actor = await this.sessions.holder(found.sessionId);
    if (actor === null) throw unauthenticated();
    return actor;
  }
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}

const ISSUE = `WITH old AS (DELETE FROM stream_tickets t WHERE t.expires_at <= $4)
  INSERT INTO stream_tickets (hash, session_id, expires_at) VALUES ($1, $2, $3)`;
const REDEEM = `DELETE FROM stream_tickets t WHERE t.hash = $1
  RETURNING t.session_id, t.expires_at`;
