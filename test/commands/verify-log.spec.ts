import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { TestLog } from '../audit/test-log.js';
import { Program } from '../support/program.js';
import { cloneDatabase, type TestDatabase } from '../support/template-database.js';

let copy: TestDatabase;
let log: TestLog;

beforeAll(async () => {
  copy = await cloneDatabase();
  log = await TestLog.open(copy.url, [], null);
  await log.escalate(await log.complaint());
  await log.sealer.sealAll();
});
afterEach(() => Program.killAll());
afterAll(async () => {
  await log.close();
  await copy.drop();
});

async function verify(url: string, ...options: string[]): Promise<{ code: number | null; said: string }> {
  const program = new Program({ DATABASE_URL: url }, ['node', 'dist/commands/verify-log.js', ...options]);
  return { code: await program.end(), said: program.output };
}

it('a log in order is said to be so, with exit code 0', async () => {
  const said = 'Entries checked: 1. Nothing is wrong.\n';
  expect(await verify(copy.url)).toEqual({ code: 0, said });
  const compared = `${said}Complaints compared with it: 1. Differences: 0.\n`;
  expect(await verify(copy.url, '--rows')).toEqual({ code: 0, said: compared });
});

it('a row that says something else is named, with exit code 1', async () => {
  await log.database.read(`UPDATE complaints SET state = 'closed'`);
  expect((await verify(copy.url)).code).toBe(0);
  const { code, said } = await verify(copy.url, '--rows');
  expect(code).toBe(1);
  expect(said).toContain('state: the log says received, the row says closed');
  await log.database.read(`UPDATE complaints SET state = 'received'`);
});

it('a key without anything that it has signed is not passed over: exit code 2', async () => {
  const { code, said } = await verify(copy.url, '--key', 'key.txt');
  expect([code, said]).toEqual([2, expect.stringContaining('no checkpoint that the key has signed')]);
});

it('a log that cannot be reached is no finding: exit code 2', async () => {
  const { code, said } = await verify('postgres://nobody:wrong@127.0.0.1:1/amends');
  expect(code).toBe(2);
  expect(said).toContain('DATABASE_URL');
});

it('what is wrong is named, with exit code 1', async () => {
  await log.database.read('ALTER TABLE entries DISABLE TRIGGER ALL');
  await log.database.read(`UPDATE entries SET request_id = 'somebody-else'`);
  const { code, said } = await verify(copy.url);
  expect(code).toBe(1);
  expect(said).toContain('column_changed  position 1');
  expect(said).toContain('request_id');
});
