import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List } from '../../support/resources.js';
import { lines, recordAccess, records } from './records.js';

const app = useTestApp();

describe('reading a complaint', () => {
  it('is on record with the reader, the complaint and how often, in one entry', async () => {
    const { id } = await app.make.complaint('received');
    const anna = await app.idOf('anna');
    const before = await records(app, { type: 'personal_data.read', accessTo: id });
    await app.as('anna').get(`/v1/complaints/${id}`);
    await app.as('anna').get(`/v1/complaints/${id}`);
    await app.as('anna').get(`/v1/complaints/${id}/facts`);
    const [entry, ...more] = (await records(app, { type: 'personal_data.read', accessTo: id })).slice(
      before.length,
    );
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      actor: { kind: 'user', id: anna, name: 'Anna Agent' },
      subject: { type: 'access_record' },
      complaintId: null,
      data: {
        requests: 3,
        reads: [
          {
            operation: 'getComplaint',
            subjectType: 'complaint',
            subjectId: id,
            times: 2,
            shown: 2,
            searched: 0,
          },
          {
            operation: 'listFacts',
            subjectType: 'complaint',
            subjectId: id,
            times: 1,
            shown: 0,
            searched: 0,
          },
        ],
      },
    });
  });

  it('stands in no timeline and changes no version', async () => {
    const { id, complaint } = await app.make.complaint('received');
    await app.as('ben').get(`/v1/complaints/${id}`);
    await recordAccess(app);
    const now = expectStatus(200, await app.as('ben').get<{ version: number }>(`/v1/complaints/${id}`));
    expect(now.version).toBe(complaint.version);
    const timeline = await app.as('ben').get<List<{ type: string }>>(`/v1/complaints/${id}/timeline`);
    expect(timeline.body.items.map(({ type }) => type)).not.toContain('personal_data.read');
  });

  it('is not on record where nothing was shown: the reader had it already, or it was only asked for', async () => {
    const { id } = await app.make.complaint('received');
    const { headers } = await app.as('sue').get(`/v1/complaints/${id}`);
    const known = await app
      .as('sue')
      .get(`/v1/complaints/${id}`, { 'If-None-Match': headers.get('etag') ?? '' });
    expect(known.status).toBe(304);
    await app.as('sue').send({ method: 'HEAD', path: `/v1/complaints/${id}` });
    const read = await lines(app, { accessTo: id, actorId: await app.idOf('sue') });
    expect(read).toMatchObject([{ operation: 'getComplaint', times: 1 }]);
  });

  it('is on record too where it was a change that changed nothing', async () => {
    const { id, complaint } = await app.make.complaint('received');
    const { subject } = complaint;
    expectStatus(200, await app.as('sam').patch(`/v1/complaints/${id}`, complaint.version, { subject }));
    const other = { subject: 'Broken bed, broken leg' };
    expectStatus(200, await app.as('sam').patch(`/v1/complaints/${id}`, complaint.version, other));
    const read = await lines(app, { accessTo: id, actorId: await app.idOf('sam') });
    expect(read).toMatchObject([{ operation: 'updateComplaint', subjectId: id, times: 1 }]);
  });

  it('is shown to those alone who may search the log', async () => {
    const { id } = await app.make.complaint('received');
    const answer = await app.as('sam').get(`/v1/audit/entries?accessTo=${id}`);
    expect(answer.status).toBe(403);
  });
});

describe('reading a list', () => {
  it('names what it showed, once an hour', async () => {
    const { id } = await app.make.complaint('received');
    const filter = { accessTo: id, actorId: await app.idOf('sam') };
    await app.as('sam').get('/v1/complaints');
    await app.as('sam').get('/v1/complaints');
    const named = (list: Awaited<ReturnType<typeof lines>>) =>
      list.filter(({ subjectId }) => subjectId === id);
    expect(named(await lines(app, filter))).toMatchObject([{ operation: 'listComplaints', times: 1 }]);
    await app.as('sam').get('/v1/complaints');
    expect(named(await lines(app, filter))).toHaveLength(1);
    app.advance({ hours: 1 });
    await app.as('sam').get('/v1/complaints');
    expect(named(await lines(app, filter))).toHaveLength(2);
  });

  it('of a search says that it was one and what was found, and keeps no word', async () => {
    const created = await app.as('ben').post<{ id: string }>('/v1/customers', { name: 'Zoranela Quick' });
    const { id } = expectStatus(201, created);
    expectStatus(200, await app.as('ben').get('/v1/customers?q=zora'));
    const read = await lines(app, { accessTo: id, actorId: await app.idOf('ben') });
    expect(read).toMatchObject([
      { operation: 'listCustomers', subjectId: null, times: 1, shown: 1, searched: 1 },
      { operation: 'listCustomers', subjectType: 'customer', subjectId: id, times: 1 },
    ]);
    expect(JSON.stringify(await records(app, { type: 'personal_data.read' }))).not.toMatch(/zora/i);
  });

  it('of more than two hundred things goes on in a further entry', async () => {
    const anna = app.as('anna');
    const made = Array.from({ length: 201 }, (_, i) => anna.post('/v1/customers', { name: `Many ${i}` }));
    await Promise.all(made);
    for (let path: string | null = '/v1/customers?q=many&limit=100'; path !== null;) {
      const page: { nextCursor: string | null } = expectStatus(
        200,
        await app.as('ada').get<List<{ id: string }>>(path),
      );
      path = page.nextCursor === null ? null : `/v1/customers?q=many&limit=100&cursor=${page.nextCursor}`;
    }
    const entries = await records(app, { type: 'personal_data.read', actorId: await app.idOf('ada') });
    const [first, second] = entries.slice(-2);
    expect(first?.data.reads).toHaveLength(200);
    expect([first?.data.requests, second?.data.requests]).toEqual([3, 0]);
    expect(second?.data.reads?.length).toBeGreaterThan(0);
  });
});

describe('a tracking token', () => {
  it('is on record when it is used, without a name and once an hour', async () => {
    const { id, trackingToken } = await app.make.complaint('received');
    for (let i = 0; i < 3; i++) await app.withToken(trackingToken).get('/v1/tracking');
    const used = await records(app, { type: 'tracking.used', accessTo: id });
    expect(used).toMatchObject([
      {
        actor: { kind: 'complainant', id: null, name: null },
        data: { aboutComplaintId: id },
        complaintId: null,
      },
    ]);
    app.advance({ hours: 1 });
    await app.withToken(trackingToken).get('/v1/tracking');
    expect(await records(app, { type: 'tracking.used', accessTo: id })).toHaveLength(2);
  });
});

describe('roles', () => {
  it('that change are on record as they were and as they are', async () => {
    const ben = await app.idOf('ben');
    const path = `/v1/users/${ben}`;
    const { version } = (await app.as('ada').get<{ version: number }>(path)).body;
    expectStatus(200, await app.as('ada').patch(path, version, { roles: ['supervisor'] }));
    await app.settle();
    const found = await app.as('otto').get<List<{ data: object }>>('/v1/audit/entries?type=user.updated');
    expect(found.body.items.at(-1)?.data).toMatchObject({
      changed: ['roles'],
      rolesBefore: ['agent'],
      roles: ['supervisor'],
    });
  });
});
