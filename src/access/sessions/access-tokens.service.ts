import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { newId } from '../../kernel/identifiers.js';
import { Keys } from '../../platform/keys.js';
import { ACCESS_AUDIENCE, ACCESS_HEADER, ACCESS_ISSUER, ACCESS_SECONDS } from './access-token.js';

/** Makes access tokens: JWT by the profile of RFC 9068, signed with the newest key. */
@Injectable()
export class AccessTokens {
  constructor(private readonly keys: Keys) {}

  issue(userId: string, sessionId: string, now: Date): Promise<string> {
    const { kid, privateKey } = this.keys.jwt().signing;
    const issuedAt = Math.floor(now.getTime() / 1000);
    return new SignJWT({ client_id: 'amends', sid: sessionId })
      .setProtectedHeader({ ...ACCESS_HEADER, kid })
      .setIssuer(ACCESS_ISSUER)
      .setAudience(ACCESS_AUDIENCE)
      .setSubject(userId)
      .setJti(newId())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + ACCESS_SECONDS)
      .sign(privateKey);
  }
}
