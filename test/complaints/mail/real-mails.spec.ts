import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { InboundMails, REPLIES } from './mails.js';

/** Collections of mails of others, beside the project where somebody has put them; they are never copied into it. */
const FOLDER = resolve(process.env.MAILS ?? '../shared/data/email');
/** Of so many files one is taken in; of all of them with `ALL_MAILS=1`. */
const EVERY = process.env.ALL_MAILS ? 1 : 25;

const app = useTestApp({ mail: true, env: REPLIES });
const mails = new InboundMails(app);

function chosen(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
    .sort()
    .filter((_, index) => index % EVERY === 0);
}

it('every real mail is taken in or kept and shown, and twice is once', async () => {
  const decisions: Record<string, number> = {};
  const ids = new Set<string>();
  for (const path of chosen()) {
    const mail = readFileSync(path);
    if (mail.length === 0) continue;
    const first = expectStatus(201, await mails.tried(mail));
    expect(expectStatus(201, await mails.tried(mail))).toEqual(first);
    expect({ path, kept: first.kept, size: first.size }).toEqual({ path, kept: true, size: mail.length });
    ids.add(first.id);
    decisions[first.decision] = (decisions[first.decision] ?? 0) + 1;
  }
  const [row] = await app.database.read<{ count: number }>(
    'SELECT count(*)::int AS count FROM inbound_mails',
  );
  expect(row?.count).toBe(ids.size);
  expect(ids.size > 0).toBe(existsSync(FOLDER));
  process.stdout.write(`${JSON.stringify(decisions)}\n`);
  await app.settle();
}, 1_800_000);
