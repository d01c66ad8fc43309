import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { makeCalendar, type Shown } from './house.js';

const app = useTestApp();
const NOBODY = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

describe('a version', () => {
  it('stays as it was, also when the calendar is deleted', async () => {
    const made = await makeCalendar(app);
    const path = `/v1/calendars/${made.id}`;
    const changed = expectStatus(200, await app.as('ada').patch<Shown>(path, 1, { name: 'Pest' }));
    const stale = await app.as('ada').delete(path, { 'If-Match': '"1"' });
    expectStatus(412, stale);
    expectStatus(204, await app.as('ada').delete(path, { 'If-Match': '"2"' }));
    expectStatus(404, await app.as('ada').get(path));
    expectStatus(404, await app.as('ada').delete(path));
    const first = await app.as('otto').get(`${path}/versions/1`);
    expect(expectStatus(200, first)).toEqual(made);
    expect(first.headers.get('etag')).toBe('"1"');
    expect(expectStatus(200, await app.as('otto').get(`${path}/versions/2`))).toEqual(changed);
  });

  it.each(['3', '0', '01', '1.0', 'one', '99999999999', '-1'])(
    '%s of a calendar of two is absent',
    async (version) => {
      const { id } = await makeCalendar(app);
      expectStatus(200, await app.as('ada').patch(`/v1/calendars/${id}`, 1, { name: 'Pest' }));
      expectStatus(404, await app.as('ada').get(`/v1/calendars/${id}/versions/${version}`));
      expectStatus(404, await app.as('ada').get(`/v1/calendars/${NOBODY}/versions/1`));
    },
  );

  it('is changed by nobody', async () => {
    const { id } = await makeCalendar(app);
    const { database } = app;
    for (const statement of [
      'UPDATE calendar_versions SET version = 2 WHERE calendar_id = $1',
      'DELETE FROM calendar_versions WHERE calendar_id = $1',
    ]) {
      await expect(database.read(statement, [id])).rejects.toMatchObject({ code: '42501' });
    }
  });
});
