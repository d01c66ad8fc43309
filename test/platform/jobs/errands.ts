import { DoesJob, job } from '../../../src/platform/jobs/job.js';

export type Errand = { what: string };

export const ERRAND = job<Errand>('errand');

/** Runs errands, and remembers which, and how many it ever ran at once. */
export class Runner {
  readonly begun: string[] = [];
  readonly done: string[] = [];
  atOnce = 0;
  private running = 0;

  constructor(private readonly work: (what: string) => unknown = () => undefined) {}

  @DoesJob(ERRAND)
  async run({ what }: Errand): Promise<void> {
    this.begun.push(what);
    this.running += 1;
    this.atOnce = Math.max(this.atOnce, this.running);
    try {
      await this.work(what);
      this.done.push(what);
    } finally {
      this.running -= 1;
    }
  }
}
