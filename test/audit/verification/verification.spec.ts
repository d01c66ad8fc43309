import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkLog } from '../../../src/audit/verification/verification.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { cloneDatabase, type TestDatabase } from '../../support/template-database.js';
import { ANNA, callBy, TestLog } from '../test-log.js';

let copy: TestDatabase;
let log: TestLog;
let complaint: string;

beforeEach(async () => {
  copy = await cloneDatabase();
  log = await TestLog.open(copy.url, [], null);
  complaint = await log.complaint();
  for (let round = 0; round < 4; round++) await log.escalate(complaint, callBy(ANNA));
  await log.sealer.sealAll();
});
afterEach(async () => {
  await log.close();
  await copy.drop();
});

/** Does what the triggers refuse, as somebody can who owns the tables. */
async function tamper(...statements: string[]): Promise<void> {
  for (const table of ['entries', 'entry_positions', 'entry_values']) {
    await log.database.read(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  }
  for (const statement of statements) await log.database.read(statement);
}

async function codes(): Promise<string[]> {
  return (await checkLog(log.database)).map((finding) => finding.code);
}

/** The second entry. */
const SECOND = `(SELECT p.entry_id FROM entry_positions p WHERE p.position = 2)`;
const REASON = `v.entry_id = ${SECOND} AND v.pointer = '/data/reason'`;

/** `level` 2 becomes 7, and the JSON stays canonical. */
const CHANGED_BYTE = `UPDATE entries e
  SET bytes = convert_to(replace(convert_from(e.bytes, 'UTF8'), '"level":2', '"level":7'), 'UTF8')
  WHERE e.id = ${SECOND}`;

describe('the check of the log', () => {
  it('finds nothing in a log that nobody touched', async () => {
    expect(await checkLog(log.database)).toEqual([]);
  });

  it('finds nothing in what is not sealed yet', async () => {
    await log.escalate(complaint);
    expect(await checkLog(log.database)).toEqual([]);
  });

  it('finds a changed byte', async () => {
    await tamper(CHANGED_BYTE);
    expect(await codes()).toEqual(['bytes_changed']);
  });

  it('finds bytes that are no JSON', async () => {
    await tamper(`UPDATE entries e SET bytes = set_byte(e.bytes, 0, 0) WHERE e.id = ${SECOND}`);
    expect(await codes()).toEqual(['bytes_changed']);
  });

  it.each([
    `type = 'complaint.closed'`,
    `at = at + interval '1 millisecond'`,
    `actor_id = NULL`,
    `actor_kind = 'system'`,
    `subject_id = '${newId()}'`,
    `subject_type = 'fact'`,
    `request_id = 'another-request'`,
    `seq = seq + 1000000`,
    `complaint_version = 3000`,
    `complaint_id = '${newId()}'`,
  ])('finds a changed column: %s', async (change) => {
    await tamper(`UPDATE entries SET ${change} WHERE id = ${SECOND}`);
    expect(await codes()).toContain('column_changed');
  });

  it('finds an entry that is missing', async () => {
    await tamper(`DELETE FROM entries WHERE id = ${SECOND}`);
    expect(await codes()).toEqual(['entry_missing', 'entry_missing']);
  });

  it('finds an entry that is missing with its place and its values', async () => {
    await tamper(
      `CREATE TABLE gone AS SELECT entry_id AS id FROM entry_positions WHERE position = 2`,
      `DELETE FROM entry_values WHERE entry_id IN (SELECT id FROM gone)`,
      `DELETE FROM entry_positions WHERE position = 2`,
      `DELETE FROM entries WHERE id IN (SELECT id FROM gone)`,
    );
    expect(await codes()).toEqual(['position_missing']);
  });

  it('finds an entry that lost its place', async () => {
    await tamper(`DELETE FROM entry_positions WHERE position = 4`);
    expect(await codes()).toEqual(['position_missing']);
  });

  it('finds entries that changed places', async () => {
    await tamper(
      `UPDATE entry_positions SET position = position + 100 WHERE position IN (2, 3)`,
      `UPDATE entry_positions SET position = CASE position WHEN 102 THEN 3 ELSE 2 END WHERE position > 100`,
    );
    expect(await codes()).toContain('out_of_order');
  });

  it('finds a value that was changed, or put there', async () => {
    await tamper(`UPDATE entry_values v SET value = '"it is fine"' WHERE ${REASON}`);
    expect(await codes()).toEqual(['value_changed']);
    await tamper(`UPDATE entry_values v SET pointer = '/data/level' WHERE ${REASON}`);
    expect(await codes()).toEqual(['value_unknown', 'value_missing']);
  });

  it('finds a value that is gone, unless a later entry says that it was erased', async () => {
    const entryId = await log.value<string>(`SELECT ${SECOND} AS value`);
    await log.database.read(`DELETE FROM entry_values v WHERE ${REASON}`);
    expect(await codes()).toEqual(['value_missing']);

    await log.ledger.write(callBy(), 'erase', [{ type: 'complaint', id: complaint }], (c) => {
      const values = [{ entryId, pointer: '/data/reason' }];
      const about = { id: complaint, version: 6 };
      c.record('values.erased', { type: 'erasure', id: newId() }, { values, reason: 'request' }, about);
      return Promise.resolve({ id: complaint });
    });
    expect(await codes()).toEqual([]);
    await log.sealer.sealAll();
    expect(await codes()).toEqual([]);
    await log.database.read(`DELETE FROM entry_values v WHERE v.entry_id = '${entryId}'`);
    expect(await codes()).toEqual(['value_missing']);
  });
});
