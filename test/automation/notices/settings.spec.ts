import { expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List, LogEntry, Problem } from '../../support/resources.js';
import { errors } from '../../complaints/steps.js';
import { choose, settingsOf } from './notices.js';

const app = useTestApp();
const PATH = '/v1/me/notices';

it('is usual for whoever chose nothing, and each chooses for themselves', async () => {
  const usual = await settingsOf(app, 'anna');
  expect(usual).toMatchObject({
    assigned: 'at_once',
    warning: 'digest',
    digestAt: '08:00',
    quiet: null,
    version: 1,
  });
  const quiet = { from: '20:00', until: '07:00' };
  const chosen = await choose(app, 'anna', { warning: 'off', zone: 'Europe/Budapest', quiet });
  expect(chosen).toEqual({ ...usual, warning: 'off', zone: 'Europe/Budapest', quiet, version: 2 });
  expect(await settingsOf(app, 'anna')).toEqual(chosen);
  expect(await settingsOf(app, 'ben')).toMatchObject({ warning: 'digest', quiet: null, version: 1 });
  expect(await choose(app, 'anna', { warning: 'off', quiet })).toEqual(chosen);
  expect(await choose(app, 'anna', { quiet: null })).toMatchObject({ quiet: null, version: 3 });
  await app.settle();
  const log = await app.as('otto').get<List<LogEntry>>('/v1/audit/entries?type=notice_settings.changed');
  const { items } = expectStatus(200, log);
  expect(items.map(({ data }) => [data.changed, data.quietFrom])).toEqual(
    expect.arrayContaining([
      [['warning', 'zone', 'quietFrom', 'quietUntil'], '20:00'],
      [['quietFrom', 'quietUntil'], null],
    ]),
  );
  expect(items).toHaveLength(2);
});

it('takes only what there is, and only what was seen', async () => {
  const change = (body: object, version: number | null = 1) =>
    app.as('ben').patch<Problem>(PATH, version, body);
  expect(errors(await change({ reply: 'sometimes', digestAt: '24:00', zone: 'Budapest' }))).toEqual([
    '/digestAt pattern',
    '/reply is_enum',
    '/zone not_found',
  ]);
  expect(errors(await change({ quiet: { from: '20:00', until: '20:00' } }))).toEqual([
    '/quiet/until not_applicable',
  ]);
  expect(errors(await change({ quiet: { from: '20:00' }, reply: null }))).toEqual([
    '/quiet/until required',
    '/reply required',
  ]);
  expectStatus(428, await change({ reply: 'off' }, null));
  expectStatus(412, await change({ reply: 'off' }, 2));
  expectStatus(200, await change({ reply: 'off' }));
  expectStatus(412, await change({ reply: 'digest' }));
  expectStatus(403, await app.as('otto').get(PATH));
  expectStatus(403, await app.as('otto').patch(PATH, 1, { reply: 'off' }));
});
