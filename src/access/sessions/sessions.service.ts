import { Injectable } from '@nestjs/common';
import { AccessRecords } from '../../audit/access-records/access-records.service.js';
import { type Change, Ledger } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { Refusal } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { ACCESS_SECONDS } from './access-token.js';
import { AccessTokens } from './access-tokens.service.js';
import { unauthenticated } from '../authenticator.js';
import { endSession } from './ending-sessions.js';
import { checkPassword } from '../password.js';
import { type Holder, holderOf, keepToken, newRefreshToken, useToken } from './refresh-token.js';
import type { SessionDto, SignInDto } from './session.dto.js';
import type { Session } from './session.entity.js';
import { SessionStates } from './session-states.js';
import { SignInLimit } from '../limits/sign-in-limit.js';
import type { User } from '../user.entity.js';

/** Signing in, renewing a session and signing out. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly accessTokens: AccessTokens,
    private readonly limit: SignInLimit,
    private readonly states: SessionStates,
    private readonly access: AccessRecords,
  ) {}

  /**
   * Unknown address, wrong password and disabled user are one refusal after the same work.
   * @param address where the call comes from
   * @throws Refusal `invalid_credentials`, or `rate_limited` after too many wrong tries
   */
  async start(call: Call, address: string, { email, password }: SignInDto): Promise<SessionDto> {
    await this.limit.check(email, address);
    const user = await this.userBy(email);
    const right = await checkPassword(user?.passwordHash ?? null, password);
    if (!user || !right || user.disabled) {
      this.access.signInRefused(user?.id ?? null, reasonOf(user, right));
      await this.limit.failed(email, address);
      throw invalidCredentials();
    }
    // Of many guesses sent at once the right one must not pass once the wrong ones have used up the tries.
    await this.limit.check(email, address);
    return this.open(call, user);
  }

  /** @throws Refusal `invalid_credentials` on a token that is unknown, expired or used; the last ends its session */
  async refresh(call: Call, token: string): Promise<SessionDto> {
    const holder = await holderOf(this.database, token);
    if (!holder) throw invalidCredentials();
    const { sessionId } = holder;
    const subject = { type: 'session', id: sessionId, missing: invalidCredentials() } as const;
    const renewed = { refreshToken: newRefreshToken(), at: null as Date | null };
    await this.ledger.write(as(holder, call), 'refresh session', [subject], async (c) => {
      const ok = await this.renew(c, c.row<Session>(subject), token, renewed.refreshToken);
      renewed.at = ok ? c.now : null;
      return { id: sessionId };
    });
    if (renewed.at !== null) return this.tokens(holder, renewed.refreshToken, renewed.at);
    this.states.forget(sessionId);
    throw invalidCredentials();
  }

  /** Ends the session of the call's access token: its refresh token at once, the access token within seconds. */
  async end(call: Call): Promise<void> {
    const { sessionId } = call.actor;
    if (sessionId === undefined) throw unauthenticated();
    const subject = { type: 'session', id: sessionId, missing: unauthenticated() } as const;
    await this.ledger.write(call, 'end session', [subject], async (c) => {
      const session = c.row<Session>(subject);
      if (session.endedAt === null) await endSession(c, session, 'signed_out');
      return { id: sessionId };
    });
    this.states.forget(sessionId);
  }

  private async userBy(email: string): Promise<User | undefined> {
    const [user] = await this.database.read<User>(
      'SELECT u.id, u.name, u.roles, u.disabled, u.password_hash FROM users u WHERE lower(u.email) = lower($1)',
      [email],
    );
    return user;
  }

  private async open(call: Call, user: User): Promise<SessionDto> {
    const sessionId = newId();
    const holder: Holder = { sessionId, user };
    const subject = { type: 'user', id: user.id, mode: 'share', missing: invalidCredentials() } as const;
    const opened = { refreshToken: newRefreshToken(), at: new Date(0) };
    await this.ledger.write(as(holder, call), 'start session', [subject], async (c) => {
      const { disabled, passwordHash } = c.row<User>(subject);
      if (disabled || passwordHash !== user.passwordHash) throw invalidCredentials();
      await c.tx.insert('sessions', [{ id: sessionId, userId: user.id, startedAt: c.now, endedAt: null }]);
      await keepToken(c, sessionId, opened.refreshToken);
      c.record('session.started', { type: 'session', id: sessionId }, { userId: user.id });
      opened.at = c.now;
      return { id: sessionId };
    });
    return this.tokens(holder, opened.refreshToken, opened.at);
  }

  /** Swaps the token for the next one. False where it was used before: then the session is ended and on record. */
  private async renew(c: Change, session: Session, token: string, next: string): Promise<boolean> {
    if (session.endedAt !== null) throw invalidCredentials();
    const used = await useToken(c, token);
    if (used === 'expired') throw invalidCredentials();
    if (used === 'again') {
      await endSession(c, session, 'token_reused');
      return false;
    }
    await keepToken(c, session.id, next);
    c.record('session.refreshed', { type: 'session', id: session.id }, { userId: session.userId });
    return true;
  }

  private async tokens({ user, sessionId }: Holder, refreshToken: string, now: Date): Promise<SessionDto> {
    const accessToken = await this.accessTokens.issue(user.id, sessionId, now);
    return { accessToken, tokenType: 'Bearer', expiresIn: ACCESS_SECONDS, refreshToken };
  }
}

/** Whoever proved to be a user acts as this user, though the call came without an access token. */
function as({ user, sessionId }: Holder, call: Call): Call {
  const { id, name, roles } = user;
  return { ...call, actor: { kind: 'user', id, name, roles, sessionId } };
}

/** For the log alone; the caller is not told. */
function reasonOf(user: User | undefined, right: boolean) {
  if (!user) return 'unknown_address';
  return right ? 'user_disabled' : 'wrong_password';
}

function invalidCredentials(): Refusal {
  return new Refusal('invalid_credentials', 'These credentials open nothing.');
}
