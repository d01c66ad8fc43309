import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { counted, createLimiter, keyOf, type Policy, within } from './limiter.js';

/** How often an address may call without signing in: RATE_LIMIT_PUBLIC in ten minutes; 0 is no limit. */
@Injectable()
export class PublicLimit {
  private readonly policy: Policy;
  private readonly limiter: RateLimiterPostgres | null;

  constructor(config: Config, database: Database) {
    this.policy = { name: 'public', points: config.rateLimitPublic, seconds: 600 };
    this.limiter = config.rateLimitPublic > 0 ? createLimiter(database, this.policy) : null;
  }

  /** @throws Refusal `rate_limited` */
  async count(address: string): Promise<void> {
    if (this.limiter) await within(this.policy, this.limiter.consume(keyOf(counted(address))));
  }
}
