import { describe, expect, it } from '@jest/globals';
import { STATES } from '../../../src/complaints/complaint.states.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Reachable } from '../../support/make.js';
import { merge } from '../merging/merges.js';
import { entryTypes, errors, timeline, unmet } from '../steps.js';
import { Referrals } from './referrals.js';

const app = useTestApp();
const its = new Referrals(app);

describe('a referral', () => {
  it.each(Object.keys(STATES) as Reachable[])(
    'can be put on record while a complaint is %s',
    async (state) => {
      const made = await app.make.complaint(state);
      const asked = await its.ask(made);
      if (state === 'merged') {
        expect(unmet(asked)).toEqual(['state_not_allowed']);
        return;
      }
      expect(expectStatus(201, asked)).toMatchObject({
        ...{ state: 'open', outcome: null, decidedAt: null, award: null, version: 1 },
        ...{ recordedBy: { name: 'Anna Agent' }, outcomeRecordedBy: null },
      });
      expect(asked.headers.get('location')).toBe(`/v1/complaints/${made.id}/referrals/${asked.body.id}`);
      const now = await app.make.read(made);
      expect([now.state, now.openReferrals]).toEqual([state, 1]);
    },
  );

  it('is decided once, with what the house has to pay', async () => {
    const made = await app.make.complaint('closed');
    const one = await its.made(made, { reference: 'BO-7', note: 'By letter.' });
    const award = { amount: '120.5', currency: 'EUR' };
    const told = await its.decided(made, one, { outcome: 'partly_for_customer', award });
    expect(told).toMatchObject({
      ...{ state: 'decided', outcome: 'partly_for_customer', version: 2 },
      ...{ award: { amount: '120.50', currency: 'EUR' }, outcomeRecordedBy: { name: 'Anna Agent' } },
    });
    expect(unmet(await its.tell(made, one.id))).toEqual(['state_not_allowed']);
    expect(await app.make.read(made)).toMatchObject({ state: 'closed', openReferrals: 0, closesAt: null });
    const entries = (await timeline(app, made)).filter(({ type }) => type.startsWith('referral.'));
    expect(entries.map(({ type, data }) => [type, data])).toEqual([
      [
        'referral.made',
        expect.objectContaining({
          kind: 'ombudsman',
          body: 'Bed Ombudsman',
          reference: 'BO-7',
          note: 'By letter.',
        }),
      ],
      ['referral.decided', expect.objectContaining({ outcome: 'partly_for_customer', amount: '120.50' })],
    ]);
  });

  it('is made once under one Idempotency-Key, and decided once under another', async () => {
    const made = await app.make.complaint();
    const body = { body: 'A court', kind: 'court', referredBy: 'house', referredAt: app.inDays(-1) };
    const path = `/v1/complaints/${made.id}/referrals`;
    const keyed = (key: string) => ({ 'Idempotency-Key': `referral-${key}-${made.id}` });
    const send = () => app.as('anna').post<{ id: string }>(path, body, keyed('made'));
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await its.list(made)).toHaveLength(1);
    const outcome = { outcome: 'not_taken_up', decidedAt: app.inDays(0), summary: 'Too small.' };
    const tell = () =>
      app.as('anna').post(`${path}/${first.body.id}/actions/record-outcome`, outcome, keyed('told'));
    expect([(await tell()).status, (await tell()).status]).toEqual([200, 200]);
    expect((await entryTypes(app, made)).filter((type) => type === 'referral.decided')).toHaveLength(1);
  });

  it('is known by its version', async () => {
    const made = await app.make.complaint();
    const one = await its.made(made);
    const path = `/v1/complaints/${made.id}/referrals/${one.id}/actions/record-outcome`;
    const body = { outcome: 'withdrawn', decidedAt: app.inDays(0), summary: 'Taken back.' };
    const headers = { 'If-Match': '"7"' };
    expectStatus(412, await app.as('anna').send({ method: 'POST', path, body, headers }));
    expectStatus(
      200,
      await app.as('anna').send({ method: 'POST', path, body, headers: { 'If-Match': '"1"' } }),
    );
    expect((await its.read(made, one.id)).headers.get('etag')).toBe('"2"');
  });

  it('is found by the id of its own complaint only', async () => {
    const [made, other] = [await app.make.complaint(), await app.make.complaint()];
    const one = await its.made(made);
    expectStatus(404, await its.read(other, one.id));
    expectStatus(404, await its.tell(other, one.id));
    expectStatus(404, await its.ask({ id: one.id }));
    expectStatus(404, await its.read(made, 'nonsense'));
    expect(await its.list(made)).toHaveLength(1);
    expect(await its.list(other)).toEqual([]);
    expectStatus(200, await its.read(made, one.id));
  });

  it('is written by staff, and by nobody who is complained about', async () => {
    const made = await app.make.complaint('in_progress');
    expectStatus(403, await its.ask(made, {}, 'otto'));
    const one = await its.made(made);
    expectStatus(403, await its.tell(made, one.id, {}, 'otto'));
    const { version } = await app.make.read(made);
    const complainedAboutUserIds = [await app.idOf('ben')];
    const change = { complainedAboutUserIds };
    expectStatus(200, await app.as('sam').patch(`/v1/complaints/${made.id}`, version, change));
    expect(unmet(await its.ask(made, {}, 'ben'))).toEqual(['conflicted']);
    expect(unmet(await its.tell(made, one.id, {}, 'ben'))).toEqual(['conflicted']);
    expectStatus(200, await its.tell(made, one.id, {}, 'sam'));
  });
});

