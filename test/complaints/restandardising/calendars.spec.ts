import { afterEach, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import type { Problem } from '../../support/resources.js';
import { calendar, changed, five, retired, standard, type StandardShown } from '../standards.js';
import { entryTypes, promise, timeline } from '../steps.js';

const app = useTestApp();

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

describe('a calendar', () => {
  it('counts the opening hours, lunch left out (Chatwoot 14009, frappe 2212)', async () => {
    const { id: calendarId } = await calendar(app);
    await use({
      appliesTo: { tiers: ['office'] },
      calendarId,
      promises: five({ acknowledge: 'PT8H' }, 'business'),
    });
    const one = await app.make.receive({ tier: 'office', receivedAt: '2026-11-23T10:00:00.000Z' });
    expect((await promise(app, one, 'acknowledge')).dueAt).toBe('2026-11-24T11:00:00.000Z');
  });

  it('that changes counts open promises anew, with an entry of old and new', async () => {
    const { id: calendarId, version } = await calendar(app);
    await use({
      appliesTo: { tiers: ['office'] },
      calendarId,
      promises: five({ resolve: 'P3D' }, 'business'),
    });
    const one = await app.make.receive({
      tier: 'office',
      answerVia: 'letter',
      receivedAt: app.now().toISOString(),
    });
    const { dueAt } = await promise(app, one, 'resolve');
    const path = `/v1/calendars/${calendarId}`;
    const holidays = [{ date: dueAt.slice(0, 10), name: 'All day off' }];
    expectStatus(200, await app.as('ada').patch(path, version, { holidays }));
    await eventually(async () => {
      expect(Date.parse((await promise(app, one, 'resolve')).dueAt)).toBeGreaterThan(Date.parse(dueAt));
    }, 10_000);
    const entry = (await timeline(app, one)).find(({ type }) => type === 'promise.recomputed');
    expect(entry).toMatchObject({
      actor: { kind: 'system', name: 'calendar' },
      data: { cause: 'calendar', formerDueAt: dueAt },
    });
  });

  it('that only gets another name counts nothing anew', async () => {
    const { id: calendarId, version } = await calendar(app);
    await use({
      appliesTo: { tiers: ['named'] },
      calendarId,
      promises: five({ resolve: 'P3D' }, 'business'),
    });
    const one = await app.make.receive({ tier: 'named' });
    expectStatus(200, await app.as('ada').patch(`/v1/calendars/${calendarId}`, version, { name: 'Another' }));
    await app.settle();
    expect(await entryTypes(app, one)).not.toContain('promise.recomputed');
  });

  it('that a standard uses, in whichever of its versions, cannot be deleted', async () => {
    const { id: calendarId, version } = await calendar(app);
    const used = await use({ appliesTo: { tiers: ['office'] }, calendarId });
    const remove = () =>
      app.as('ada').delete<Problem>(`/v1/calendars/${calendarId}`, { 'If-Match': `"${String(version)}"` });
    expect(expectStatus(409, await remove()).code).toBe('calendar_in_use');
    await changed(app, used, { calendarId: null });
    expect(expectStatus(409, await remove()).code).toBe('calendar_in_use');
  });
});
