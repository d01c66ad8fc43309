import { createHash } from 'node:crypto';
import type { ClientBase, Pool, QueryArrayResult } from 'pg';
import { toCamel } from './names.js';

/** Anything that runs a statement: the pool, or one connection. */
export type Runner = Pick<Pool | ClientBase, 'query'>;

const names = new Map<string, string>();
let generation = 0;

/**
 * Runs a statement as a named one, which PostgreSQL plans once per connection, and answers rows with camelCase keys.
 * The text must not carry values: each text costs a plan on every connection for as long as it lives.
 */
export async function run<T>(runner: Runner, sql: string, params: unknown[] = []): Promise<T[]> {
  const result: QueryArrayResult<unknown[]> = await runner.query({
    name: nameOf(sql),
    text: sql,
    values: params,
    rowMode: 'array',
  });
  const keys = result.fields.map((field) => toCamel(field.name));
  return result.rows.map((row) => asObject(keys, row) as T);
}

/**
 * After a migration a remembered plan can be of another shape than its table; PostgreSQL then refuses the
 * statement for as long as the connection lives. New names make every connection plan anew.
 * @returns whether the error was of that kind, so that trying again helps
 */
export function planWasStale(error: unknown): boolean {
  const stale =
    error instanceof Error && 'code' in error && error.code === '0A000' && /cached plan/.test(error.message);
  if (stale) {
    generation += 1;
    names.clear();
  }
  return stale;
}

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}.${generation}`;
    names.set(sql, name);
  }
  return name;
}

function asObject(keys: string[], row: unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [index, key] of keys.entries()) object[key] = row[index];
  return object;
}
