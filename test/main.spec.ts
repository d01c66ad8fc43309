import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { eventually } from './support/eventually.js';
import { Program } from './support/program.js';

let folder: string;
let port: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-main-'));
  port = await freePort();
});

afterEach(async () => {
  await Program.killAll();
  const pid = await serverPid();
  if (pid !== null) process.kill(pid, 'SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const dataDir = () => join(folder, 'data');
const environment = () => ({ DATA_DIR: dataDir(), PORT: String(port) });
const answers = () => fetch(`http://127.0.0.1:${port}/health/live`).then((response) => response.status);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  return free;
}

/** The embedded database's process; null where it has been stopped in good order. */
async function serverPid(): Promise<number | null> {
  const text = await readFile(join(dataDir(), 'postgres/data/postmaster.pid'), 'utf8').catch(() => null);
  return text === null ? null : Number.parseInt(text, 10);
}

async function query(sql: string): Promise<unknown[]> {
  const [, , , databasePort] = (
    await readFile(join(dataDir(), 'postgres/data/postmaster.pid'), 'utf8')
  ).split('\n');
  const password = await readFile(join(dataDir(), 'postgres/password'), 'utf8');
  const client = new pg.Client({
    connectionString: `postgres://amends:${password}@127.0.0.1:${databasePort}/postgres`,
  });
  await client.connect();
  const { rows } = await client.query<object>(sql);
  await client.end();
  return rows;
}

describe('npm start', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'answers within 15 s, and %s stops it and its database',
    async (signal) => {
      const program = await Program.byNpm(environment()).ready();
      expect(await answers()).toBe(200);
      expect(await serverPid()).not.toBeNull();
      program.signal(signal);
      await program.end();
      await expect(answers()).rejects.toThrow();
      expect(await serverPid()).toBeNull();
    },
  );

  test('says where it is, where the data are, and where the first password is', async () => {
    const program = await new Program(environment()).ready();
    const password = join(dataDir(), 'first-administrator.txt');
    await eventually(() => expect(program.output).toContain(`password is in ${password}`));
    await eventually(() => expect(program.output).toContain(join(dataDir(), 'postgres')));
    expect(program.output).toContain(`http://127.0.0.1:${port}/docs`);
    expect((await stat(password)).mode & 0o777).toBe(0o600);
    expect(program.output).not.toContain((await readFile(password, 'utf8')).split('password: ')[1]?.trim());
  });

  test('a Ctrl-C, which reaches every process of the terminal, ends in good order', async () => {
    const program = await Program.byNpm(environment()).ready();
    program.signal('SIGINT', { group: true });
    await program.end();
    expect(await serverPid()).toBeNull();
    expect(await readFile(join(dataDir(), 'postgres/server.log'), 'utf8')).toContain(
      'database system is shut down',
    );
  });

  test('stopped while it starts, it leaves nothing running', async () => {
    const program = new Program(environment());
    await eventually(async () => expect(await serverPid()).not.toBeNull(), 15_000);
    program.signal('SIGTERM');
    expect(await program.end()).toBe(0);
    expect(await serverPid()).toBeNull();
  });

  test('after kill -9 of everything the next start works, and no row is lost', async () => {
    const program = await new Program(environment()).ready();
    await query('CREATE TABLE kept AS SELECT 7 AS row');
    const database = await serverPid();
    if (database !== null) process.kill(database, 'SIGKILL');
    program.signal('SIGKILL', { group: true });
    await program.end();
    const next = await new Program(environment()).ready();
    expect(await query('SELECT row FROM kept')).toEqual([{ row: 7 }]);
    next.signal('SIGTERM');
    expect(await next.end()).toBe(0);
  });

  test('after kill -9 of the program alone the next start takes its database over', async () => {
    const program = await new Program(environment()).ready();
    const database = await serverPid();
    program.signal('SIGKILL', { group: true });
    await program.end();
    const next = await new Program(environment()).ready();
    expect(await serverPid()).toBe(database);
    next.signal('SIGTERM');
    expect(await next.end()).toBe(0);
    expect(await serverPid()).toBeNull();
  });
});

describe('what is in the way is told in one sentence:', () => {
  async function sentence(changed: Record<string, string>): Promise<string> {
    const program = new Program({ ...environment(), ...changed });
    expect(await program.end()).toBe(1);
    expect(program.output).toMatch(/^[^\n]+\.\n$/);
    return program.output;
  }

  test.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['HOST', '203.0.113.9'],
    ['DATABASE_URL', 'postgres://user:hush@127.0.0.1:1/amends'],
    ['DATABASE_URL', 'mysql://user:hush@127.0.0.1/amends'],
    ['ADMIN_PASSWORD', 'hush'],
    ['LOG_LEVEL', 'loud'],
    ['REGULATOR_PROFILE', 'UK DISP'],
    ['REGULATOR_PROFILE', 'fr_amf'],
  ])('%s=%s', async (name, value) => {
    const said = await sentence({ [name]: value });
    expect(said).toMatch(new RegExp(`^${name}\\b`));
    expect(said).not.toContain('hush');
  });

  test('a port that another program has', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    expect(await sentence({})).toMatch(/^PORT: \d+ is taken/);
    other.close();
  });

  test.each(['DATA_DIR', 'KEYS_DIR'])('%s below a file', async (name) => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await sentence({ [name]: join(file, 'below') })).toContain(`${name}: ${join(file, 'below')}`);
  });

  test('DATA_DIR that is not writable', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o555);
    // Root may write everywhere but to what is not a disk.
    const place = process.getuid?.() === 0 ? '/proc/amends' : join(closed, 'data');
    expect(await sentence({ DATA_DIR: place })).toMatch(/^DATA_DIR: /);
  });
});
