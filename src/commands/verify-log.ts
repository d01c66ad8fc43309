import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { HeldCheckpoints, readHeldCheckpoint } from '../audit/tree/held-checkpoint.js';
import { type Verdict, verifyLog, type Witnesses } from '../audit/verification/verification.js';
import { compareRows, describe } from '../complaints/replay/compare-rows.js';
import { type Config, readConfig } from '../platform/config.js';
import { createDataSource } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { openDatabase } from '../platform/database/open-database.js';
import { StartError } from '../platform/start-error.js';

/**
 * What `npm run verify-log` runs: checks the log of the database that the configuration names, which may be in use.
 * `-- --checkpoint file`: a checkpoint that was kept elsewhere; else the last one in DATA_DIR, where there is one.
 * `-- --key file`: the public key that must have signed it; else those that the log itself names.
 * `-- --rows`: where it is in order, also whether the rows of the complaints say what it says.
 * Exit code 0: nothing is wrong. 1: something is, a line each. 2: the check could not be done.
 */
async function main(): Promise<number> {
  const options = {
    checkpoint: { type: 'string' },
    key: { type: 'string' },
    rows: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  const config = readConfig(process.env);
  const witnesses = await witnessesOf(config, values);
  const connection = await openDatabase(config);
  try {
    const source = await createDataSource(connection.url, connection.poolRole, []).initialize();
    const database = new Database(source);
    try {
      const code = report(await verifyLog(database, witnesses), witnesses);
      return code === 0 && values.rows ? await compare(database) : code;
    } finally {
      await database.onApplicationShutdown();
    }
  } finally {
    await connection.close();
  }
}

async function witnessesOf(
  config: Config,
  { checkpoint, key }: { checkpoint?: string; key?: string },
): Promise<Witnesses> {
  const held = await (checkpoint === undefined
    ? new HeldCheckpoints(config.dataDir).latest()
    : readHeldCheckpoint(checkpoint));
  if (key === undefined) return { held };
  if (!held)
    throw new StartError('There is no checkpoint that the key has signed: give one with --checkpoint.');
  return { held, key: await readFile(key, 'utf8') };
}

function report({ findings, entries }: Verdict, { held }: Witnesses): number {
  for (const { code, position, entryId, detail } of findings) {
    console.log(`${code}  position ${position ?? '-'}  entry ${entryId ?? '-'}: ${detail}`);
  }
  const against = held ? ` Held against a checkpoint of ${held.size} entries that is kept outside.` : '';
  const verdict = findings.length === 0 ? 'Nothing is wrong.' : `Findings: ${findings.length}.`;
  console.log(`Entries checked: ${entries}.${against} ${verdict}`);
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
