import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { counted, createLimiter, keyOf, type Policy, within } from './limiter.js';

/** What is counted apart: whoever reads the documentation takes nobody's turn to complain. */
export type Counted = 'public' | 'docs';

/** How often an address may call without signing in: RATE_LIMIT_PUBLIC in ten minutes; 0 is no limit. */
@Injectable()
export class PublicLimit {
  private readonly limits: Record<Counted, { policy: Policy; limiter: RateLimiterPostgres }> | null;

  constructor(config: Config, database: Database) {
    const limit = (name: Counted) => {
      const policy = { name, points: config.rateLimitPublic, seconds: 600 };
      return { policy, limiter: createLimiter(database, policy) };
    };
    this.limits = config.rateLimitPublic > 0 ? { public: limit('public'), docs: limit('docs') } : null;
  }

  /** @throws Refusal `rate_limited` */
  async count(address: string, what: Counted): Promise<void> {
    if (!this.limits) return;
    const { policy, limiter } = this.limits[what];
    await within(policy, limiter.consume(keyOf(counted(address))));
  }
}
