import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { readMoney } from '../../kernel/money/money.js';
import { inputError, invalid } from '../../kernel/refusal.js';
import { raisesOwn } from './own-authority.js';
import { amountsBeyond, type AuthorityChangesBody, type NewAuthorityBody } from './authority.dto.js';
import type { Authority } from './authority.entity.js';
import { inWords } from './authority.reads.js';

/** Says who may grant how much alone, and changes it. */
@Injectable()
export class AuthoritiesService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @throws Refusal 400 for an unknown user, and where another of the same holder and currency holds meanwhile; 409
   * `own_authority`.
   */
  create(call: Call, body: NewAuthorityBody): Promise<Written> {
    const { role = null, userId = null, currency, period } = body;
    return this.ledger.write(
      call,
      'create authority',
      [...themselves(call), ...holder(userId, call)],
      async (c) => {
        const authority: Authority = {
          id: newId(),
          role,
          userId,
          currency,
          ...amounts(body, currency),
          period,
          validFrom: body.validFrom === undefined ? c.now : new Date(body.validFrom),
          validUntil: body.validUntil === undefined ? null : new Date(body.validUntil),
          version: 1,
          createdAt: c.now,
          updatedAt: c.now,
        };
        await expectSound(c, authority);
        const alone = await raisesOwn(c, authority);
        await c.tx.insert('authorities', [authority]);
        const { id } = authority;
        c.record('authority.created', { type: 'authority', id }, { ...inWords(authority), alone });
        return { id, location: `/v1/authorities/${id}` };
      },
    );
  }

  /** What is already so is no change. @throws Refusal as above. */
  change(call: Call, id: string, body: AuthorityChangesBody): Promise<Written> {
    const subject = { type: 'authority', id, versioned: true } as const;
    return this.ledger.write(call, 'change authority', [...themselves(call), subject], async (c) => {
      const before = c.row<Authority>(subject);
      const wrong = amountsBeyond(body, before.currency);
      if (wrong.length > 0) throw invalid(wrong.map(({ at, code }) => inputError(at, code)));
      const after = { ...before, ...changesOf(body, before.currency) };
      const [former, present] = [inWords(before), inWords(after)];
      const changed = (Object.keys(present) as (keyof typeof present)[]).filter(
        (name) => present[name] !== former[name],
      );
      if (changed.length === 0) return { id };
      await expectSound(c, after);
      const alone = await raisesOwn(c, after);
      await c.tx.save('authorities', [{ ...after, version: before.version + 1, updatedAt: c.now }]);
      c.record('authority.updated', { type: 'authority', id }, { ...present, changed, alone });
      return { id };
    });
  }
}

/** Whoever writes keeps their roles meanwhile. */
function themselves({ actor }: Call): Subject[] {
  return actor.kind === 'user' && actor.id !== null ? [{ type: 'user', id: actor.id, mode: 'share' }] : [];
}

/** Whoever grants meanwhile is held against the limit as it was before, or as it is after. */
function holder(userId: string | null, { actor }: Call): Subject[] {
  const missing = invalid([inputError('/userId', 'not_found')]);
  return userId === null || userId === actor.id ? [] : [{ type: 'user', id: userId, mode: 'share', missing }];
}

function changesOf(body: AuthorityChangesBody, currency: string): Partial<Authority> {
  const { period, validFrom, validUntil } = body;
  return {
    ...amounts(body, currency),
    ...(period !== undefined && { period }),
    ...(validFrom !== undefined && { validFrom: new Date(validFrom) }),
    ...(validUntil !== undefined && { validUntil: validUntil === null ? null : new Date(validUntil) }),
  };
}

/** The limits that a body names, in minor units. */
function amounts<T extends AuthorityChangesBody>(body: T, currency: string) {
  const minor = (amount: string) => readMoney({ amount, currency }).minor.toString();
  const names = ['perRemedy', 'perComplaint', 'perPeriod'] as const;
  return Object.fromEntries(
    names.flatMap((name) => (body[name] === undefined ? [] : [[name, minor(body[name])]])),
  ) as { [K in keyof T & (typeof names)[number]]: string };
}

/** Of a holder and a currency one limit holds at a time, or nobody could say which. @throws Refusal 400 */
async function expectSound(c: Change, authority: Authority): Promise<void> {
  const { id, role, userId, currency, validFrom, validUntil } = authority;
  if (validUntil && validUntil <= validFrom) throw invalid([inputError('/validUntil', 'min')]);
  await c.tx.rows(ONE_AFTER_THE_OTHER);
  const others = await c.tx.rows(OVERLAPPING, [id, role, userId, currency, validFrom, validUntil]);
  if (others.length > 0) throw invalid([inputError('/validFrom', 'overlaps')]);
}

/** Held until the end of the transaction: two that overlap cannot both look before the other is there. */
const ONE_AFTER_THE_OTHER = `SELECT pg_advisory_xact_lock(hashtextextended('authorities', 0))`;

const OVERLAPPING = `
  SELECT a.id FROM authorities a
  WHERE a.id <> $1 AND a.role IS NOT DISTINCT FROM $2 AND a.user_id IS NOT DISTINCT FROM $3 AND a.currency = $4
    AND tstzrange(a.valid_from, a.valid_until) && tstzrange($5::timestamptz, $6::timestamptz)
  LIMIT 1`;
