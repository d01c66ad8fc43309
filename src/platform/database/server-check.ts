import type { Client } from 'pg';
import { StartError } from '../start-error.js';

const OLDEST = 15;

/** @throws StartError where the server is too old or does not keep its text as UTF-8 */
export async function checkServer(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ number: number; version: string; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
            current_setting('server_encoding') AS encoding`,
  );
  const [server] = rows;
  if (!server) return;
  if (server.number < OLDEST * 10_000) {
    throw new StartError(
      `DATABASE_URL names a PostgreSQL ${server.version}; Amends needs ${OLDEST} or newer.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new StartError(`DATABASE_URL names a database in ${server.encoding}; Amends needs one in UTF8.`);
  }
}

/** What a person can act on, out of what the driver says; anything else stays as it is. The password is never named. */
export function startErrorOf(error: unknown, url: string): unknown {
  if (error instanceof StartError) return error;
  const { host, pathname } = new URL(url);
  const at = `${host || 'the local socket'}${pathname}`;
  const code = codeOf(error);
  const reason =
    REASONS[code] ?? (UNREACHABLE.test(`${code} ${messageOf(error)}`) ? 'does not answer' : undefined);
  if (reason === undefined) return error;
  return new StartError(`DATABASE_URL: the database at ${at} ${reason} (${messageOf(error) || code}).`);
}

const REASONS: Record<string, string> = {
  '28P01': 'refuses this user or password',
  '28000': 'refuses this user',
  '3D000': 'does not exist',
  '42501': 'lets this user not create tables; grant CREATE on it and on its schema',
  '53300': 'has no connection left',
  '55P03': 'has been locked by the migrations of another program for a minute',
  '57P03': 'is starting or stopping',
};

const UNREACHABLE = new RegExp(
  [
    'ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|ENOENT|EACCES',
    'timeout|terminated|SSL|certificate|SASL|password must be',
  ].join('|'),
  'i',
);

/** A host with several addresses fails with an error for each, in an error without words. */
function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? '';
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message.replace(/\s+/g, ' ').trim() : String(error);
}
