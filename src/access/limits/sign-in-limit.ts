import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '../../platform/database/database.js';
import { counted, createLimiter, keyOf, type Policy, tooMany, within } from './limiter.js';

const POLICY: Policy = { name: 'sign-in', points: 10, seconds: 900 };

/**
 * How often a sign-in may fail for one account from one address. The pair is what counts: nobody can lock another out
 * from elsewhere, and one address shared by a whole office is not locked for a forgetful colleague.
 */
@Injectable()
export class SignInLimit {
  private readonly limiter: RateLimiterPostgres;

  constructor(database: Database) {
    this.limiter = createLimiter(database, POLICY);
  }

  /** @throws Refusal `rate_limited` where the tries are used up, whatever the password */
  async check(email: string, address: string): Promise<void> {
    const counter = await this.limiter.get(pair(email, address));
    if (counter && counter.consumedPoints >= POLICY.points) throw tooMany(POLICY, counter.msBeforeNext);
  }

  /** @throws Refusal `rate_limited` instead of the answer where others used up the tries meanwhile */
  async failed(email: string, address: string): Promise<void> {
    await within(POLICY, this.limiter.consume(pair(email, address)));
  }
}

const pair = (email: string, address: string) => keyOf(email.toLowerCase(), counted(address));
