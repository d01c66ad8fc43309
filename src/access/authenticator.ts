import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import passport from 'passport';
import { type Actor, ANONYMOUS } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import type { AccessClaim } from './sessions/access-token.js';
import { SessionStates } from './sessions/session-states.js';
import { ShortMemory } from '../kernel/short-memory.js';
import { INBOUND_PREFIX, InboundKey, takesInboundKey } from './inbound-key.js';
import { AccessTokenStrategy } from './strategies/access-token.strategy.js';
import { TrackingTokenStrategy } from './strategies/tracking-token.strategy.js';
import { takesTrackingToken, TRACKING_PREFIX } from './tracking-tokens.js';

/** Who is calling: turns an `Authorization` header into an actor, or refuses it. */
@Injectable()
export class Authenticator {
  /** Our own Passport: the library's is one for the whole process, and two applications in it would mix. */
  private readonly passport = new passport.Passport();

  /** Signature checks already done, by the hash of the token: one costs more than a read of a complaint. */
  private readonly verified = new ShortMemory<AccessClaim>(10_000);

  constructor(
    accessTokens: AccessTokenStrategy,
    trackingTokens: TrackingTokenStrategy,
    private readonly inboundKey: InboundKey,
    private readonly sessions: SessionStates,
    private readonly clock: Clock,
  ) {
    this.passport.use('access-token', accessTokens);
    this.passport.use('tracking-token', trackingTokens);
  }

  /**
   * @param route the template of the route, such as `/v1/tracking/messages`
   * @throws Refusal `unauthenticated` on a token that is bad, or good but not here; also where none is needed
   */
  async actorOf(authorization: string | undefined, route: string): Promise<Actor> {
    if (authorization === undefined) return ANONYMOUS;
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw unauthenticated();
    const actor = await this.holder(token, route);
    if (actor === null) throw unauthenticated();
    return actor;
  }

  private async holder(token: string, route: string): Promise<Actor | null> {
    if (token.startsWith(TRACKING_PREFIX)) return this.complainant(token, route);
    if (token.startsWith(INBOUND_PREFIX))
      return takesInboundKey(route) ? this.inboundKey.holder(token) : null;
    return this.user(token);
  }

  private async complainant(token: string, route: string): Promise<Actor | null> {
    return takesTrackingToken(route) ? this.ask<Actor>('tracking-token', token) : null;
  }

  private async user(token: string): Promise<Actor | null> {
    const now = this.clock.now().getTime();
    const hash = createHash('sha256').update(token).digest('base64url');
    let claim = this.verified.get(hash, now) ?? null;
    if (claim === null) {
      claim = await this.ask<AccessClaim>('access-token', token);
      if (claim === null) return null;
      this.verified.set(hash, claim, claim.expiresAt);
    }
    return this.sessions.actor(claim);
  }

  /** Passport hangs its methods on whatever request it is given: it gets one of its own, with the token only. */
  private ask<User>(strategy: string, token: string): Promise<User | null> {
    return new Promise((resolve, reject) => {
      const answer = (error: Error | null, user: User | false) =>
        error ? reject(error) : resolve(user || null);
      const run = this.passport.authenticate(strategy, { session: false }, answer) as Middleware;
      run({ headers: { authorization: `Bearer ${token}` } }, {}, reject);
    });
  }
}

export function unauthenticated(): Refusal {
  return new Refusal('unauthenticated', 'This needs an access token that is valid here and now.');
}

type Middleware = (request: object, response: object, next: (error: Error) => void) => void;

/** RFC 6750, 2.1; the scheme is written in any case. */
const BEARER = /^bearer +([A-Za-z0-9._~+/=-]{1,4000})$/i;
