import { burst } from './burst.js';
import { chaos } from './chaos.js';
import { House } from './house.js';
import { killingsWithin } from './killer.js';
import { logChaos } from './log/log-chaos.js';
import { percentile } from './verdict.js';

/**
 * `npm run chaos`: promises come due while workers and PostgreSQL are killed and started again.
 * `npm run chaos -- burst`: a thousand of a hundred thousand are due in the same second.
 * `npm run chaos -- log`: eight write, commits are slow or fail, and sealers, API and PostgreSQL are killed.
 * Exit code 1 where something went wrong, with a sentence for each.
 */
async function main(what: string | undefined): Promise<string[]> {
  const promises = whole('CHAOS_PROMISES', 5000);
  const seconds = whole('CHAOS_SECONDS', 120);
  const house = new House();
  process.once('SIGINT', () => {
    void house.end().finally(() => process.exit(130));
  });
  try {
    await house.open();
    if (what === 'burst') return await burst(house, { workers: WORKERS, say });
    if (what === 'log') return await log(house);
    const trial = { promises, seconds, workers: WORKERS, killings: killingsWithin(seconds), say };
    const { faults, lateness, latenessOutside, outages } = await chaos(house, trial);
    say(`worker starts: ${house.workers.map(({ starts }) => starts).join(' and ')}`);
    say(`no worker was ready for ${outages.map(({ from, to }) => `${to - from} ms`).join(', ')}`);
    tell('lateness of all', lateness);
    tell('lateness of those due outside of outages', latenessOutside);
    return faults;
  } finally {
    await house.end();
  }
}

async function log(house: House): Promise<string[]> {
  const seconds = whole('CHAOS_SECONDS', 60);
  const killings = killingsWithin(seconds, { api: true });
  const outcome = await logChaos(house, { writers: 8, seconds, workers: WORKERS, killings, say });
  const { faults, entries, acknowledged, failures, lag, lagOutside } = outcome;
  say(`${acknowledged} calls were acknowledged, ${failures} failed and were sent again; ${entries} entries`);
  tell('from the answer to the reader of the feed, all', lag);
  tell('outside of outages', lagOutside);
  return faults;
}

const WORKERS = 2;
/** More sentences than this tell nothing new. */
const SHOWN = 20;

function whole(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} must be a whole number from 1 on.`);
  return value;
}

function tell(what: string, sorted: number[]): void {
  const [p50, p99, max] = [50, 99, 100].map((percent) => `${percentile(sorted, percent)} ms`);
  process.stdout.write(`${what} (${sorted.length}): p50 ${p50}, p99 ${p99}, max ${max}\n`);
}

function say(text: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${text}\n`);
}

const faults = await main(process.argv[2]).catch((error: unknown) => [
  error instanceof Error ? error.message : String(error),
]);
for (const fault of faults.slice(0, SHOWN)) process.stdout.write(`${fault}\n`);
if (faults.length > SHOWN) process.stdout.write(`And ${faults.length - SHOWN} faults more.\n`);
process.stdout.write(faults.length === 0 ? 'Nothing went wrong.\n' : `Faults: ${faults.length}.\n`);
process.exit(faults.length === 0 ? 0 : 1);
