import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '../../src/platform/database/embedded.js';
import { freePort } from '../support/free-port.js';
import type { BareOperation, BareOrders } from './bare-server.js';
import { caughtUp, fill, makeDatabase } from './databases.js';
import { ADMINISTRATOR, ask, engageAgent, enter, type House, receiveSamples, COMMON_WORD } from './house.js';
import { measureAll } from './measuring.js';
import { OPERATIONS } from './operations.js';
import { Program } from './program.js';
import { type RecordedStatement, stepsOf } from './recording.js';
import { report } from './report.js';

const COMPLAINTS = 10_000;

const TYPESCRIPT = fileURLToPath(new URL('../support/run-typescript.js', import.meta.url));
const RECORDER = fileURLToPath(new URL('recorder.ts', import.meta.url));
const BARE_SERVER = fileURLToPath(new URL('bare-server.ts', import.meta.url));

/**
 * Measures the built program beside a bare server that sends the same statements, by turns, in the same run.
 * Arguments: names of operations, where not all are to be measured (`npm run bench -- timeline read`), and the program,
 * where it is another one than dist/main.js.
 */
async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const chosen = OPERATIONS.filter(({ name }) => given.includes(name));
  const measured = chosen.length > 0 ? chosen : OPERATIONS;
  const named = given.find((argument) => !chosen.some(({ name }) => name === argument));
  const file = resolve(named ?? 'dist/main.js');
  const folder = await mkdtemp(join(tmpdir(), 'amends-bench-'));
  const running: { stop: () => Promise<void> }[] = [];
  const keep = <T extends { stop: () => Promise<void> }>(one: T): T => {
    running.unshift(one);
    return one;
  };
  try {
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const env = { PORT: String(port), DATA_DIR: folder, RATE_LIMIT_PUBLIC: '0', ...ADMINISTRATOR };
    say(`starting ${file} for the first time, and again`);
    const start = { first: await startOnce(file, baseUrl, env), again: await startOnce(file, baseUrl, env) };
    const embedded = keep(await startEmbedded(folder));
    const databaseUrl = await makeDatabase(embedded.url, 'ours');
    const ours = { ...env, DATA_DIR: join(folder, 'ours'), DATABASE_URL: databaseUrl };
    const operations = await prepare(file, baseUrl, ours);
    say(`filling the database with ${COMPLAINTS} complaints`);
    const ids = await fill(databaseUrl, COMPLAINTS);
    const bareUrl = await makeDatabase(embedded.url, 'bare', 'ours');
    say('starting the program, and the bare server beside it');
    const program = keep(await Program.start(file, baseUrl, { env: ours }));
    const barePort = await freePort();
    const message: BareOrders = { port: barePort, databaseUrl: bareUrl, operations };
    const bare = keep(
      await Program.start(BARE_SERVER, `http://127.0.0.1:${barePort}`, { imports: [TYPESCRIPT], message }),
    );
    await pause(1000);
    say('waiting until the program has read the log of the copies');
    await caughtUp(databaseUrl);
    const memory = await program.memory();
    const { authorization } = await enter(baseUrl);
    const figures = await measureAll(measured, program, bare, { authorization, ids });
    const memoryAfter = await program.memory();
    process.stdout.write(report({ figures, memory, memoryAfter, start, complaints: COMPLAINTS }));
  } finally {
    for (const one of running) await one.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the start until it answers. */
async function startOnce(file: string, baseUrl: string, env: Record<string, string>): Promise<number> {
  const program = await Program.start(file, baseUrl, { env });
  await program.stop();
  return program.startedIn;
}

/** Makes people and complaints through the API, and listens to what each operation asks the database. */
async function prepare(
  file: string,
  baseUrl: string,
  env: Record<string, string>,
): Promise<Record<string, BareOperation>> {
  const recorded: RecordedStatement[] = [];
  const program = await Program.start(file, baseUrl, {
    env: { ...env, ROLE: 'api' }, // what recurs in the background belongs to no request
    imports: [TYPESCRIPT, RECORDER],
    onMessage: (statement) => recorded.push(statement as RecordedStatement),
  });
  try {
    await engageAgent(baseUrl);
    const house = await enter(baseUrl);
    await receiveSamples(baseUrl, house);
    return await recordAll(baseUrl, house, recorded);
  } finally {
    await program.stop();
  }
}

/** What the bare server is to do for each operation: one request of each, as the program sends it to the database. */
async function recordAll(
  baseUrl: string,
  house: House,
  recorded: RecordedStatement[],
): Promise<Record<string, BareOperation>> {
  const all: Record<string, BareOperation> = {};
  for (const { name, method, path, body, about, shown } of OPERATIONS) {
    // A complaint that waits, and a word that fills a page; the caller is fresh in memory then.
    const { items } = await ask<{ items: { id: string }[] }>(
      baseUrl,
      'GET',
      '/v1/complaints?state=received',
      house.authorization,
    );
    const requested = about === 'word' ? COMMON_WORD : (items[0]?.id ?? '');
    await pause(100);
    recorded.length = 0;
    await ask(baseUrl, method, path(requested), house.authorization, body);
    await pause(100);
    const steps = stepsOf([...recorded], about === 'nothing' ? '' : requested, [house.agentId]);
    all[name] = { steps, shown };
  }
  return all;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

await main();
