import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Embedded, startEmbedded } from '../../../src/platform/database/embedded.js';
import { StartError } from '../../../src/platform/start-error.js';
import { eventually } from '../../support/eventually.js';

let folder: string;
let started: Embedded[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-embedded-'));
  started = [];
});

afterEach(async () => {
  for (const { stop } of started) await stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Embedded> {
  const embedded = await startEmbedded(folder, { durable: false });
  started.push(embedded);
  return embedded;
}

async function stopAll(): Promise<void> {
  for (const { stop } of started.splice(0)) await stop();
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

const pidFile = () => join(folder, 'postgres', 'data', 'postmaster.pid');

async function processId(): Promise<number> {
  return Number.parseInt(await readFile(pidFile(), 'utf8'), 10);
}

test('what is written is there at the next start', async () => {
  const { url } = await start();
  await query(url, 'CREATE TABLE t AS SELECT 7 AS n');
  await stopAll();
  await expect(query(url, 'SELECT 1')).rejects.toThrow();
  expect(await query((await start()).url, 'SELECT n FROM t')).toEqual([7]);
});

test('a server that outlived its program is taken over, and stopped by the last that uses it', async () => {
  const first = await start();
  const pid = await processId();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await processId()).toBe(pid);
  await first.stop();
  expect(await query(second.url, 'SELECT 1')).toEqual([1]);
  await second.stop();
  await expect(stat(pidFile())).rejects.toMatchObject({ code: 'ENOENT' });
  started = [];
});

test('programs that make it at the same time share one', async () => {
  const [first, second] = await Promise.all([start(), start()]);
  expect(second.url).toBe(first.url);
  expect((await readdir(folder)).filter((name) => name.includes('draft'))).toEqual([]);
});

test('a server that is killed comes back at the same address, with its rows', async () => {
  const { url } = await start();
  await query(url, 'CREATE TABLE t AS SELECT 7 AS n');
  process.kill(await processId(), 'SIGKILL');
  await eventually(async () => expect(await query(url, 'SELECT n FROM t')).toEqual([7]));
});

test('a process that has got the number of a dead server does not keep it from starting', async () => {
  await start();
  const text = await readFile(pidFile(), 'utf8');
  await stopAll();
  await writeFile(pidFile(), text.replace(/^\d+/, String(process.pid)));
  expect(await query((await start()).url, 'SELECT 1')).toEqual([1]);
});

test('only this machine gets in, and only with the password', async () => {
  const { url } = await start();
  const { port, password } = new URL(url);
  const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  for (const { address, internal } of others) {
    if (!internal) expect(await connects(address, Number(port))).toBe(false);
  }
  await expect(query(url.replace(password, 'guess'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  const file = await stat(join(folder, 'postgres', 'password'));
  expect(file.mode & 0o777).toBe(0o600);
  expect(password.length).toBeGreaterThanOrEqual(32);
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (connected: boolean) => () => {
      socket.destroy();
      resolve(connected);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

test('what a killed first start has left is cleared away', async () => {
  const nobody = 2_000_000_000;
  const draft = join(folder, `postgres.draft-${nobody}`);
  await writeFile(draft, '');
  await start();
  await expect(stat(draft)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('data of another version of PostgreSQL are refused with a sentence, and left alone', async () => {
  await start();
  await stopAll();
  const version = join(folder, 'postgres', 'data', 'PG_VERSION');
  await writeFile(version, '17\n');
  await expect(start()).rejects.toThrow(StartError);
  await expect(start()).rejects.toThrow(/^DATA_DIR: .* was made by PostgreSQL 17/);
  expect(await readFile(version, 'utf8')).toBe('17\n');
});