describe('what cannot be', () => {
  it('is refused all at once', async () => {
    const made = await app.make.complaint();
    const bad = {
      body: 'a\u0000',
      kind: 'friend',
      referredBy: 'nobody',
      referredAt: app.inDays(1),
      extra: 1,
    };
    expect(errors(await its.ask(made, bad))).toEqual([
      '/body bad_characters',
      '/extra unknown_property',
      '/kind is_enum',
      '/referredAt max',
      '/referredBy is_enum',
    ]);
    expect(await its.list(made)).toEqual([]);
  });

  it('is no outcome: too early, in the future, with money where none is owed or that is none', async () => {
    const made = await app.make.complaint();
    const one = await its.made(made);
    const refused = async (body: object) => errors(await its.tell(made, one.id, body));
    expect(await refused({ decidedAt: app.inDays(-2) })).toEqual(['/decidedAt min']);
    expect(await refused({ decidedAt: app.inDays(1) })).toEqual(['/decidedAt max']);
    const of = (amount: string, currency = 'EUR', outcome = 'for_customer') => ({
      ...{ outcome, award: { amount, currency } },
    });
    expect(await refused(of('5', 'EUR', 'for_house'))).toEqual(['/award not_applicable']);
    expect(await refused(of('5.5', 'JPY'))).toEqual(['/award/amount decimals']);
    expect(await refused(of('0'))).toEqual(['/award/amount min']);
    expect(await refused(of('-5'))).toEqual(['/award/amount is_money']);
    expect(await refused(of('5', 'XYZ'))).toEqual(['/award/currency is_currency']);
    expect(await refused({ summary: ' ', outcome: null })).toEqual([
      '/outcome required',
      '/summary not_blank',
    ]);
    expect((await its.list(made)).map(({ state }) => state)).toEqual(['open']);
  });
});

it('what is open goes on with the complaint that another one was merged into', async () => {
  const [made, into] = [await app.make.complaint(), await app.make.complaint()];
  const [open, over] = [await its.made(made), await its.made(made, { kind: 'adr' })];
  await its.decided(made, over);
  await merge(app, made, into);
  expect((await its.list(made)).map(({ id }) => id)).toEqual([over.id]);
  expect((await its.list(into)).map(({ id }) => id)).toEqual([open.id]);
  expect((await app.make.read(made)).openReferrals).toBe(0);
  expect((await app.make.read(into)).openReferrals).toBe(1);
  const absorbed = (await timeline(app, into)).find(({ type }) => type === 'complaint.absorbed');
  expect(absorbed?.data).toMatchObject({ referralIds: [open.id] });
  expect((await its.decided(into, open)).state).toBe('decided');
  expect(await entryTypes(app, into)).toContain('referral.decided');
});
