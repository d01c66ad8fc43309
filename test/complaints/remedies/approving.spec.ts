import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { promises, unmet } from '../steps.js';
import { Remedies } from './remedies.js';

const app = useTestApp();
const its = new Remedies(app);
const LARGE = { perRemedy: '1000', perComplaint: '5000', perPeriod: '9000' };

describe('approval', () => {
  it('is by another person whose authority suffices, and promises it', async () => {
    await its.authority({ of: 'sam' }, 'EUR', LARGE);
    const made = await app.make.complaint();
    const remedy = await its.refund(made, '300', 'EUR');
    const dueAt = app.inDays(5);
    const approved = expectStatus(200, await its.tell(made, remedy, 'approve', { dueAt }, 'sam'));
    expect(approved).toMatchObject({
      state: 'approved',
      proposedBy: { name: 'Anna Agent' },
      decidedBy: { name: 'Sam Supervisor' },
      approvers: null,
    });
    const promise = (await promises(app, made)).find(({ id }) => id === approved.promiseId);
    expect(promise).toMatchObject({ what: 'Refund: 300.00 EUR', dueAt, madeBy: { name: 'Sam Supervisor' } });
    expect(unmet(await its.tell(made, remedy, 'approve', {}, 'sam'))).toEqual(['state_not_allowed']);
  });

  it('is never of one’s own, also where the authority came since', async () => {
    const made = await app.make.complaint();
    const remedy = await its.refund(made, '10', 'USD', 'sam');
    expect(unmet(await its.tell(made, remedy, 'approve', {}, 'sam'))).toEqual([
      'own_approval',
      'authority_exceeded',
    ]);
    await its.authority({ of: 'sam' }, 'USD', LARGE);
    expect(unmet(await its.tell(made, remedy, 'approve', {}, 'sam'))).toEqual(['own_approval']);
    expect((await its.one(made, remedy)).state).toBe('pending_approval');
  });

  it('asks for the authority at the moment of deciding, not of proposing', async () => {
    const authority = await its.authority({ of: 'sam' }, 'GBP', LARGE);
    const made = await app.make.complaint();
    const remedy = await its.refund(made, '300', 'GBP');
    await its.change(authority, { perRemedy: '299.99' });
    expect(unmet(await its.tell(made, remedy, 'approve', {}, 'sam'))).toEqual(['authority_exceeded']);
    await its.change({ ...authority, version: 2 }, { perRemedy: '300' });
    expectStatus(200, await its.tell(made, remedy, 'approve', {}, 'sam'));
  });

  it('counts all that was granted before, and small ones together', async () => {
    await its.authority({ of: 'anna' }, 'SEK');
    const [made, other, third] = [
      await app.make.complaint(),
      await app.make.complaint(),
      await app.make.complaint(),
    ];
    const states = [];
    for (const amount of ['100', '60', '40', '0.01'])
      states.push((await its.refund(made, amount, 'SEK')).state);
    expect(states).toEqual(['approved', 'approved', 'approved', 'pending_approval']);
    expect(await its.mine('anna', 'SEK', made)).toMatchObject({ amount: '0.00' });
    expect(await its.mine('anna', 'SEK', other)).toMatchObject({ amount: '100.00' });
    for (const amount of ['100', '100']) await its.refund(other, amount, 'SEK');
    for (const amount of ['60', '40']) await its.refund(third, amount, 'SEK');
    expect(await its.mine('anna', 'SEK')).toMatchObject({ amount: '0.00' });
    expect((await its.refund(third, '0.01', 'SEK')).state).toBe('pending_approval');
  });

  it('has room again when the period moved on, or when something was taken back', async () => {
    await its.authority({ of: 'anna' }, 'NOK', { perPeriod: '150', perComplaint: '150' });
    const made = await app.make.complaint();
    const first = await its.refund(made, '100', 'NOK');
    expect(await its.mine('anna', 'NOK')).toMatchObject({ amount: '50.00' });
    expectStatus(200, await its.tell(made, first, 'reverse', { reason: 'Paid by the carrier.' }, 'sam'));
    expect(await its.mine('anna', 'NOK')).toMatchObject({ amount: '100.00' });
    await its.refund(made, '100', 'NOK');
    await app.passTime({ days: 31 });
    expect(await its.mine('anna', 'NOK')).toMatchObject({ amount: '100.00' });
    expect(await its.mine('anna', 'NOK', made)).toMatchObject({ amount: '50.00' });
  });

  it('is by what is said of the person, where anything is; else by the widest of the roles', async () => {
    await its.authority({ role: 'agent' }, 'DKK', LARGE);
    await its.authority({ of: 'ben' }, 'DKK', { perRemedy: '0' });
    const made = await app.make.complaint();
    expect((await its.refund(made, '1', 'DKK', 'ben')).state).toBe('pending_approval');
    expect((await its.refund(made, '1000', 'DKK', 'anna')).state).toBe('approved');
  });

  it('is possible only while the authority holds', async () => {
    const [validFrom, validUntil] = [app.inDays(2), app.inDays(4)];
    await its.authority({ of: 'anna' }, 'PLN', { validFrom, validUntil });
    const made = await app.make.complaint();
    expect((await its.refund(made, '1', 'PLN')).state).toBe('pending_approval');
    expect(await its.mine('anna', 'PLN')).toBeUndefined();
    await app.passTime({ days: 2, hours: 1 });
    expect((await its.refund(made, '1', 'PLN')).state).toBe('approved');
    await app.passTime({ days: 2 });
    expect((await its.refund(made, '1', 'PLN')).state).toBe('pending_approval');
  });
});

describe('a refusal', () => {
  it('is for those who could approve, for supervisors, and for whoever proposed it', async () => {
    const made = await app.make.complaint();
    const [first, second] = [await its.refund(made, '5', 'CZK'), await its.refund(made, '6', 'CZK')];
    const reason = { reason: 'Not our fault.' };
    expect(unmet(await its.tell(made, first, 'refuse', reason, 'ben'))).toEqual(['authority_exceeded']);
    expect(expectStatus(200, await its.tell(made, first, 'refuse', reason, 'sam'))).toMatchObject({
      state: 'refused',
      decisionReason: 'Not our fault.',
      decidedBy: { name: 'Sam Supervisor' },
    });
    expect(expectStatus(200, await its.tell(made, second, 'refuse', reason, 'anna')).state).toBe('refused');
    expect(unmet(await its.tell(made, second, 'refuse', reason, 'anna'))).toEqual(['state_not_allowed']);
  });
});

describe('what one may grant', () => {
  it('is nothing on a complaint about oneself, and names who may grant more', async () => {
    await its.authority({ role: 'agent' }, 'BRL');
    await its.authority({ of: 'sue' }, 'BRL', LARGE);
    const about = await app.make.receive({ complainedAboutUserIds: [await app.idOf('ben')] });
    const ben = await its.mine('ben', 'BRL', about);
    expect(ben).toMatchObject({ amount: '0.00', approvers: { roles: ['agent'] } });
    const anna = await its.mine('anna', 'BRL', about);
    expect(anna?.amount).toBe('100.00');
    expect(anna?.approvers).toMatchObject({ roles: [], users: [{ name: 'Sue Supervisor' }] });
    const unknown = await app.as('anna').get(`/v1/me/authority?complaintId=${await app.idOf('anna')}`);
    expect(unknown.status).toBe(400);
  });
});
