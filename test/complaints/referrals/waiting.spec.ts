import { describe, expect, it } from '@jest/globals';
import { referralsDecided } from '../../../src/complaints/referrals/referral-needs.js';
import type { CaseView } from '../../../src/complaints/case/case-view.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import { race } from '../../support/race.js';
import { ago, attempt, messages, timeline } from '../steps.js';
import { Referrals } from './referrals.js';

const app = useTestApp();
const its = new Referrals(app);

const notices = async (made: Made) =>
  (await messages(app, made)).filter(({ kind }) => kind === 'notice').length;
const DAY = 86_400_000;

describe('silence', () => {
  it('closes nothing while a referral is open, and nothing wakes the complaint over it', async () => {
    const made = await app.make.complaint('resolved');
    await app.passTime({ days: 12 });
    expect(await notices(made)).toBe(1);
    const one = await its.made(made);
    expect((await app.make.read(made)).closesAt).toBeNull();
    await app.passTime({ days: 30 });
    expect(await app.passTime({ days: 1 })).toBe(0);
    expect((await app.make.read(made)).state).toBe('resolved');
    expect(await notices(made)).toBe(1);

    await its.decided(made, one);
    const { closesAt } = await app.make.read(made);
    expect(Math.round((Date.parse(closesAt ?? '') - app.now().getTime()) / DAY)).toBe(14);
    await app.passTime({ days: 11, hours: 1 });
    expect(await notices(made)).toBe(2);
    expect((await app.make.read(made)).state).toBe('resolved');
    await app.passTime({ days: 3 });
    expect((await app.make.read(made)).state).toBe('closed');
    const closed = (await timeline(app, made)).find(({ type }) => type === 'complaint.closed');
    expect(closed?.data).toMatchObject({ how: 'silence' });
  });

  it('waits for the last of several', async () => {
    const made = await app.make.complaint('resolved');
    const [one, two] = [await its.made(made), await its.made(made, { kind: 'court' })];
    await its.decided(made, one);
    expect(await app.make.read(made)).toMatchObject({ closesAt: null, openReferrals: 1 });
    await app.passTime({ days: 40 });
    expect((await app.make.read(made)).state).toBe('resolved');
    await its.decided(made, two);
    await app.passTime({ days: 11, hours: 1 });
    await app.passTime({ days: 3 });
    expect((await app.make.read(made)).state).toBe('closed');
  });

  it('waits also where the referral is older than the decision, or the decision was not told yet', async () => {
    const early = await app.make.complaint('in_progress');
    const one = await its.made(early);
    await app.make.act(early, 'resolve', { outcome: 'not_upheld', explanation: 'It was whole.' });
    const decided = await app.make.read(early);
    expect(decided).toMatchObject({ state: 'resolved', closesAt: null, disputableUntil: expect.any(String) });
    await its.decided(early, one);
    expect((await app.make.read(early)).closesAt).not.toBeNull();

    const waits = await app.make.complaint('resolved', { answerVia: 'letter' });
    await its.decided(waits, await its.made(waits));
    expect((await app.make.read(waits)).closesAt).toBeNull();
    const letter = (await messages(app, waits)).find(({ kind }) => kind === 'decision');
    const path = `/v1/complaints/${waits.id}/messages/${letter?.id ?? ''}/actions/hand-over`;
    expectStatus(200, await app.as('anna').post(path, { said: { how: 'letter', saidAt: ago(app, 0) } }));
    expect((await app.make.read(waits)).closesAt).not.toBeNull();
  });

  it('closes without the offer to disagree, where the time for that went by meanwhile', async () => {
    const nobody = { answerVia: 'none', answerViaReason: 'no contact data' } as const;
    const made = await app.make.complaint('resolved', nobody);
    const one = await its.made(made);
    await app.passTime({ days: 200 });
    await its.decided(made, one);
    await app.passTime({ days: 14, hours: 1 });
    expect((await app.make.read(made)).state).toBe('closed');
    expect((await messages(app, made)).at(-1)?.body).toContain('heard nothing');
    expect((await messages(app, made)).at(-1)?.body).not.toContain('you may still tell us');
  });
});

it('the customer may accept, or disagree, while a referral is open', async () => {
  const made = await app.make.complaint('resolved');
  const one = await its.made(made);
  expectStatus(200, await attempt(app, made, 'dispute'));
  await app.make.act(made, 'resolve', { outcome: 'not_upheld', explanation: 'Still whole.' });
  expect((await app.make.read(made)).closesAt).toBeNull();
  expectStatus(200, await attempt(app, made, 'accept'));
  await its.decided(made, one, { outcome: 'settled' });
  expect(await app.make.read(made)).toMatchObject({ state: 'closed', closesAt: null, openReferrals: 0 });
});

/** Without the lock of the complaint (`subject-locks.ts`, FOR NO KEY UPDATE) more than one outcome is recorded. */
it('of many who record an outcome at once one does', async () => {
  const made = await app.make.complaint('resolved');
  const one = await its.made(made);
  const tally = await race(6, () => its.tell(made, one.id));
  expect(tally).toEqual({ '200': 1, '409 action_refused': 5 });
  const told = (await timeline(app, made)).filter(({ type }) => type === 'referral.decided');
  expect(told).toHaveLength(1);
});

it('a referral in the moment of closing is on record either way: closing waits, or was first', async () => {
  const made = await app.make.complaint('resolved');
  await app.passTime({ days: 11, hours: 1 });
  app.advance({ days: 3 });
  await app.as('anna').get('/v1/me');
  const [asked] = await Promise.all([its.ask(made), app.passTime()]);
  expectStatus(201, asked);
  const { state, openReferrals, closesAt } = await app.make.read(made);
  expect({ openReferrals, closesAt }).toEqual({ openReferrals: 1, closesAt: null });
  expect(['resolved', 'closed']).toContain(state);
  const types = (await timeline(app, made)).map(({ type }) => type);
  const order = types.filter((type) => ['complaint.closed', 'referral.made'].includes(type));
  expect(order).toEqual(state === 'closed' ? ['complaint.closed', 'referral.made'] : ['referral.made']);
});

it('the need of closing names what is open', () => {
  const view = { referrals: [{ id: 'a' }, { id: 'b' }] } as unknown as CaseView;
  expect(referralsDecided.lacks(view, null)).toEqual(['a', 'b']);
  expect(referralsDecided.lacks({ ...view, referrals: [] }, null)).toEqual([]);
});
