import type { ClientBase } from 'pg';
import type { RecordedStatement } from '../bench/recording.js';

/** Rows from which on a table is one that no statement may read as a whole. */
const LARGE = 10_000;
/** As many rows as a step of a statement may read or sort: more than a page, or the hits of a search, never takes. */
const MOST_ROWS = 3_000;
/** The server plans a prepared statement anew for this many times, then for all values at once if that looks good. */
const RUNS = 7;

/**
 * What is wrong with how the server carries a statement out, with its values and, where it chooses so, without.
 * Statements that only read are carried out, so that the rows that were really read count, and not the server's guess.
 */
export async function findings(client: ClientBase, statement: RecordedStatement): Promise<string[]> {
  const large = await largeTables(client);
  const values = await literals(client, statement.values);
  const options = /^\s*SELECT/.test(statement.text) ? 'ANALYZE, FORMAT JSON' : 'FORMAT JSON';
  const execute = `EXECUTE planned${values.length > 0 ? ` (${values.join(', ')})` : ''}`;
  const found = new Set<string>();
  await client.query(`PREPARE planned AS ${statement.text}`);
  for (let run = 0; run < RUNS; run += 1) {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `EXPLAIN (${options}) ${execute}`,
    );
    for (const {
      'QUERY PLAN': [{ Plan }],
    } of rows) {
      for (const node of nodesOf(Plan)) judge(node, large).forEach((finding) => found.add(finding));
    }
  }
  await client.query('DEALLOCATE planned');
  return [...found];
}

/**
 * How many rows of each large table the server reads for a statement that only reads and is made to add up many.
 * It is carried out as often, and the worst run counts.
 */
export async function rowsReadOf(
  client: ClientBase,
  { text, values }: RecordedStatement,
): Promise<Record<string, number>> {
  const large = await largeTables(client);
  const most: Record<string, number> = {};
  await client.query(`PREPARE planned AS ${text}`);
  for (let run = 0; run < RUNS; run += 1) {
    const execute = `EXECUTE planned (${(await literals(client, values)).join(', ')})`;
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${execute}`,
    );
    const nodes = rows.flatMap(({ 'QUERY PLAN': [{ Plan }] }) => nodesOf(Plan));
    for (const table of large) {
      const read = nodes.filter((node) => node['Relation Name'] === table).map((node) => rowsRead(node) ?? 0);
      if (read.length > 0)
        most[table] = Math.max(
          most[table] ?? 0,
          read.reduce((sum, one) => sum + one),
        );
    }
  }
  await client.query('DEALLOCATE planned');
  return most;
}

/** A step of a plan, by the names that PostgreSQL gives. */
interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Plan Rows': number;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function judge(node: Node, large: Set<string>): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', Plans: [below] = [] } = node;
  const read = rowsRead(node);
  const findings = [];
  if (type === 'Seq Scan' && large.has(table) && read === null) findings.push(`reads all of ${table}`);
  if (table !== '' && read !== null && read > MOST_ROWS) findings.push(`reads many rows of ${table}`);
  const sorted = below ? (rowsRead(below) ?? below['Plan Rows']) : 0;
  if (type === 'Sort' && sorted > MOST_ROWS) findings.push('sorts a table');
  return findings;
}

/** Null where the statement was not carried out. */
function rowsRead(node: Node): number | null {
  const { 'Actual Rows': actual, 'Actual Loops': loops = 0, 'Rows Removed by Filter': removed = 0 } = node;
  return actual === undefined ? null : (actual + removed) * loops;
}

async function largeTables(client: ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.reltuples >= $1`,
    [LARGE],
  );
  return new Set(rows.map(({ name }) => name));
}

/** The driver writes values as text for the server; the server shows them as they arrived. */
async function literals(client: ClientBase, values: unknown[]): Promise<string[]> {
  if (values.length === 0) return [];
  const columns = values.map((_, index) => `$${index + 1}::text AS v${index}`).join(', ');
  const { rows } = await client.query<Record<string, string | null>>(`SELECT ${columns}`, values);
  return values.map((_, index) => {
    const text = rows[0]?.[`v${index}`] ?? null;
    return text === null ? 'NULL' : client.escapeLiteral(text);
  });
}
