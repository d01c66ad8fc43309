import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { query } from './cluster.js';

/** After the last trouble everything must be handled within so many milliseconds. */
export const PATIENCE = 15_000;

/** Gives up silently: what is left then is found as a fault. */
export async function untilNothing(databaseUrl: string, from: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const rows = await query(databaseUrl, `SELECT 1 FROM ${from} LIMIT 1`);
    if (rows.length === 0) return;
    await pause(200);
  }
}

/** By the command that an operator has. */
export function verifyLog(databaseUrl: string): Promise<string[]> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATABASE_URL: databaseUrl };
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/commands/verify-log.js'], { env }, (error, stdout, stderr) => {
      resolve(error ? [`The log does not verify: ${stdout}${stderr}`.trim()] : []);
    });
  });
}
