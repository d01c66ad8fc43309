const EVERY = 500;
const EVERY_ON_TERMINAL = 25;

/** How far it is: one line that changes on a terminal, a line every 500 rows elsewhere. */
export class Progress {
  constructor(private readonly out: NodeJS.WriteStream) {}

  rows(count: number, seconds: number): void {
    const text = `${count} rows, ${Math.round(count / Math.max(seconds, 0.001))} a second`;
    if (this.out.isTTY) {
      if (count % EVERY_ON_TERMINAL === 0) this.out.write(`\r\x1b[K${text}`);
    } else if (count % EVERY === 0) {
      this.out.write(`${text}\n`);
    }
  }

  /** A line of its own, above the one that changes. */
  say(line: string): void {
    this.out.write(this.out.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`);
  }
}
