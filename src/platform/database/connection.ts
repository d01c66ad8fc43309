import pg from 'pg';

/** The application's role: owns nothing, and may do with each table what `app_may` of the migrations says. */
export const APP_ROLE = 'amends_app';

const SECOND = 1000;

/**
 * What every connection of the pool is told. The client's time-out lies above the server's, so that it only speaks
 * where the server is gone; a lock is given up before the statement is.
 */
export function poolSettings(url: string, role: string | null) {
  return {
    ...connectionSettings(url, `-c TimeZone=UTC${role ? ` -c role=${role}` : ''}`),
    application_name: 'amends',
    statement_timeout: 5 * SECOND,
    lock_timeout: 2 * SECOND,
    idle_in_transaction_session_timeout: 10 * SECOND,
    query_timeout: 6 * SECOND,
  };
}

/** Settings for a connection of one's own, as the owner of the schema and without limits of time. */
export function connectionSettings(url: string, serverOptions = '') {
  const { bare, options } = withoutOptions(url);
  return {
    connectionString: bare,
    options: [options, serverOptions].filter(Boolean).join(' ') || undefined,
    connectionTimeoutMillis: 5 * SECOND,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10 * SECOND,
    types: { getTypeParser },
  };
}

/** The driver lets `options` inside the URL replace its own; they are taken out to be joined. */
function withoutOptions(url: string): { bare: string; options: string } {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options');
  if (options === null) return { bare: url, options: '' };
  parsed.searchParams.delete('options');
  return { bare: parsed.href, options };
}

/**
 * `int8` becomes a number (counts and sequence numbers stay far below 2^53); a `date` stays the text it is. A page of
 * complaints has hundreds of times: the engine's own parser reads them in half the time of the driver's.
 */
const getTypeParser: typeof pg.types.getTypeParser = (oid, format?: 'text' | 'binary') => {
  if (oid === pg.types.builtins.INT8) return Number;
  if (oid === pg.types.builtins.DATE) return String;
  if (oid === pg.types.builtins.TIMESTAMPTZ && format !== 'binary') return readTime;
  return pg.types.getTypeParser(oid, format ?? 'text') as unknown;
};

const driversTime = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text') as (text: string) => Date;

/** `2026-11-20 09:00:00.123+00`, which PostgreSQL writes where its time zone is UTC; anything else is rare. */
function readTime(text: string): Date {
  if (!UTC.test(text)) return driversTime(text);
  return new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
}

const UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?\+00$/;
