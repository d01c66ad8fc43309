import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { Refusal } from '../../kernel/refusal.js';
import { Database, type Tx } from '../../platform/database/database.js';
import type { Written } from './subject.js';

interface Claim {
  free: boolean;
  bodyDigest: string | null;
  status: number | null;
  location: string | null;
  resourceId: string | null;
}

/** What each `Idempotency-Key` had done, for 24 hours: ids and a keyed digest, never a body. */
@Injectable()
export class IdempotencyStore {
  constructor(private readonly database: Database) {}

  /**
   * Claims the key for this transaction.
   * @returns what was written under it before, or null where this is the first time or no key was sent.
   * @throws Refusal 409 while another request with the key is running, 422 where its body was another.
   */
  async claim(tx: Tx, call: Call): Promise<Written | null> {
    if (!call.idempotency) return null;
    const { key, route, bodyDigest } = call.idempotency;
    const claim = await tx.one<Claim>('SELECT c.* FROM claim_idempotency_key($1, $2, $3) c', [
      callerKey(call.actor),
      route,
      key,
    ]);
    if (!claim?.free) throw stillRunning();
    if (claim.resourceId === null || claim.status === null) return null;
    if (claim.bodyDigest !== bodyDigest) throw keyReused();
    return { id: claim.resourceId, location: claim.location, replayed: true, status: claim.status };
  }

  /** Remembers a success that changed nothing and so has no transaction of an effect. */
  async remember(call: Call, written: Written): Promise<void> {
    if (!call.idempotency) return;
    const { key, route, bodyDigest } = call.idempotency;
    await this.database.read(
      `INSERT INTO idempotency_keys (caller, route, key, body_digest, status, location, resource_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [callerKey(call.actor), route, key, bodyDigest, written.status, written.location, written.id],
    );
  }

  /** Forgets keys older than 24 hours. @returns how many. */
  async forgetOld(): Promise<number> {
    let forgotten = 0;
    for (;;) {
      const { length } = await this.database.read(FORGET, [BATCH]);
      forgotten += length;
      if (length < BATCH) return forgotten;
    }
  }
}

/** Keys forgotten in one statement, which must stay short. */
const BATCH = 1000;

const FORGET = `DELETE FROM idempotency_keys k WHERE (k.caller, k.route, k.key) IN (
    SELECT o.caller, o.route, o.key FROM idempotency_keys o
    WHERE o.created_at < now() - interval '24 hours' ORDER BY o.created_at LIMIT $1
  ) RETURNING 1 AS gone`;

/** Whose key it is: the same key of another caller is another key. Anonymous callers share one name. */
export function callerKey(actor: Actor): string {
  if (actor.kind === 'complainant') return `complainant:${actor.complaintId ?? ''}`;
  if (actor.kind === 'anonymous') return 'anonymous';
  return `${actor.kind}:${actor.id ?? actor.name ?? ''}`;
}

function stillRunning(): Refusal {
  const detail = 'A request with this Idempotency-Key is still running.';
  return new Refusal('idempotency_in_progress', detail, {}, { 'Retry-After': '1' });
}

function keyReused(): Refusal {
  return new Refusal('idempotency_key_reused', 'This Idempotency-Key was used with another body.');
}
