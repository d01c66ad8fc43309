import { after } from '../../kernel/duration.js';
import type { Authority } from './authority.entity.js';
import { holding } from './left.js';

/** What is looked at: the limits, whose they are, and when they hold. */
type Limit = Pick<
  Authority,
  'userId' | 'currency' | 'perRemedy' | 'perComplaint' | 'perPeriod' | 'period' | 'validFrom' | 'validUntil'
>;

/**
 * Whether somebody may grant more at some moment from now on than before. It is looked at as it holds, so that the end
 * of a narrow limit of one's own raises where the one of a role is wider.
 * @param before all that is said of them and of their roles in one currency
 * @param then the same after the change
 */
export function raises(before: readonly Limit[], then: readonly Limit[], from: Date): boolean {
  const changes = [...before, ...then].flatMap(({ validFrom, validUntil }) => [validFrom, validUntil]);
  const moments = [from, ...changes.filter((moment) => moment !== null && moment > from)];
  return moments.some((moment) => {
    const held = holdingAt(before, moment);
    return holdingAt(then, moment).some(
      (limit) => grantsAnything(limit) && !held.some((one) => covers(one, limit, from)),
    );
  });
}

function holdingAt(limits: readonly Limit[], moment: Date | null): Limit[] {
  if (moment === null) return [];
  return holding(
    limits.filter(
      ({ validFrom, validUntil }) => validFrom <= moment && (validUntil === null || validUntil > moment),
    ),
  );
}

/** Nothing can be granted by the other that could not be by the one; a longer period is a narrower limit. */
function covers(one: Limit, other: Limit, from: Date): boolean {
  const within = AMOUNTS.every((name) => BigInt(other[name]) <= BigInt(one[name]));
  return within && after(from, other.period) >= after(from, one.period);
}

function grantsAnything(limit: Limit): boolean {
  return AMOUNTS.every((name) => BigInt(limit[name]) > 0n);
}

const AMOUNTS = ['perRemedy', 'perComplaint', 'perPeriod'] as const;
