import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEmbedded } from '../../src/platform/database/embedded.js';
import { freePort } from '../support/free-port.js';
import { caughtUp, fill, type Ids, makeDatabase } from './databases.js';
import { ADMINISTRATOR, engageAgent, enter, receiveSamples } from './house.js';
import { Abouts, measure, ROUNDS } from './measuring.js';
import { OPERATIONS } from './operations.js';
import { Program } from './program.js';
import { columns, HEADINGS, ratios, type Round, table } from './report.js';

/** Complaints in the database, most of them to be acknowledged. */
const COMPLAINTS = 20_000;
/** Of the throughput of writes without anybody who seals, at least this is the goal. */
const GOAL = 0.8;

/**
 * `npm run bench:sealing`: writes to a program that does everything (`ROLE=all`: it seals, follows the log, sends),
 * beside the same program that only answers (`ROLE=api`), each on a database of its own, by turns.
 */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'amends-bench-'));
  const running: { stop: () => Promise<void> }[] = [];
  const keep = <T extends { stop: () => Promise<void> }>(one: T): T => {
    running.unshift(one);
    return one;
  };
  const start = async (role: string, databaseUrl: string): Promise<Program> => {
    const port = await freePort();
    const own = { ROLE: role, PORT: String(port), DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn' };
    const env = { DATA_DIR: folder, RATE_LIMIT_PUBLIC: '0', ...ADMINISTRATOR, ...own };
    return keep(await Program.start(resolve('dist/main.js'), `http://127.0.0.1:${port}`, { env }));
  };
  try {
    const embedded = keep(await startEmbedded(folder));
    const sealed = await makeDatabase(embedded.url, 'sealed');
    const first = await start('all', sealed);
    await engageAgent(first.baseUrl);
    await receiveSamples(first.baseUrl, await enter(first.baseUrl));
    await first.stop();
    const ids = await fill(sealed, COMPLAINTS);
    const unsealed = await makeDatabase(embedded.url, 'unsealed', 'sealed');
    const all = await start('all', sealed);
    const api = await start('api', unsealed);
    process.stderr.write('waiting until the log of the copies is read\n');
    await caughtUp(sealed);
    await compare(all, api, ids);
  } finally {
    for (const one of running) await one.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(all: Program, api: Program, ids: Ids): Promise<void> {
  const about = new Abouts(ids);
  const rows: string[][] = [];
  for (const operation of OPERATIONS.filter(({ method }) => method === 'POST')) {
    const rounds: { all: Round[]; api: Round[] } = { all: [], api: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [a, b] = [await one(all, 'all'), await one(api, 'api')];
      if (round === 0) continue;
      rounds.all.push(a);
      rounds.api.push(b);
    }
    rows.push([
      operation.title,
      ...columns(rounds.all),
      ...columns(rounds.api),
      ratios(rounds.all, rounds.api),
      `${GOAL}`,
    ]);

    async function one(program: Program, name: string): Promise<Round> {
      const { authorization } = await enter(program.baseUrl);
      return measure(program, operation, { authorization }, () =>
        operation.path(about.next(name, operation)),
      );
    }
  }
  const headings = HEADINGS.map((heading) => heading.replace('bare', 'unsealed'));
  process.stdout.write(`${table(headings, rows).join('\n')}\n`);
}

await main();
