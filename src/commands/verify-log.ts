import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { checkLog, type Finding } from '../audit/verification/verification.js';
import { compareRows, describe } from '../complaints/replay/compare-rows.js';
import { readConfig } from '../platform/config.js';
import { createDataSource } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { openDatabase } from '../platform/database/open-database.js';
import { StartError } from '../platform/start-error.js';

/**
 * What `npm run verify-log` runs: checks the log of the database that the configuration names, which may be in use.
 * `-- --rows`: where it is in order, also whether the rows of the complaints say what it says.
 * Exit code 0: nothing is wrong. 1: something is, a line each. 2: the check could not be done.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { rows: { type: 'boolean' } } });
  const connection = await openDatabase(readConfig(process.env));
  try {
    const source = await createDataSource(connection.url, connection.poolRole, []).initialize();
    const database = new Database(source);
    try {
      const code = report(await checkLog(database), await countEntries(database));
      return code === 0 && values.rows ? await compare(database) : code;
    } finally {
      await database.onApplicationShutdown();
    }
  } finally {
    await connection.close();
  }
}

async function countEntries(database: Database): Promise<number> {
  const [row] = await database.read<{ count: number }>('SELECT count(*) AS count FROM entries');
  return row?.count ?? 0;
}

function report(findings: Finding[], entries: number): number {
  for (const { code, position, entryId, detail } of findings) {
    console.log(`${code}  position ${position ?? '-'}  entry ${entryId ?? '-'}: ${detail}`);
  }
  const verdict = findings.length === 0 ? 'Nothing is wrong.' : `Findings: ${findings.length}.`;
  console.log(`Entries checked: ${entries}. ${verdict}`);
  return findings.length === 0 ? 0 : 1;
}

/** Whether the rows of the complaints say what the log says. */
async function compare(database: Database): Promise<number> {
  const { complaints, differences } = await compareRows(database, (difference) => {
    console.log(describe(difference));
  });
  console.log(`Complaints compared with it: ${complaints}. Differences: ${differences}.`);
  return differences === 0 ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(2);
}
