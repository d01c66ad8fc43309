import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readHeldCheckpoint } from '../../../src/audit/tree/held-checkpoint.js';
import { LogCheckJob } from '../../../src/audit/verification/log-check.job.js';
import { verifyLog } from '../../../src/audit/verification/verification.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';

const AUDITOR = 'audit@example.org';
const app = useTestApp({ mail: true, env: { AUDITOR_EMAIL: AUDITOR } });

/** Once what was written is signed. */
async function check(): Promise<void> {
  await app.settle();
  await eventually(async () => expectStatus(200, await app.as('otto').get('/v1/audit/checkpoints/latest')));
  await app.get(LogCheckJob).askIfDue();
  await app.settle();
}

it('an auditor gets the signed checkpoint once a day, and holds the log against it', async () => {
  await app.make.complaint('acknowledged');
  await check();
  const [mail, ...more] = app.mailbox.to(AUDITOR);
  expect(more).toEqual([]);
  expect(mail?.subject).toMatch(/^The log on \d{4}-\d\d-\d\d: \d+ entries, nothing is wrong$/);

  const text = mail?.text ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'amends-checkpoint-'));
  const file = join(folder, 'checkpoint.txt');
  await writeFile(file, `${text.slice(text.indexOf('127.0.0.1/v1/audit\n')).trimEnd()}\n`);
  const held = await readHeldCheckpoint(file);
  await rm(folder, { recursive: true });
  expect(held.size).toBeGreaterThan(3);
  expect((await verifyLog(app.database, { held })).findings).toEqual([]);
  const forged = { ...held, size: held.size + 1_000_000 };
  expect((await verifyLog(app.database, { held: forged })).findings).not.toEqual([]);

  app.advance({ days: 1 });
  await check();
  expect(app.mailbox.to(AUDITOR)).toHaveLength(2);
});

it('and none twice, when the entry comes again or the mail server is away', async () => {
  const before = app.mailbox.to(AUDITOR).length;
  app.mailbox.failNext(450);
  app.advance({ days: 1 });
  await check();
  app.advance({ hours: 1 });
  await app.settle();
  await eventually(() => {
    expect(app.mailbox.to(AUDITOR)).toHaveLength(before + 1);
  });
  const [{ name } = { name: '' }] = expectStatus(
    200,
    await app.as('ada').get<{ items: { name: string }[] }>('/v1/subscriptions?limit=100'),
  ).items.filter((one) => one.name.startsWith('CheckpointMail'));
  const replay = { after: 0, reason: 'To see whether it writes again.' };
  expectStatus(200, await app.as('ada').post(`/v1/subscriptions/${name}/actions/replay`, replay));
  await app.settle();
  expect(app.mailbox.to(AUDITOR)).toHaveLength(before + 1);
});
