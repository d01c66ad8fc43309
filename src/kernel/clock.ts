/**
 * The one source of time. Inside a transaction the write door asks the database; tests move both by the
 * same offset.
 */
export class Clock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** The moment that a time read from the database stands for. */
  fromDatabase(time: Date): Date {
    return new Date(time.getTime() + this.offset);
  }

  /** By how many milliseconds this process's time is ahead of the database's. */
  get ahead(): number {
    return this.offset;
  }

  /** Moves this process's time forward, for tests and demonstrations. */
  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }
}
