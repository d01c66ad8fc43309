import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import type { Cell, Parameter, Step } from './recording.js';

/** What the parent tells: where to listen, which database, and the statements of each operation by name. */
export interface BareOrders {
  port: number;
  databaseUrl: string;
  operations: Record<string, BareOperation>;
}

export interface BareOperation {
  steps: Step[];
  /** How many of the last answers of the database make up the answer of the server. */
  shown: number;
}

type Row = Record<string, unknown>;

/**
 * The least that could answer the same: node:http, the driver with prepared statements, `JSON.stringify`. It sends the
 * statements that the program sends and knows nothing else: no caller, no validation, no rules, no log lines.
 */
function serve({ port, databaseUrl, operations }: BareOrders): void {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  }).listen(port, '127.0.0.1');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, name = '', requested = ''] = request.url?.split('/') ?? [];
    if (request.method === 'POST') JSON.parse(await bodyOf(request));
    const operation = operations[name];
    const rows = operation ? await run(name, operation.steps, decodeURIComponent(requested)) : [];
    const text = JSON.stringify(
      rows.slice(-(operation?.shown ?? 1)).map((answered) => answered.map(readable)),
    );
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  }

  async function run(name: string, steps: Step[], requested: string): Promise<Row[][]> {
    const answers: Row[][] = [];
    const names = new Map<string, string>();
    let connection: pg.PoolClient | null = null;
    try {
      for (const step of steps) {
        if (/^(START TRANSACTION|BEGIN)/.test(step.text)) connection = await pool.connect();
        const values = step.parameters.map((parameter) => valueOf(parameter, requested, answers, names));
        const query =
          values.length > 0 || /^\s*(SELECT|WITH)/.test(step.text)
            ? { name: name + step.name, text: step.text, values }
            : { text: step.text };
        const { rows } = await (connection ?? pool).query<Row>(query);
        answers.push(rows);
        if (step.text === 'COMMIT') {
          connection?.release();
          connection = null;
        }
      }
    } finally {
      connection?.release(true);
    }
    return answers;
  }
}

function valueOf(
  parameter: Parameter,
  requested: string,
  answers: Row[][],
  names: Map<string, string>,
): unknown {
  if ('constant' in parameter) return parameter.constant;
  if ('list' in parameter) return parameter.list.map((item) => valueOf(item, requested, answers, names));
  if ('cell' in parameter)
    return answers[parameter.cell.statement]?.[parameter.cell.row]?.[parameter.cell.column];
  if ('column' in parameter) {
    const { statement, column, most } = parameter.column;
    return answers[statement]?.slice(0, most).map((row) => row[column]);
  }
  let text = '';
  for (const piece of parameter.pieces) {
    if ('text' in piece) text += piece.text;
    else if (piece.from === 'request') text += requested;
    else if (piece.from === 'new') text += newName(piece.which, piece.kind, names);
    else text += cellOf(piece, answers);
  }
  return text;
}

function cellOf({ statement, row, column }: Cell, answers: Row[][]): string {
  const cell = answers[statement]?.[row]?.[column];
  if (typeof cell !== 'string') throw new Error(`statement ${statement} answered no ${column} in row ${row}`);
  return cell;
}

/** The bytes of an entry are JSON, and are answered as such. */
function readable(row: Row): Row {
  if (!Buffer.isBuffer(row.bytes)) return row;
  return { ...row, bytes: JSON.parse(row.bytes.toString()) as unknown };
}

function newName(which: number, kind: 'id' | 'reference', names: Map<string, string>): string {
  const key = String(which);
  const known = names.get(key);
  if (known !== undefined) return known;
  const made =
    kind === 'id'
      ? randomUUID()
      : randomBytes(6)
          .toString('hex')
          .replace(/....(?=.)/g, '$&-');
  names.set(key, made);
  return made;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

process.once('message', (orders) => serve(orders as BareOrders));
