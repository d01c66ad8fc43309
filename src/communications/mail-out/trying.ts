import type { MailDelivery } from './mail-delivery.entity.js';
import type { SendOutcome } from './send-outcome.js';

/** The rules of trying again: at least once, and never a loop. */

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** After the first attempt; twice as long after each further one, and so long at most. */
const [SHORTEST, LONGEST] = [10 * SECOND, HOUR];
/** A mail that nobody takes is given up then: the customer waits, and the house can still call. */
const PATIENCE = 48 * HOUR;
/** Words of a person that are one too many for an address are looked at again so much later. */
const CAP_WAIT = HOUR / 4;
/** How often a mail that may have been taken is sent again. */
const RESENDS_MAX = 1;

type Changes = Partial<MailDelivery>;

/** Before an attempt. `begun`: the mail is to be sent now, and what changes must be on record before. */
export function beginning(
  row: MailDelivery,
  now: Date,
  isCapped: boolean,
): { begun: boolean; changes: Changes } {
  const { state, uncertain, firstTriedAt, attempts } = row;
  if (state !== 'waiting' && state !== 'sending') return { begun: false, changes: {} };
  if (state === 'sending' && uncertain >= RESENDS_MAX)
    return { begun: false, changes: { state: 'uncertain', nextTryAt: null } };
  if (firstTriedAt === null && isCapped) {
    const changes: Changes = row.automatic ? { state: 'capped' } : { nextTryAt: later(now, CAP_WAIT) };
    return { begun: false, changes };
  }
  return {
    begun: true,
    changes: {
      state: 'sending',
      attempts: attempts + 1,
      uncertain: uncertain + (state === 'sending' ? 1 : 0),
      firstTriedAt: firstTriedAt ?? now,
      lastTriedAt: now,
      nextTryAt: null,
    },
  };
}

/** After an attempt whose end is known as far as it ever will be. */
export function ending(row: MailDelivery, { kind, code, error }: SendOutcome, now: Date): Changes {
  const told: Changes = { responseCode: code, lastError: error ?? null };
  const nextTryAt = later(now, Math.min(SHORTEST * 2 ** (row.attempts - 1), LONGEST));
  switch (kind) {
    case 'accepted':
      return { ...told, state: 'accepted', acceptedAt: now };
    case 'refused':
      return { ...told, state: 'refused' };
    case 'unknown':
      return row.uncertain >= RESENDS_MAX ? { ...told, state: 'uncertain' } : { ...told, nextTryAt };
    case 'later': {
      const since = now.getTime() - (row.firstTriedAt ?? now).getTime();
      return since >= PATIENCE ? { ...told, state: 'given_up' } : { ...told, state: 'waiting', nextTryAt };
    }
  }
}

function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
