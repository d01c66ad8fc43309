import { Injectable } from '@nestjs/common';
import { Ledger, type Written } from '../../audit/ledger.service.js';
import { type Call, systemCall } from '../../kernel/call.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { newId } from '../../kernel/identifiers.js';
import { Refusal } from '../../kernel/refusal.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { DoesJob, job } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { Customer } from '../records/customer.entity.js';
import { particularsOf, saveChanged } from '../records/customer-changes.js';
import type { ApplyTiersBody, NewTierBody, TierChangesBody, TierRuleBody } from './tier.dto.js';
import type { Tier, TierRule } from './tier.entity.js';
import { TierReads } from './tier.reads.js';

/** The customers of a year are to be classed by the rules as they are when this is done. */
const APPLY = job<{ year: number; currency: string }>('apply-tiers');

/** Customers that are classed in one write. */
const BATCH = 50;

/** Makes tiers and changes them, and classes customers by their rules. */
@Injectable()
export class TiersService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reads: TierReads,
    private readonly jobs: Jobs,
  ) {}

  /** @throws Refusal 409 `name_taken`, `rank_taken` */
  create(call: Call, { name, rank, rule, active = true }: NewTierBody): Promise<Written> {
    return unlessTakenBoth(() =>
      this.ledger.write(call, 'create tier', [], async (c) => {
        const times = { createdAt: c.now, updatedAt: c.now };
        const tier: Tier = { id: newId(), name, rank, rule: ruleOf(rule), active, version: 1, ...times };
        await c.tx.insert('tiers', [tier]);
        c.record('tier.created', { type: 'tier', id: tier.id }, onRecord(tier));
        return { id: tier.id, location: `/v1/tiers/${tier.id}` };
      }),
    );
  }

  /** What is already so is no change. @throws Refusal 409 `rank_taken` */
  change(call: Call, id: string, body: TierChangesBody): Promise<Written> {
    const subject = { type: 'tier', id, versioned: true } as const;
    return unlessTakenBoth(() =>
      this.ledger.write(call, 'change tier', [subject], async (c) => {
        const tier = c.row<Tier>(subject);
        const { rank = tier.rank, active = tier.active } = body;
        const next = { ...tier, rank, active, rule: body.rule === undefined ? tier.rule : ruleOf(body.rule) };
        const changed = FIELDS.filter((field) => canonicalJson(next[field]) !== canonicalJson(tier[field]));
        if (changed.length === 0) return { id };
        const saved = { ...next, version: tier.version + 1, updatedAt: c.now };
        await c.tx.save('tiers', [saved]);
        c.record('tier.updated', { type: 'tier', id }, { changed, ...onRecord(saved) });
        return { id };
      }),
    );
  }

  /** Asks for customers to be classed after this, with an entry for each tier that has a rule. */
  async apply(call: Call, { year, currency }: ApplyTiersBody): Promise<Written> {
    const ruled = await this.reads.ruled();
    const tiers = ruled.map((id) => ({ type: 'tier', id, mode: 'share' }) as const);
    return this.ledger.write(call, 'apply tiers', tiers, async (c) => {
      for (const tier of tiers) c.record('tier.applied', tier, { year, currency });
      if (tiers.length > 0) await this.jobs.enqueue(c.tx, APPLY, { year, currency }, { key: 'all' });
      return { id: ruled[0] ?? newId() };
    });
  }

  /** Done again it changes nothing more. A tier that was given by hand meanwhile stays. */
  @DoesJob(APPLY)
  async classify({ year, currency }: { year: number; currency: string }): Promise<void> {
    const changes = await this.reads.changes(year, currency);
    for (let start = 0; start < changes.length; start += BATCH) {
      await this.put(changes.slice(start, start + BATCH));
    }
  }

  private put(changes: { id: string; tier: string | null }[]): Promise<Written> {
    const customers = changes.map(({ id }) => ({ type: 'customer', id }) as const);
    return this.ledger.write(systemCall('tiers'), 'classify customers', customers, async (c) => {
      for (const { id, tier } of changes) {
        const customer = c.row<Customer>({ type: 'customer', id });
        const byHand =
          customer.tierBy === 'hand' && (customer.tierUntil === null || customer.tierUntil > c.now);
        if (byHand || customer.mergedIntoId !== null) continue;
        const tierBy = tier === null ? null : 'rule';
        await saveChanged(c, customer, { ...particularsOf(customer), tier, tierBy, tierUntil: null });
      }
      return { id: changes[0]?.id ?? newId() };
    });
  }
}

const FIELDS = ['rank', 'rule', 'active'] as const satisfies (keyof Tier)[];

function ruleOf(body: TierRuleBody | null | undefined): TierRule | null {
  if (!body) return null;
  const { minRevenue = null, topPercentOfRevenue = null } = body;
  return { minRevenue, topPercentOfRevenue };
}

function onRecord({ version, name, rank, rule, active }: Tier) {
  return { version, name, rank, rule, active };
}

const NAME_TAKEN = new Refusal('name_taken', 'Another tier has this name.');
const RANK_TAKEN = new Refusal('rank_taken', 'Another tier has this rank.');

function unlessTakenBoth(write: () => Promise<Written>): Promise<Written> {
  return unlessTaken('tiers_by_name', NAME_TAKEN, () => unlessTaken('tiers_by_rank', RANK_TAKEN, write));
}
