import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import { ago, entryTypes } from '../steps.js';
import { settle, WHOLE } from './spots.js';

const app = useTestApp();

describe('at once', () => {
  /** Deleting the lock of the complaint (`FOR NO KEY UPDATE` in subject-locks.ts) breaks this. */
  it('fifty calls resolve it once', async () => {
    const made = await app.make.complaint();
    const { version } = await app.make.read(made);
    const accepted = { how: 'visit', saidAt: ago(app, 0) };
    const tally = await race(50, () => settle(app, made, { ...WHOLE, accepted }));
    expect(tally).toEqual({ '200': 1, '409 action_refused': 49 });
    const types = (await entryTypes(app, made)).filter((type) => type.startsWith('complaint.'));
    expect(types).toEqual([
      'complaint.received',
      'complaint.acknowledged',
      'complaint.facts_established',
      'complaint.owner_assigned',
      'complaint.resolved',
      'complaint.closed',
    ]);
    expect((await app.make.read(made)).version).toBe(version + 1);
  });

  it('and by the version that all of them saw', async () => {
    const made = await app.make.complaint();
    const { version } = await app.make.read(made);
    const seen = { 'If-Match': `"${version}"` };
    const tally = await race(10, () => settle(app, made, WHOLE, 'anna', seen));
    expect(tally).toEqual({ '200': 1, '412 version_mismatch': 9 });
  });
});

it('with the same key it is done once, and answered again', async () => {
  const made = await app.make.complaint();
  const key = { 'Idempotency-Key': 'on-the-spot-000001' };
  const first = await settle(app, made, WHOLE, 'anna', key);
  const again = await settle(app, made, WHOLE, 'anna', key);
  expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 200, 'true']);
  expect(again.body).toEqual(first.body);
  const types = await entryTypes(app, made);
  expect(types.filter((type) => type === 'complaint.resolved')).toHaveLength(1);
  const other = await settle(app, made, { ...WHOLE, explanation: 'Something else.' }, 'anna', key);
  expect(other.status).toBe(422);
});
