import { expect, it } from '@jest/globals';
import { LogCheckJob } from '../../../src/audit/verification/log-check.job.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';

const app = useTestApp();

interface Checked {
  at: string;
  data: { entries: number; findings: number; firstCode: string | null; firstPosition: number | null };
}

async function checks(): Promise<Checked[]> {
  await app.settle();
  const answer = await app.as('otto').get<{ items: Checked[] }>('/v1/audit/entries?type=log.checked');
  return expectStatus(200, answer).items;
}

it('the whole log is checked once a day, and what was found is on record', async () => {
  await app.make.complaint('acknowledged');
  const job = app.get(LogCheckJob);
  await Promise.all([job.askIfDue(), job.askIfDue()]);
  const first = await checks();
  expect(first).toHaveLength(1);
  expect(first[0]?.data).toMatchObject({ findings: 0, firstCode: null, firstPosition: null });
  expect(first[0]?.data.entries).toBeGreaterThan(3);

  await job.askIfDue();
  expect(await checks()).toHaveLength(1);
  app.advance({ days: 1 });
  await job.askIfDue();
  expect(await checks()).toHaveLength(2);
  const ready = await app.anonymous.get<{ conditions: object[] }>('/health/ready');
  expect(ready.body.conditions).toEqual([]);
});
