import { Clock } from '../kernel/clock.js';
import { StartError } from '../platform/start-error.js';
import { connect } from './client/amends.js';
import { findCredentials } from './client/credentials.js';
import { Session } from './client/session.js';
import { importRows, type Tally } from './import/importing.js';
import { type Options, readOptions, USAGE } from './import/options.js';
import { Progress } from './import/progress.js';
import { readRows } from './import/read-rows.js';
import { Report } from './import/report.js';

/** What `npm run import` runs: takes the complaints of a CSV file to a running server. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(USAGE);
    return 0;
  }
  const session = new Session(options.url, await findCredentials(options, process.env));
  await session.token();
  const progress = new Progress(process.stdout);
  const report = await Report.open(options.report, (line) => progress.say(line));
  try {
    const tally = await run(options, session, progress, report);
    return tally.refused === 0 ? 0 : 1;
  } finally {
    await report.close();
  }
}

async function run(options: Options, session: Session, progress: Progress, report: Report): Promise<Tally> {
  const clock = new Clock();
  const begun = clock.now().getTime();
  const seconds = () => (clock.now().getTime() - begun) / 1000;
  const tally = await importRows({
    api: connect({ url: options.url }),
    session,
    rows: readRows(options.file),
    limit: options.limit,
    concurrency: options.concurrency,
    now: () => clock.now(),
    refused: (row, flaws) => report.add(row.number, row.line, flaws),
    done: (so) => progress.rows(so.taken + so.already + so.refused, seconds()),
  });
  const { taken, already, refused } = tally;
  const where = refused > 0 && options.report !== null ? ` (see ${options.report})` : '';
  progress.say(
    `Taken in: ${taken}. Already there: ${already}. Refused: ${refused}${where}. ${seconds().toFixed(1)} s.`,
  );
  return tally;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 2;
}
