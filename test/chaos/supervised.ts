import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 30_000;
const STEP = 50;

/**
 * The built program under a supervisor that starts it again whenever it ends, as one in earnest does: after a
 * `kill -9`, and where it gives up because the database does not answer while it starts.
 */
export class Supervised {
  private child: ChildProcess | undefined;
  private stopping = false;
  private readonly watching: Promise<void>;
  /** How often it was started. */
  starts = 0;
  /** The end of all that it has said. */
  words = '';

  /** Starts it; `ready` waits until it can serve. */
  constructor(
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {
    this.watching = this.watch();
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** @throws Error with its last words after 30 s */
  async ready(): Promise<void> {
    for (let waited = 0; waited < PATIENCE && !this.stopping; waited += STEP) {
      if (await this.isReady()) return;
      await pause(STEP);
    }
    throw new Error(`The program did not get ready: ${this.words}`);
  }

  /** Whether it can serve: it runs, and reaches its database. */
  async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.baseUrl}/health/ready`)).ok;
    } catch {
      return false;
    }
  }

  /** `kill -9`; its supervisor starts it again. */
  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** `kill -9`, for good. */
  async end(): Promise<void> {
    this.stopping = true;
    this.kill();
    await this.watching;
  }

  private async watch(): Promise<void> {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, ...this.env, PORT: String(this.port) };
    while (!this.stopping) {
      this.starts += 1;
      const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      this.child = child;
      const hear = (text: Buffer) => (this.words = (this.words + text.toString()).slice(-4000));
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      await once(child, 'close');
      if (!this.isStopping()) await pause(RESTART_AFTER);
    }
  }

  private isStopping(): boolean {
    return this.stopping;
  }
}

const RESTART_AFTER = 300;
