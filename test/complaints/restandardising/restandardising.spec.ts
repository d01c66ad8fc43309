import { afterEach, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Complaint, Problem } from '../../support/resources.js';
import { changed, five, retired, standard, type StandardShown } from '../standards.js';
import { attempt, entryTypes, errors, promise, timeline } from '../steps.js';

const app = useTestApp();

const HOUR = 3_600_000;
const made: StandardShown[] = [];

async function use(body: object): Promise<StandardShown> {
  const one = await standard(app, body);
  made.push(one);
  return one;
}

afterEach(async () => {
  for (const one of made.splice(0)) {
    const { body } = await app.as('ada').get<StandardShown>(`/v1/standards/${one.id}`);
    await retired(app, body);
  }
});

const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / HOUR;

async function patched(one: Made, body: object): Promise<Complaint> {
  const { version } = await app.make.read(one);
  return expectStatus(200, await app.as('anna').patch<Complaint>(`/v1/complaints/${one.id}`, version, body));
}

function restandardise(one: Made, body: object = {}, by: 'sam' | 'anna' = 'sam') {
  const path = `/v1/complaints/${one.id}/actions/restandardise`;
  return app.as(by).post<Complaint & Problem>(path, { reason: 'A new promise to all.', ...body });
}

describe('the standard of a complaint', () => {
  it('is the first that fits, by tier, channel, severity and language', async () => {
    const gold = await use({ appliesTo: { tiers: ['gold'] }, promises: five({ acknowledge: 'PT4H' }) });
    const phone = await use({ appliesTo: { channels: ['phone'], languages: ['hu'] } });
    const both = await app.make.receive({ tier: 'gold', channel: 'phone', language: 'hu' });
    const called = await app.make.receive({ channel: 'phone', language: 'hu-HU' });
    const other = await app.make.receive({ channel: 'phone' });
    expect(both.complaint.standard).toEqual({ id: gold.id, version: 1 });
    expect(called.complaint.standard.id).toBe(phone.id);
    expect(other.complaint.standard.id).not.toBe(phone.id);
    const { dueAt } = await promise(app, both, 'acknowledge');
    expect(hours(both.complaint.receivedAt, dueAt)).toBe(4);
  });

  it('stays in the version that the complaint began with, until it is measured anew', async () => {
    const slow = await use({ appliesTo: { tiers: ['slow'] }, promises: five({ resolve: 'P20D' }) });
    const one = await app.make.receive({ tier: 'slow' });
    await changed(app, slow, { promises: five({ resolve: 'P10D' }) });
    await patched(one, { tags: ['bed'] });
    expect((await app.make.read(one)).standard.version).toBe(1);
    expect(hours(one.complaint.receivedAt, (await promise(app, one, 'resolve')).dueAt)).toBe(480);
    const anew = expectStatus(200, await restandardise(one));
    expect(anew.standard).toEqual({ id: slow.id, version: 2 });
    expect(hours(one.complaint.receivedAt, (await promise(app, one, 'resolve')).dueAt)).toBe(240);
    expect(await entryTypes(app, one)).toEqual(
      expect.arrayContaining(['complaint.restandardised', 'promise.recomputed']),
    );
  });

  it('changes by itself where severity, tier or category lead to another one, with old and new on record', async () => {
    const urgent = await use({ appliesTo: { severities: ['critical'] }, promises: five({ resolve: 'P2D' }) });
    const one = await app.make.receive({ severity: 'low' });
    const before = await promise(app, one, 'resolve');
    const after = await patched(one, { severity: 'critical' });
    expect(after.standard.id).toBe(urgent.id);
    const { dueAt } = await promise(app, one, 'resolve');
    expect(hours(one.complaint.receivedAt, dueAt)).toBe(48);
    const entry = (await timeline(app, one)).find(
      ({ type, data }) => type === 'promise.recomputed' && (data as { kind: string }).kind === 'resolve',
    );
    expect(entry?.data).toMatchObject({ formerDueAt: before.dueAt, dueAt, cause: 'standard' });
  });

  it('never makes a date later that the customer was told', async () => {
    await use({ appliesTo: { severities: ['low'] }, promises: five({ resolve: 'P90D' }) });
    const one = await app.make.receive({ severity: 'high' });
    const { dueAt } = await promise(app, one, 'resolve');
    await patched(one, { severity: 'low' });
    expect((await promise(app, one, 'resolve')).dueAt).toBe(dueAt);
    const untold = await app.make.receive({ severity: 'high', answerVia: 'letter' });
    const early = await promise(app, untold, 'resolve');
    await patched(untold, { severity: 'low' });
    expect(hours(early.dueAt, (await promise(app, untold, 'resolve')).dueAt)).toBe(62 * 24);
  });

  it('is assessed with the facts, too', async () => {
    const urgent = await use({ appliesTo: { severities: ['high'] }, promises: five({ resolve: 'P3D' }) });
    const one = await app.make.complaint('acknowledged');
    await app.make.fact(one);
    const { body } = await attempt(app, one, 'establish-facts');
    expect((body as unknown as Complaint).standard.id).toBe(urgent.id);
  });

  it('gives its time from now on where it would have been over before anybody knew', async () => {
    await use({ appliesTo: { severities: ['critical'] }, promises: five({ resolve: 'P2D' }) });
    const one = await app.make.complaint('acknowledged');
    app.advance({ days: 5 });
    await patched(one, { severity: 'critical' });
    const { dueAt } = await promise(app, one, 'resolve');
    expect(hours(app.now().toISOString(), dueAt)).toBeCloseTo(48, 1);
  });

  it('pause survives a change of standard (GLPI 15605)', async () => {
    const other = await use({ appliesTo: { tiers: ['gold'] }, promises: five({ resolve: 'P20D' }) });
    const one = await app.make.complaint('awaiting_customer');
    const { receivedAt } = one.complaint;
    app.advance({ days: 2 });
    await app.make.byCustomer(one, 'messages', { body: 'The left one.' }, 201);
    await app.make.act(one, 'ask-customer', { question: 'Sure?', replyBy: app.inDays(9) });
    app.advance({ days: 1 });
    await patched(one, { tier: 'gold' });
    const waiting = await promise(app, one, 'resolve');
    expect(waiting.pausedSince).not.toBeNull();
    expect(hours(receivedAt, waiting.dueAt) / 24).toBeCloseTo(20 + 2, 2);
    app.advance({ days: 3 });
    await app.make.byCustomer(one, 'messages', { body: 'Yes.' }, 201);
    expect(hours(receivedAt, (await promise(app, one, 'resolve')).dueAt) / 24).toBeCloseTo(20 + 2 + 4, 2);
    expect((await app.make.read(one)).standard.id).toBe(other.id);
  });

  it('is chosen by a supervisor, by name or as it fits, and by nobody else', async () => {
    const named = await use({ appliesTo: { tiers: ['nobody'] } });
    const one = await app.make.complaint('in_progress');
    expect((await restandardise(one, {}, 'anna')).status).toBe(403);
    expect(errors(await restandardise(one, { standardId: one.id }))).toEqual(['/standardId not_found']);
    expect(expectStatus(200, await restandardise(one, { standardId: named.id })).standard.id).toBe(named.id);
    const done = await app.make.complaint('resolved');
    expect(expectStatus(409, await restandardise(done)).unmet?.[0]?.code).toBe('state_not_allowed');
  });
});
