import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadRow, readRows } from '../../../src/commands/import/read-rows.js';
import { StartError } from '../../../src/platform/start-error.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-csv-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function read(text: string): Promise<ReadRow[]> {
  const path = join(folder, 'file.csv');
  await writeFile(path, text);
  const rows: ReadRow[] = [];
  for await (const row of readRows(path)) rows.push(row);
  return rows;
}

const seen = (rows: ReadRow[]) =>
  rows.map(({ number, line, fields, flaw }) => [number, line, flaw?.code ?? fields]);

describe('a file', () => {
  it('is read row by row, with rows of several lines, a byte order mark and line ends of any kind', async () => {
    const rows = await read('\uFEFFissue,date\r\n"a, ""b""\r\nc",1\r\n\r\nd,2\r\n');
    expect(seen(rows)).toEqual([
      [1, 3, ['a, "b"\r\nc', '1']],
      [2, 5, ['d', '2']],
    ]);
    expect(rows[0]?.columns.row(['x', 'y'])('receivedAt')).toBe('y');
  });

  it('that ends in the middle of a quoted field has an incomplete row last', async () => {
    expect(seen(await read('issue,date\na,1\nb,"2'))).toEqual([
      [1, 2, ['a', '1']],
      [2, 3, 'row_incomplete'],
    ]);
  });

  it('that ends in the middle of a row has an incomplete row last', async () => {
    expect(seen(await read('issue,date,state\na,1,x\nb,2'))).toEqual([
      [1, 2, ['a', '1', 'x']],
      [2, 3, 'row_incomplete'],
    ]);
  });

  it('with rows that cannot be read goes on behind them', async () => {
    expect(seen(await read('issue,date\na "b",1\nc,2,3\nd\ne,5\n"f" g,6\n"h",7\ni,8\n'))).toEqual([
      [1, 2, 'row_unreadable'],
      [2, 3, 'row_unreadable'],
      [3, 4, 'row_incomplete'],
      [4, 5, ['e', '5']],
      [5, 6, 'row_unreadable'],
      [6, 7, 'row_unreadable'],
      [7, 8, ['i', '8']],
    ]);
  });

  it('with a quotation mark that is never closed does not swallow what follows in silence', async () => {
    const rows = await read('issue,date\n"a,1\n"b",2\n"c",3\n');
    expect(rows.some(({ flaw }) => flaw)).toBe(true);
    expect(rows.filter(({ fields }) => fields[0]?.includes('a'))).toEqual([]);
  });
});

describe('what cannot be an import', () => {
  it.each(['', 'colour,size\nred,1\n'])('is told before anything is taken: %j', async (text) => {
    await expect(read(text)).rejects.toThrow(StartError);
  });

  it('is a row without an end', async () => {
    await expect(read(`issue,date\n"${'a\n'.repeat(600_000)}`)).rejects.toThrow(/has no end/);
  });

  it('is a file that is not there', async () => {
    const rows = readRows(join(folder, 'absent.csv'));
    await expect(rows.next()).rejects.toThrow(/absent\.csv cannot be read/);
  });
});
