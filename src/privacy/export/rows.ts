import type { SubjectKind } from '../map/data.js';
import type { Section } from './sections.js';

/** One SELECT on a connection of the pool. */
export type Query = <T>(sql: string, params?: unknown[]) => Promise<T[]>;

/** Whose data are read, by kind. */
export type Ids = Record<SubjectKind, string[]>;

/** Subjects asked for at once, and rows read at once. */
const SUBJECTS = 100;
export const ROWS = 500;

/** The rows of one section, each once: what belongs to two subjects of the person is told once. */
export async function* rowsOf(query: Query, section: Section, ids: Ids): AsyncGenerator<object> {
  const told = new Set<string>();
  for (const [kind, where] of section.of) {
    const sql = `SELECT ${section.select} FROM ${section.table} t
      WHERE (${where('$1::uuid[]')}) AND ($2::uuid IS NULL OR t.id > $2) ORDER BY t.id LIMIT ${ROWS}`;
    for (const some of inParts(ids[kind])) {
      for await (const row of pages<{ id: string }>(query, sql, some, ({ id }) => id)) {
        if (!told.has(row.id)) yield row;
        told.add(row.id);
      }
    }
  }
}

/** All rows of a statement that takes subjects and where to go on, page by page. */
export async function* pages<T>(
  query: Query,
  sql: string,
  ids: string[],
  placeOf: (row: T) => unknown,
): AsyncGenerator<T> {
  for (let after: unknown = null; ;) {
    const found: T[] = await query<T>(sql, [ids, after]);
    yield* found;
    const last = found.at(-1);
    if (found.length < ROWS || last === undefined) return;
    after = placeOf(last);
  }
}

export function* inParts(ids: string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += SUBJECTS) yield ids.slice(from, from + SUBJECTS);
}
