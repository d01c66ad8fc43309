import pg from 'pg';
import type { RecordedStatement } from './recording.js';

type Done = (error: Error | null, result: pg.QueryResult) => void;
type AnyQuery = (...parameters: unknown[]) => unknown;

/** From now on, every statement that this process sends to a database is told, with its parameters and its rows. */
export function listenToStatements(tell: (statement: RecordedStatement) => void): void {
  const prototype = pg.Client.prototype as unknown as { query: AnyQuery };
  const { query } = prototype;
  prototype.query = function (this: pg.Client, ...parameters: unknown[]): unknown {
    const statement = statementOf(parameters);
    if (statement === null) return query.apply(this, parameters);
    const listen = (result: Result) => {
      if (!Array.isArray(result)) tell(recorded(statement, result));
    };
    const last = parameters.at(-1);
    if (typeof last === 'function') {
      const done: Done = (error, result) => {
        if (!error) listen(result);
        (last as Done)(error, result);
      };
      return query.apply(this, [...parameters.slice(0, -1), done]);
    }
    const running = query.apply(this, parameters) as Promise<Result>;
    return running.then((result) => {
      listen(result);
      return result;
    });
  };
}

/** A text of several statements, such as a migration, has several results and is nobody's request. */
type Result = pg.QueryResult | pg.QueryResult[];

interface Sent {
  text: string;
  values: unknown[];
}

/** Null for what is no plain statement, such as a cursor. */
function statementOf([first, second]: unknown[]): Sent | null {
  const values = Array.isArray(second) ? (second as unknown[]) : [];
  if (typeof first === 'string') return { text: first, values };
  const { text, values: own } = (first ?? {}) as Partial<Sent>;
  return typeof text === 'string' ? { text, values: own ?? values } : null;
}

function recorded({ text, values }: Sent, { fields, rows }: pg.QueryResult): RecordedStatement {
  const columns = fields.map(({ name }) => name);
  const cells = (rows as unknown[]).map((row) =>
    Array.isArray(row) ? (row as unknown[]) : columns.map((name) => (row as Record<string, unknown>)[name]),
  );
  return { text, values, columns, rows: cells };
}
