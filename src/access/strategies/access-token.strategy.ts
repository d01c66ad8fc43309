import { Injectable } from '@nestjs/common';
import { ExtractJwt, Strategy, type VerifiedCallback } from 'passport-jwt';
import { Clock } from '../../kernel/clock.js';
import { Keys } from '../../platform/keys.js';
import { ACCESS_AUDIENCE, ACCESS_ISSUER, readClaims, readKid } from '../sessions/access-token.js';

/** Passport strategy for our own access tokens; its user is an `AccessClaim`. */
@Injectable()
export class AccessTokenStrategy extends Strategy {
  constructor(keys: Keys, clock: Clock) {
    super(
      {
        jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
        secretOrKeyProvider: (_request: unknown, token: string, done: KeyCallback) => {
          const kid = readKid(token);
          const key = kid === null ? undefined : keys.jwt().verifying(kid);
          // A KeyObject, which the types do not know: reading a text anew for each token costs more than the check.
          done(key ? null : new Error('not signed with a key of ours'), key as unknown as Buffer | undefined);
        },
        algorithms: ['ES256'],
        issuer: ACCESS_ISSUER,
        audience: ACCESS_AUDIENCE,
        // Times are compared with the injected clock, by `readClaims`.
        ignoreExpiration: true,
      },
      (payload: unknown, done: VerifiedCallback) =>
        done(null, readClaims(payload, clock.now().getTime()) ?? false),
    );
  }
}

type KeyCallback = (error: Error | null, key?: Buffer) => void;
