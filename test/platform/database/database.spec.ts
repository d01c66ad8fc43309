import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createDataSource } from '../../../src/platform/database/data-source.js';
import { Database, type Tx } from '../../../src/platform/database/database.js';
import { APP_ROLE } from '../../../src/platform/database/connection.js';
import { cloneDatabase, type TestDatabase } from '../../support/template-database.js';

let copy: TestDatabase;
let database: Database;

beforeAll(async () => {
  copy = await cloneDatabase();
  await asOwner(`
    CREATE TABLE things (
      id uuid PRIMARY KEY, due_at timestamptz(3), tag_list text[], free_form jsonb, raw_bytes bytea,
      big_number bigint, exact_sum numeric, day date, is_done boolean, plain_text text
    );
    CREATE TABLE kept (id int PRIMARY KEY);
    SELECT app_may('kept', 'INSERT', 'SELECT');
    SELECT grant_to_app();
  `);
  const dataSource = createDataSource(copy.url, APP_ROLE, []);
  database = new Database(await dataSource.initialize());
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await copy.drop();
});

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: copy.url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

let made = 0;
/** A new id, readable in a failure. */
function id(): string {
  made += 1;
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`;
}

function insert(rows: object[]): Promise<void> {
  return database.transaction((tx) => tx.insert('things', rows));
}

function textOf(thing: string): Promise<{ plainText: string }[]> {
  return database.read('SELECT t.plain_text FROM things t WHERE t.id = $1', [thing]);
}

describe('a row', () => {
  test('comes back as it went in, whatever the type of its columns', async () => {
    const thing = {
      id: id(),
      dueAt: new Date('2026-11-20T09:00:00.123Z'),
      tagList: ['a,b', '"c"', '{d}', 'ő'],
      freeForm: { camelCase: [1, null, { deep: true }], snake_case: 'x' },
      rawBytes: Buffer.from([0, 1, 254, 255]),
      bigNumber: 9_007_199_254_740_991,
      exactSum: '12.50',
      day: '2026-02-28',
      isDone: false,
      plainText: `it's "quoted" \\ and Ж`,
    };
    await insert([thing]);
    expect(await database.read('SELECT t.* FROM things t WHERE t.id = $1', [thing.id])).toEqual([thing]);
  });

  test('has NULL where a value is null or absent', async () => {
    const [first, second] = [id(), id()];
    await insert([
      { id: first, dueAt: null, freeForm: null, plainText: undefined },
      { id: second, plainText: 'said' },
    ]);
    const rows = await database.read(
      'SELECT t.due_at, t.free_form, t.plain_text FROM things t WHERE t.id = ANY ($1)',
      [[first, second]],
    );
    expect(rows).toEqual([
      { dueAt: null, freeForm: null, plainText: null },
      { dueAt: null, freeForm: null, plainText: 'said' },
    ]);
  });

  test('that is saved again takes on the given columns and keeps the others', async () => {
    const thing = id();
    await insert([{ id: thing, plainText: 'first', isDone: false }]);
    await database.transaction((tx) =>
      tx.save('things', [
        { id: thing, isDone: true },
        { id: id(), isDone: true },
      ]),
    );
    expect(
      await database.read('SELECT t.plain_text, t.is_done FROM things t WHERE t.id = $1', [thing]),
    ).toEqual([{ plainText: 'first', isDone: true }]);
  });

  test('of which there are none costs no statement', async () => {
    await database.transaction(async (tx) => {
      await tx.insert('no such table', []);
      await tx.save('no such table', []);
    });
  });
});

describe('a transaction', () => {
  test('answers what its work returns, and commits', async () => {
    const thing = id();
    const answer = await database.transaction(async (tx) => {
      await tx.insert('things', [{ id: thing, plainText: 'in' }]);
      return tx.one<{ plainText: string }>('SELECT t.plain_text FROM things t WHERE t.id = $1', [thing]);
    });
    expect(answer).toEqual({ plainText: 'in' });
    expect(await textOf(thing)).toEqual([{ plainText: 'in' }]);
  });

  test('leaves nothing behind when its work throws', async () => {
    const thing = id();
    const work = async (tx: Tx) => {
      await tx.insert('things', [{ id: thing }]);
      throw new Error('changed my mind');
    };
    await expect(database.transaction(work)).rejects.toThrow('changed my mind');
    expect(await textOf(thing)).toEqual([]);
  });

  test('shares its connection with the entity manager', async () => {
    const thing = id();
    await expect(
      database.transaction(async (tx) => {
        await tx.manager.query('INSERT INTO things (id) VALUES ($1)', [thing]);
        expect(await tx.rows('SELECT t.id FROM things t WHERE t.id = $1', [thing])).toHaveLength(1);
        throw new Error('back');
      }),
    ).rejects.toThrow('back');
    expect(await textOf(thing)).toEqual([]);
  });

  test('whose connection the server ends fails, and the next one works', async () => {
    const cut = database.transaction(async (tx) => {
      const [own] = await tx.rows<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await asOwner(`SELECT pg_terminate_backend(${own?.pid})`);
      return tx.rows('SELECT 1');
    });
    await expect(cut).rejects.toThrow(/terminat|connection/);
    expect(await database.transaction((tx) => tx.rows('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  test('gives every connection back', async () => {
    const fail = () => database.transaction((tx) => tx.rows('SELECT 1 / 0'));
    for (let round = 0; round < 25; round += 1) await expect(fail()).rejects.toMatchObject({ code: '22012' });
    const all = Array.from({ length: 10 }, () => database.transaction((tx) => tx.rows('SELECT 1 AS one')));
    expect(await Promise.all(all)).toHaveLength(10);
  });
});

test('a plan that a migration has outlived is made anew, for reads and for transactions', async () => {
  const read = () => database.read('SELECT k.* FROM kept k');
  const write = () => database.transaction((tx) => tx.rows('SELECT k.* FROM kept k WHERE k.id > 0'));
  const both = () => Promise.all([...Array.from({ length: 8 }, read), write()]);
  await both();
  await asOwner('ALTER TABLE kept ADD COLUMN since timestamptz(3)');
  await both();
  await asOwner('ALTER TABLE kept DROP COLUMN since');
  expect(await write()).toEqual([]);
  expect(await read()).toEqual([]);
});

describe('the role of the pool', () => {
  test('is the application, with its limits of time', async () => {
    const [limits] = await database.read(
      `SELECT current_user AS role, current_setting('statement_timeout') AS statement,
         current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle`,
    );
    expect(limits).toEqual({ role: APP_ROLE, statement: '5s', lock: '2s', idle: '10s' });
  });

  test.each([
    'UPDATE kept SET id = 2',
    'DELETE FROM kept',
    'TRUNCATE kept',
    'CREATE TABLE mine ()',
    'DROP TABLE kept',
  ])('may not %s where only INSERT and SELECT are allowed', async (sql) => {
    await expect(database.read(sql)).rejects.toMatchObject({ code: '42501' });
  });

  test('may do the rest', async () => {
    await database.read('INSERT INTO kept VALUES (1)');
    expect(await database.read('SELECT count(*) AS how_many FROM kept k')).toEqual([{ howMany: 1 }]);
  });
});
