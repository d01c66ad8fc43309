import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { attempt, entryTypes, offers, timeline, unmet } from '../steps.js';
import { Remedies } from './remedies.js';

const app = useTestApp();
const its = new Remedies(app);

describe('a remedy that waits for approval', () => {
  it('expires after 72 hours, by the clock, and the complaint goes to the next level', async () => {
    const made = await app.make.complaint('in_progress');
    const remedy = await its.refund(made, '5', 'EUR');
    await app.passTime({ hours: 71 });
    expect((await its.one(made, remedy)).state).toBe('pending_approval');
    await app.passTime({ hours: 2 });
    expect(await its.one(made, remedy)).toMatchObject({ state: 'expired', approvers: null, decidedBy: null });
    expect((await app.make.read(made)).level).toBe(1);
    const entries = await timeline(app, made);
    const last = entries.filter(({ type }) => type === 'remedy.expired' || type === 'complaint.escalated');
    expect(last.map(({ type, actor }) => [type, actor.kind, actor.name])).toEqual([
      ['remedy.expired', 'system', 'clock'],
      ['complaint.escalated', 'system', 'clock'],
    ]);
    await app.passTime({ hours: 1 });
    expect((await app.make.read(made)).level).toBe(1);
  });

  it('is expired before anybody decides late, whether the clock came or not', async () => {
    await its.authority({ of: 'sam' }, 'EUR', { perRemedy: '100' });
    const made = await app.make.complaint();
    const remedy = await its.refund(made, '5', 'EUR');
    app.advance({ hours: 73 });
    expect(unmet(await its.tell(made, remedy, 'approve', {}, 'sam'))).toEqual(['state_not_allowed']);
    await app.passTime({ seconds: 1 });
    expect((await its.one(made, remedy)).state).toBe('expired');
  });

  it('expires also where nobody stands higher', async () => {
    const made = await app.make.complaint();
    for (let level = 0; level < 3; level++) expectStatus(200, await attempt(app, made, 'escalate'));
    const remedy = await its.refund(made, '5', 'USD');
    await app.passTime({ hours: 73 });
    expect((await its.one(made, remedy)).state).toBe('expired');
    expect((await app.make.read(made)).level).toBe(3);
  });

  it('stands in the way of a decision, by name', async () => {
    const made = await app.make.complaint('in_progress');
    const remedy = await its.refund(made, '5', 'USD');
    const refused = await attempt(app, made, 'resolve');
    expect(unmet(refused)).toEqual(['remedy_pending']);
    expect(refused.body.unmet?.[0]?.ids).toEqual([remedy.id]);
    const offered = (await offers(app, made)).find(({ action }) => action === 'resolve');
    expect(offered?.unmet.map(({ code }) => code)).toEqual(['remedy_pending']);
    expectStatus(200, await its.tell(made, remedy, 'refuse', { reason: 'No.' }, 'anna'));
    expectStatus(200, await attempt(app, made, 'resolve'));
  });

  it('expires with a complaint that is withdrawn or declined, which raises no level', async () => {
    for (const [action, by] of [
      ['withdraw', 'anna'],
      ['decline', 'sam'],
    ] as const) {
      const made = await app.make.complaint();
      const remedy = await its.refund(made, '5', 'USD');
      expectStatus(200, await attempt(app, made, action, by));
      expect((await its.one(made, remedy)).state).toBe('expired');
      expect((await app.make.read(made)).level).toBe(0);
    }
  });
});

it('nothing is declined for which something was granted, unless that is taken back', async () => {
  const made = await app.make.complaint();
  const remedy = expectStatus(201, await its.ask(made, { type: 'repair' }));
  const refused = await attempt(app, made, 'decline', 'sam');
  expect(unmet(refused)).toEqual(['remedy_granted']);
  expect(refused.body.unmet?.[0]?.ids).toEqual([remedy.id]);
  expectStatus(200, await its.tell(made, remedy, 'reverse', { reason: 'Not ours.' }, 'sam'));
  expectStatus(200, await attempt(app, made, 'decline', 'sam'));
  expect(await entryTypes(app, made)).not.toContain('remedy.expired');
});
