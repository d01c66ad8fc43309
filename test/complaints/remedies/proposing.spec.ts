import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { entryTypes, errors, promises, timeline, unmet } from '../steps.js';
import { Remedies } from './remedies.js';

const app = useTestApp();
const its = new Remedies(app);

describe('a remedy', () => {
  it('without money in it is approved at once and promised to the customer in 14 days', async () => {
    const made = await app.make.complaint();
    const remedy = expectStatus(201, await its.ask(made, { type: 'apology' }));
    expect(remedy).toMatchObject({
      state: 'approved',
      money: null,
      decidedBy: { name: 'Anna Agent' },
      approvers: null,
      expiresAt: null,
    });
    const promise = (await promises(app, made)).find(({ id }) => id === remedy.promiseId);
    expect(promise).toMatchObject({ kind: 'action', what: 'Apology', madeBy: { kind: 'user' } });
    const days = (Date.parse(promise?.dueAt ?? '') - Date.parse(promise?.createdAt ?? '')) / 86_400_000;
    expect(days).toBe(14);
    expect(await entryTypes(app, made)).toEqual(
      expect.arrayContaining(['remedy.proposed', 'remedy.approved', 'promise.made']),
    );
  });

  it('within the authority of whoever proposes it is approved at once, with its amount in the log', async () => {
    await its.authority({ role: 'agent' }, 'EUR');
    const made = await app.make.complaint();
    const dueAt = app.inDays(3);
    const asked = await its.ask(made, { money: { amount: '99.5', currency: 'EUR' }, dueAt });
    const remedy = expectStatus(201, asked);
    expect(remedy).toMatchObject({ state: 'approved', money: { amount: '99.50', currency: 'EUR' } });
    expect(asked.headers.get('etag')).toBe(`"${String(remedy.version)}"`);
    const promise = (await promises(app, made)).find(({ id }) => id === remedy.promiseId);
    expect(promise).toMatchObject({ what: 'Refund: 99.50 EUR', dueAt });
    const entry = (await timeline(app, made)).find(({ type }) => type === 'remedy.approved');
    expect(entry?.data).toMatchObject({ type: 'refund', amount: '99.50', currency: 'EUR' });
  });

  it('beyond it waits for somebody else, and says who may approve', async () => {
    await its.authority({ role: 'agent' }, 'USD');
    await its.authority({ role: 'supervisor' }, 'USD', LARGE);
    await its.authority({ of: 'ben' }, 'USD', LARGE);
    const made = await app.make.complaint();
    const remedy = await its.refund(made, '100.01', 'USD');
    expect(remedy).toMatchObject({ state: 'pending_approval', decidedBy: null, promiseId: null });
    expect(remedy.approvers?.roles).toEqual(['supervisor']);
    expect(remedy.approvers?.users.map(({ name }) => name)).toEqual(['Ben Agent']);
    expect((await promises(app, made)).filter(({ kind }) => kind === 'action')).toEqual([]);
  });

  it('with money waits where nothing is said of whoever proposes it, an administrator included', async () => {
    const made = await app.make.complaint();
    for (const by of ['anna', 'sam', 'ada'] as const)
      expect((await its.refund(made, '0.01', 'GBP', by)).state).toBe('pending_approval');
  });

  it('in another currency waits: nothing is converted', async () => {
    await its.authority({ of: 'anna' }, 'CHF', LARGE);
    const made = await app.make.complaint();
    expect((await its.refund(made, '1000', 'CHF')).state).toBe('approved');
    expect((await its.refund(made, '1', 'SEK')).state).toBe('pending_approval');
  });

  it('is new in an open complaint only, and not by somebody complained about', async () => {
    const closed = await app.make.complaint('resolved');
    expect(unmet(await its.ask(closed, { type: 'apology' }))).toEqual(['state_not_allowed']);
    const about = await app.make.receive({ complainedAboutUserIds: [await app.idOf('ben')] });
    expect(unmet(await its.ask(about, { type: 'apology' }, 'ben'))).toEqual(['conflicted']);
    expect((await its.ask(about, { type: 'apology' }, 'otto')).status).toBe(403);
  });
});

const LARGE = { perRemedy: '1000', perComplaint: '5000', perPeriod: '9000' };

/** What is wrong with an amount, whatever the remedy. */
const BAD = [
  ['NaN', 'EUR', '/money/amount is_money'],
  ['1e3', 'EUR', '/money/amount is_money'],
  ['12.345', 'EUR', '/money/amount decimals'],
  ['12.5', 'JPY', '/money/amount decimals'],
  ['-1', 'EUR', '/money/amount is_money'],
  ['+1', 'EUR', '/money/amount is_money'],
  ['01', 'EUR', '/money/amount is_money'],
  ['0', 'EUR', '/money/amount min'],
  ['0.00', 'EUR', '/money/amount min'],
  [50, 'EUR', '/money/amount is_money'],
  [`1${'0'.repeat(30)}`, 'EUR', '/money/amount max'],
  ['1', 'XTS', '/money/currency is_currency'],
  ['1', 'eur', '/money/currency is_currency'],
  ['1', null, '/money/currency required'],
] as const;

it.each(BAD)('%s %s is refused: %s', async (amount, currency, code) => {
  const made = await app.make.complaint();
  expect(errors(await its.ask(made, { money: { amount, currency } }))).toEqual([code]);
});

it('some kinds are nothing without an amount, and words have none', async () => {
  const made = await app.make.complaint();
  const money = { amount: '1', currency: 'EUR' };
  expect(errors(await its.ask(made, { type: 'compensation' }))).toEqual(['/money required']);
  expect(errors(await its.ask(made, { type: 'apology', money }))).toEqual(['/money not_applicable']);
  expectStatus(201, await its.ask(made, { type: 'repair' }));
});
