import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../../kernel/refusal.js';
import type { Database } from '../../platform/database/database.js';

/** So many in so long. */
export interface Policy {
  name: string;
  points: number;
  seconds: number;
}

/** A counter in the database, so that all processes count together. It counts in wall time. */
export function createLimiter(database: Database, { name, points, seconds }: Policy): RateLimiterPostgres {
  const { master } = database.dataSource.driver as unknown as { master: Pool };
  return new RateLimiterPostgres({
    storeClient: master,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    // Once over the limit, a caller costs no statement until the time is up.
    inMemoryBlockOnConsumed: points + 1,
  });
}

/** Runs a `consume` and turns its refusal into ours; an error of the database stays what it is. */
export async function within(policy: Policy, consume: Promise<RateLimiterRes>): Promise<void> {
  try {
    await consume;
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(policy, error.msBeforeNext) : error;
  }
}

/** 429 with the headers of draft-ietf-httpapi-ratelimit-headers. */
export function tooMany({ name, points, seconds }: Policy, msBeforeNext: number): Refusal {
  const wait = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new Refusal(
    'rate_limited',
    `Too many of these for now; try again in ${wait} s.`,
    {},
    {
      'Retry-After': String(wait),
      RateLimit: `"${name}";r=0;t=${wait}`,
      'RateLimit-Policy': `"${name}";q=${points};w=${seconds}`,
    },
  );
}

/** A key for the table that names nobody. */
export function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url');
}

/** The address as a limit counts it: an IPv6 host has a /64 to pick addresses from, so that is one. */
export function counted(address: string): string {
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? firstHalf(address) : address;
}

function firstHalf(address: string): string {
  const [before = '', after] = address.replace(/%.*$/, '').split('::');
  const groups = before === '' ? [] : before.split(':');
  if (after !== undefined) {
    const rest = after === '' ? [] : after.split(':');
    while (groups.length + rest.length < 8) groups.push('0');
    groups.push(...rest);
  }
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
