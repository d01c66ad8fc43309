import { expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Complaint, Fact, List, Problem } from '../../support/resources.js';
import { attempt, timeline, unmet } from '../steps.js';
import { merge } from './merges.js';

const app = useTestApp();

const factsOf = async ({ id }: Made) =>
  expectStatus(200, await app.as('otto').get<List<Fact>>(`/v1/complaints/${id}/facts`)).items;

it('the complaint that goes on has the higher level and the tags of both', async () => {
  const made = await app.make.complaint('received', { tags: ['delivery', 'bed'] });
  const into = await app.make.complaint('received', { tags: ['damage', 'bed'] });
  const escalate = async (one: Made) =>
    expectStatus(
      200,
      await app.as('anna').post(`/v1/complaints/${one.id}/actions/escalate`, { reason: 'She asks for it.' }),
    );
  await escalate(made);
  await escalate(made);
  await merge(app, made, into);
  expect(await app.make.read(into)).toMatchObject({ level: 2, tags: ['damage', 'bed', 'delivery'] });
  expect(await app.make.read(made)).toMatchObject({ level: 2, tags: ['delivery', 'bed'] });
  const absorbed = (await timeline(app, into)).find(({ type }) => type === 'complaint.absorbed');
  expect(absorbed?.data).toMatchObject({ level: 2, tags: ['damage', 'bed', 'delivery'], factIds: [] });

  const last = await app.make.complaint('received', { tags: Array.from({ length: 50 }, (_, n) => `t${n}`) });
  await escalate(last);
  await merge(app, into, last);
  const { level, tags } = await app.make.read(last);
  expect([level, tags]).toEqual([2, last.complaint.tags]);
});

it('what was claimed and not settled is settled before the decision about both', async () => {
  const [made, into] = [await app.make.complaint('in_progress'), await app.make.complaint('in_progress')];
  const statement = 'The invoice named an ottoman.';
  const claimed = await app.make.fact(made, { statement, standing: 'claimed' });
  const before = await factsOf(made);
  await merge(app, made, into);

  const carried = (await factsOf(into)).find(({ id }) => id === claimed.id);
  expect(carried).toMatchObject({ statement, standing: 'claimed', version: claimed.version + 1 });
  expect(await factsOf(made)).toEqual(before.filter(({ id }) => id !== claimed.id));
  const absorbed = (await timeline(app, into)).find(({ type }) => type === 'complaint.absorbed');
  expect(absorbed?.data).toMatchObject({ factIds: [claimed.id] });
  const found = await app.as('anna').get<List<Complaint>>('/v1/complaints?q=ottoman&state=open');
  expect(found.body.items.map(({ id }) => id)).toEqual([into.id]);

  const refused = await attempt(app, into, 'resolve', 'anna');
  expect(unmet(refused)).toContain('facts_unsettled');
  expect(refused.body.unmet?.find(({ code }) => code === 'facts_unsettled')?.ids).toEqual([claimed.id]);
  const path = `/v1/complaints/${into.id}/facts/${claimed.id}`;
  const settled = { standing: 'confirmed', reason: 'The invoice.' };
  expect((await app.as('anna').patch<Problem>(path, claimed.version, settled)).status).toBe(412);
  expectStatus(200, await app.as('anna').patch(path, claimed.version + 1, settled));
  expect((await attempt(app, into, 'resolve', 'anna')).status).toBe(200);
});
