import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANNA, callBy, TestLog, useTestLog } from './test-log.js';

const owner = useTestLog(null);
let app: TestLog;
let complaint: string;

beforeAll(async () => {
  complaint = await owner.log.complaint();
  await owner.log.escalate(complaint, callBy(ANNA));
  await owner.log.sealer.sealAll();
  app = await TestLog.open(owner.url);
});
afterAll(() => app.close());

const asOwner = (sql: string) => owner.log.database.read(sql);
const asApp = (sql: string) => app.database.read(sql);

const REFUSED = { code: '42501' };
const CHANGES = [
  `UPDATE entries SET type = 'complaint.closed'`,
  `DELETE FROM entries`,
  `TRUNCATE entries CASCADE`,
  `UPDATE entry_positions SET position = position + 1`,
  `DELETE FROM entry_positions`,
  `TRUNCATE entry_positions CASCADE`,
  `UPDATE entry_values SET value = '"Somebody else"'`,
];

describe('the log', () => {
  it.each(CHANGES)('refuses the owner of its tables: %s', async (change) => {
    await expect(asOwner(change)).rejects.toMatchObject(REFUSED);
  });

  it.each(CHANGES)("refuses the application's role: %s", async (change) => {
    await expect(asApp(change)).rejects.toMatchObject(REFUSED);
  });

  it('refuses an upsert that would change an entry', async () => {
    const upsert = `INSERT INTO entries SELECT * FROM entries ON CONFLICT (id) DO UPDATE SET type = 'user.enabled'`;
    await expect(asOwner(upsert)).rejects.toMatchObject(REFUSED);
    await expect(asApp(upsert)).rejects.toMatchObject(REFUSED);
  });

  it('refuses a cascade from a table that was made its parent', async () => {
    await asOwner('CREATE TABLE parents (id uuid PRIMARY KEY)');
    await asOwner('INSERT INTO parents SELECT DISTINCT e.complaint_id FROM entries e');
    await asOwner(
      `ALTER TABLE entries ADD CONSTRAINT child FOREIGN KEY (complaint_id) REFERENCES parents (id) ON DELETE CASCADE`,
    );
    await expect(asOwner('DELETE FROM parents')).rejects.toMatchObject(REFUSED);
    await expect(asOwner('TRUNCATE parents CASCADE')).rejects.toMatchObject(REFUSED);
    await asOwner('ALTER TABLE entries DROP CONSTRAINT child');
    await asOwner('DROP TABLE parents');
  });

  it('refuses a change through a table that it was made to inherit from', async () => {
    await asOwner('CREATE TABLE ancestors (id uuid NOT NULL)');
    await asOwner('ALTER TABLE entries INHERIT ancestors');
    await expect(asOwner('DELETE FROM ancestors')).rejects.toMatchObject(REFUSED);
    await expect(asOwner('TRUNCATE ancestors CASCADE')).rejects.toMatchObject(REFUSED);
    await asOwner('ALTER TABLE entries NO INHERIT ancestors');
    await asOwner('DROP TABLE ancestors');
  });

  it('has no parent whose rows would take entries with them', async () => {
    const cascades = await asOwner(
      `SELECT c.conname FROM pg_constraint c WHERE c.contype = 'f' AND c.confdeltype <> 'a'
       AND c.conrelid::regclass::text IN ('entries', 'entry_values', 'entry_positions')`,
    );
    expect(cascades).toEqual([]);
  });

  it('lets the application neither switch off its triggers nor turn back its numbers', async () => {
    await expect(asApp('ALTER TABLE entries DISABLE TRIGGER ALL')).rejects.toMatchObject(REFUSED);
    await expect(asApp(`SELECT setval('entries_seq', 1)`)).rejects.toMatchObject(REFUSED);
    await expect(asApp('SET session_replication_role = replica')).rejects.toMatchObject(REFUSED);
  });

  it('is as it was', async () => {
    expect(await owner.log.count('entries')).toBe(1);
    expect(await owner.log.count('entry_positions')).toBe(1);
  });
});
