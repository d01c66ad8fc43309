import { quoted, toSnake } from './names.js';

/** One statement for any number of rows, and its only parameter: the rows as JSON, which the server takes apart. */
export interface RecordStatement {
  sql: string;
  json: string;
}

/**
 * @param rows alike: the keys of the first are the columns of all. Dates, lists, JSON and bytes are what the column is;
 *   an absent value is NULL.
 */
export function insertStatement(table: string, rows: object[]): RecordStatement {
  const columns = columnsOf(rows);
  const list = columns.map(quoted).join(', ');
  const sql =
    `INSERT INTO ${quoted(table)} (${list}) ` +
    `SELECT ${list} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $1::jsonb)`;
  return { sql, json: asJson(rows) };
}

/** As `insertStatement`; a row whose `id` is there already takes on the given values. */
export function saveStatement(table: string, rows: object[]): RecordStatement {
  const { sql, json } = insertStatement(table, rows);
  const changes = columnsOf(rows)
    .filter((column) => column !== 'id')
    .map((column) => `${quoted(column)} = excluded.${quoted(column)}`);
  const conflict = changes.length > 0 ? `DO UPDATE SET ${changes.join(', ')}` : 'DO NOTHING';
  return { sql: `${sql} ON CONFLICT (id) ${conflict}`, json };
}

function columnsOf(rows: object[]): string[] {
  return Object.keys(rows[0] ?? {}).map(toSnake);
}

function asJson(rows: object[]): string {
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([property, value]) => [toSnake(property), asValue(value)])),
  );
  return JSON.stringify(records);
}

/** Bytes have no JSON form of their own; `bytea` reads its hexadecimal one. */
function asValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return value.map(asValue);
  return value;
}
