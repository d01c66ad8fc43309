import { describe, expect, it } from '@jest/globals';
import type { PromiseEntry } from '../../../../src/complaints/promises/explanation/explain.js';
import { courseOf } from '../../../../src/complaints/promises/explanation/explain.js';
import { BusinessCalendar } from '../../../../src/kernel/business-time.js';
import { dueAt } from '../../../../src/kernel/business-time/due.js';
import type { OpeningHours } from '../../../../src/kernel/opening-hours.js';
import { expectStatus } from '../../../support/api.js';
import { useTestApp } from '../../../support/app.js';
import type { Made } from '../../../support/make.js';
import type { Promised } from '../../../support/resources.js';
import { calendar, five, OFFICE, standard } from '../../standards.js';
import { promise, timeline } from '../../steps.js';

const app = useTestApp();

interface Explained {
  rule: {
    target: string;
    time: string;
    zone: string;
    calendar: { id: string; version: number } | null;
  } | null;
  from: string;
  dueAt: string;
  wallSeconds: number;
  countedSeconds: number;
  pausedSeconds: number;
  closedSeconds: number;
  intervals: { from: string; to: string; counts: string }[];
  entries: { id: string; type: string }[];
}

async function explained(made: Made, { id }: Promised): Promise<Explained> {
  const path = `/v1/complaints/${made.id}/promises/${id}/explanation`;
  return expectStatus(200, await app.as('otto').get<Explained>(path));
}

const HOUR = 3600;

describe('the explanation of a promise', () => {
  it('shows business and wall time, lunch and night left out (frappe 3236)', async () => {
    const { id: calendarId } = await calendar(app);
    await standard(app, {
      appliesTo: { tiers: ['office'] },
      calendarId,
      promises: five({ acknowledge: 'PT8H' }, 'business'),
    });
    const made = await app.make.receive({ tier: 'office', receivedAt: '2026-11-23T10:00:00.000Z' });
    const why = await explained(made, await promise(app, made, 'acknowledge'));
    expect(why.rule).toMatchObject({
      target: 'PT8H',
      time: 'business',
      zone: 'Europe/Budapest',
      calendar: { id: calendarId, version: 1 },
    });
    expect([why.countedSeconds, why.wallSeconds]).toEqual([8 * HOUR, 25 * HOUR]);
    expect(
      why.intervals.map(({ from, to, counts }) => `${from.slice(8, 16)} ${to.slice(8, 16)} ${counts}`),
    ).toEqual([
      '23T10:00 23T11:00 counted',
      '23T11:00 23T12:00 closed',
      '23T12:00 23T16:00 counted',
      '23T16:00 24T08:00 closed',
      '24T08:00 24T11:00 counted',
    ]);
    expect(why.entries.map(({ type }) => type)).toEqual(['promise.made']);
  });

  it('shows what waited for the customer, and adds up', async () => {
    const made = await app.make.complaint('awaiting_customer');
    app.advance({ days: 2 });
    await app.make.byCustomer(made, 'messages', { body: 'The left one.' }, 201);
    const why = await explained(made, await promise(app, made, 'resolve'));
    expect(why.pausedSeconds).toBeGreaterThanOrEqual(2 * 24 * HOUR);
    expect(why.countedSeconds).toBe(28 * 24 * HOUR);
    expect(why.countedSeconds + why.pausedSeconds + why.closedSeconds).toBe(why.wallSeconds);
    expect(why.intervals.map(({ counts }) => counts)).toEqual(['counted', 'paused', 'counted']);
    expect(why.entries.map(({ type }) => type)).toEqual([
      'promise.made',
      'promise.paused',
      'promise.recomputed',
    ]);
  });

  it('can be made again from the entries and the calendar alone, whatever happened', async () => {
    const { id: calendarId } = await calendar(app);
    const promised = five({ resolve: 'P5D' }, 'business');
    await standard(app, { appliesTo: { tiers: ['again'] }, calendarId, promises: promised });
    const made = await app.make.complaint('awaiting_customer', { tier: 'again' });
    app.advance({ days: 1 });
    await app.make.byCustomer(made, 'messages', { body: 'The left one.' }, 201);
    const { id, dueAt: due } = await promise(app, made, 'resolve');
    const entries = (await timeline(app, made)).filter(({ subject }) => subject.id === id);
    const course = courseOf(entries as unknown as PromiseEntry[]);
    const hours: OpeningHours = { ...OFFICE, holidays: [], exceptions: [], moves: [] };
    const clock = { zone: OFFICE.zone, calendar: new BusinessCalendar(hours) };
    const pauses = course.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
    if (!course.rule) throw new Error('it is counted by a rule');
    expect(dueAt(course.rule, course.from, clock, pauses).toISOString()).toBe(due);
  });

  it('of what a person promised has no rule, and of no promise is not there', async () => {
    const made = await app.make.complaint('in_progress');
    const call = await app.make.callback(made);
    expect(await explained(made, call)).toMatchObject({ rule: null, dueAt: call.dueAt, closedSeconds: 0 });
    const other = await app.make.complaint();
    const path = `/v1/complaints/${other.id}/promises/${call.id}/explanation`;
    expect((await app.as('anna').get(path)).status).toBe(404);
  });
});
