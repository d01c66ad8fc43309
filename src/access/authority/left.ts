/** How much of a limit is left. In whole minor units of one currency. */

export interface Limits {
  perRemedy: bigint;
  perComplaint: bigint;
  perPeriod: bigint;
}

/** What was granted before. */
export interface Granted {
  /** By anybody. */
  onComplaint: bigint;
  /** By the one who would grant now. */
  inPeriod: bigint;
}

/** What may be granted at once: the smallest of what the three limits leave, and never less than nothing. */
export function left(limits: Limits, granted: Granted): bigint {
  return smallest(
    limits.perRemedy,
    beyondZero(limits.perComplaint - granted.onComplaint),
    beyondZero(limits.perPeriod - granted.inPeriod),
  );
}

/** Of all that is said: for each currency, what is said of the person wins over what is said of their roles. */
export function holding<T extends { userId: string | null; currency: string }>(found: readonly T[]): T[] {
  const own = new Set(found.filter(({ userId }) => userId !== null).map(({ currency }) => currency));
  return found.filter(({ userId, currency }) => userId !== null || !own.has(currency));
}

function smallest(first: bigint, ...others: bigint[]): bigint {
  return others.reduce((least, one) => (one < least ? one : least), first);
}

function beyondZero(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
