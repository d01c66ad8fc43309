import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../support/app.js';
import { records } from './records.js';

const app = useTestApp();

describe('searching the log', () => {
  it('is on record, with the complaint where it was narrowed to one', async () => {
    const { id } = await app.make.complaint('received');
    await app.as('otto').get(`/v1/audit/entries?complaintId=${id}`);
    const found = await records(app, { type: 'log.read', accessTo: id });
    expect(found).toMatchObject([
      {
        actor: { name: 'Otto Auditor' },
        data: { reads: expect.arrayContaining([expect.objectContaining({ subjectId: id, times: 1 })]) },
      },
    ]);
  });

  it('again and again from a position is named once an hour', async () => {
    const ada = await app.idOf('ada');
    const follow = () => app.as('ada').get('/v1/audit/entries?after=100000');
    await follow();
    const once = await records(app, { type: 'log.read', actorId: ada });
    await follow();
    expect(await records(app, { type: 'log.read', actorId: ada })).toHaveLength(once.length);
    expect(once.at(-1)?.data.reads).toMatchObject([{ operation: 'listEntries', times: 1 }]);
  });
});

describe('following the log', () => {
  it('is no way to search it without being on record', async () => {
    const ada = await app.idOf('ada');
    for (const type of ['user.created', 'user.updated', 'user.updated'])
      await app.as('ada').get(`/v1/audit/entries?after=0&type=${type}`);
    const [read] = (await records(app, { type: 'log.read', actorId: ada })).slice(-1);
    expect(read?.data.reads).toMatchObject([{ operation: 'listEntries', times: 2 }]);
  });

  it('by Last-Event-ID is named once an hour too: nobody is told of their own reading at each return', async () => {
    const sue = await app.idOf('sue');
    const follow = () =>
      app.as('sue').get('/v1/events/stream?follow=false&types=cause.*', { 'Last-Event-ID': '1' });
    await follow();
    expect(await records(app, { type: 'log.read', actorId: sue })).toHaveLength(1);
    await follow();
    expect(await records(app, { type: 'log.read', actorId: sue })).toHaveLength(1);
  });

  it('is not what such a header says of a search', async () => {
    const ada = await app.idOf('ada');
    for (let i = 0; i < 2; i++)
      await app.as('ada').get('/v1/audit/entries?type=cause.created', { 'Last-Event-ID': '1' });
    const [read] = (await records(app, { type: 'log.read', actorId: ada })).slice(-1);
    expect(read?.data.reads).toMatchObject([{ operation: 'listEntries', times: 2 }]);
  });

  it('counts what a piece of the feed showed', async () => {
    await app.make.complaint('acknowledged');
    await app.settle();
    await app.as('sam').get('/v1/events?after=0&limit=7&types=complaint.*');
    const [read] = await records(app, { type: 'log.read', actorId: await app.idOf('sam') });
    const [line] = read?.data.reads ?? [];
    expect(line).toMatchObject({ operation: 'listEvents', times: 1 });
    expect(line?.shown).toBeGreaterThan(1);
  });
});
