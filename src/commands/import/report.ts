import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { StartError } from '../../platform/start-error.js';
import type { Flaw } from './to-complaint.js';

/** Flaws told at the terminal where no report is written. */
const MOST_TOLD = 20;

/** The rows that were refused and why: a line each in a CSV file, or the first ones at the terminal. */
export class Report {
  private told = 0;

  private constructor(
    private readonly file: WriteStream | null,
    private readonly say: (line: string) => void,
  ) {}

  /** @throws StartError where the file cannot be written */
  static async open(path: string | null, say: (line: string) => void): Promise<Report> {
    if (path === null) return new Report(null, say);
    const file = createWriteStream(path);
    await once(file, 'open').catch((error: unknown) => {
      throw new StartError(`The report cannot be written: ${(error as Error).message}.`);
    });
    file.write('row,line,code,detail\n');
    return new Report(file, say);
  }

  add(row: number, line: number, flaws: Flaw[]): void {
    for (const { code, detail } of flaws) {
      if (this.file) this.file.write(`${row},${line},${quoted(code)},${quoted(detail)}\n`);
      else if (this.told < MOST_TOLD) this.say(`row ${row}, line ${line}: ${code}: ${detail}`);
      else if (this.told === MOST_TOLD) this.say('… and more; --report FILE.csv has them all');
      this.told += 1;
    }
  }

  async close(): Promise<void> {
    if (!this.file) return;
    this.file.end();
    await once(this.file, 'close');
  }
}

/** RFC 4180. A field that a spreadsheet would take for a formula is made plain text. */
function quoted(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
