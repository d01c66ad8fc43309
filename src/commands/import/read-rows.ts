import { createReadStream } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
import { StartError } from '../../platform/start-error.js';
import { Columns } from './columns.js';
import type { Flaw } from './to-complaint.js';

/** A row of the file: its fields, or what keeps it from being read. */
export interface ReadRow {
  /** Counted from 1, the header not included. */
  number: number;
  /** The line of the file that it ends on; a row may be longer than a line. */
  line: number;
  columns: Columns;
  fields: string[];
  flaw: Flaw | null;
}

/** In characters. A quotation mark that is never closed must not draw the rest of the file into memory. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads a CSV file (RFC 4180, UTF-8) row by row, as fast as rows are asked for.
 * @throws StartError where the file cannot be read, or has no header that names the words of a complaint
 */
export async function* readRows(path: string): AsyncGenerator<ReadRow> {
  const broken: Broken[] = [];
  const file = createReadStream(path);
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    on_skip: (error) => noteBroken(broken, error),
  });
  file.on('error', (error) => parser.destroy(new StartError(`${path} cannot be read: ${error.message}.`)));
  file.pipe(parser);
  let columns: Columns | null = null;
  let number = 0;
  let countedTwice = 0;
  const next = (fields: string[], line: number, flaw: Flaw | null): ReadRow => {
    columns ??= headerOf(path, []);
    number += 1;
    return { number, line, columns, fields, flaw };
  };
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (columns === null) {
        columns = headerOf(path, record);
        continue;
      }
      while (broken[0] && broken[0].line <= info.lines)
        yield next([], broken[0].line, broken.shift()?.flaw ?? null);
      countedTwice += lineEndsOf(record);
      yield next(record, info.lines - countedTwice, wrongCount(record, columns));
    }
    for (const { line, flaw } of broken) yield next([], line, flaw);
    columns ??= headerOf(path, []);
  } finally {
    file.destroy();
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

interface Broken {
  line: number;
  flaw: Flaw;
}

/** The parser goes on behind a row with misplaced quotation marks, and may complain of the same one again. */
function noteBroken(broken: Broken[], error: CsvError | undefined): undefined {
  const line = (error as { lines?: number } | undefined)?.lines ?? 0;
  if (error?.code === 'CSV_MAX_RECORD_SIZE') {
    throw new StartError(`A row has no end before line ${line}: a quotation mark in it is not closed.`);
  }
  if (broken.at(-1)?.line === line) return;
  const ends = error?.code === 'CSV_QUOTE_NOT_CLOSED';
  const flaw = ends
    ? { code: 'row_incomplete', detail: 'the file ends in the middle of this row' }
    : {
        code: 'row_unreadable',
        detail: 'a quotation mark is misplaced; the next rows may be part of this one',
      };
  broken.push({ line, flaw });
}

/** The parser counts a line end of two characters within a field as two lines. */
function lineEndsOf(fields: string[]): number {
  return fields.reduce((count, field) => count + field.split('\r\n').length - 1, 0);
}

function wrongCount(fields: string[], columns: Columns): Flaw | null {
  if (fields.length === columns.count) return null;
  const code = fields.length < columns.count ? 'row_incomplete' : 'row_unreadable';
  return { code, detail: `has ${fields.length} fields instead of ${columns.count}` };
}

function headerOf(path: string, header: string[]): Columns {
  const columns = new Columns(header);
  if (columns.suffice) return columns;
  throw new StartError(
    `${path} has no column named description, narrative, subject or issue in its first line.`,
  );
}
