import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MailDelivery } from '../../../src/communications/mail-out/mail-delivery.entity.js';
import type { SendOutcome } from '../../../src/communications/mail-out/send-outcome.js';
import { beginning, ending } from '../../../src/communications/mail-out/trying.js';

const NEW = {
  state: 'waiting',
  automatic: false,
  attempts: 0,
  uncertain: 0,
  firstTriedAt: null,
} as unknown as MailDelivery;

/** How an attempt ends: as the server says, or because the process dies before it puts that on record. */
type End = SendOutcome['kind'] | 'died before' | 'died after';
const ENDS: readonly End[] = ['accepted', 'refused', 'later', 'unknown', 'died before', 'died after'];
/** After these the customer may have the mail. */
const MAY_HAVE = new Set<End>(['accepted', 'unknown', 'died after']);

it('whatever happens, a customer gets a mail twice at most, and it comes to an end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ENDS), { maxLength: 80 }), (ends) => {
      let row = NEW;
      let arrived = 0;
      let hours = 0;
      for (const end of ends) {
        const now = new Date(3_600_000 * hours++);
        const { begun, changes } = beginning(row, now, false);
        row = { ...row, ...changes };
        if (!begun) break;
        if (MAY_HAVE.has(end)) arrived++;
        if (end !== 'died before' && end !== 'died after')
          row = { ...row, ...ending(row, { kind: end, code: null }, now) };
      }
      expect(arrived).toBeLessThanOrEqual(2);
      if (ends.length > 60) expect(['waiting', 'sending']).not.toContain(row.state);
    }),
  );
});

it('an attempt is made later and later, up to an hour', () => {
  const waits = [1, 2, 3, 9, 10, 100].map((attempts) => {
    const now = new Date(0);
    const { nextTryAt } = ending({ ...NEW, attempts, firstTriedAt: now }, { kind: 'later', code: 451 }, now);
    return (nextTryAt?.getTime() ?? 0) / 1000;
  });
  expect(waits).toEqual([10, 20, 40, 2560, 3600, 3600]);
});

it('over the cap a program’s words are not sent, and a person’s wait', () => {
  const now = new Date(0);
  expect(beginning({ ...NEW, automatic: true }, now, true)).toEqual({
    begun: false,
    changes: { state: 'capped' },
  });
  expect(beginning(NEW, now, true).changes).toEqual({ nextTryAt: new Date(900_000) });
  expect(beginning({ ...NEW, firstTriedAt: now, state: 'waiting' }, now, true).begun).toBe(true);
});
