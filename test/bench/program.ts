import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

/** A process that was started to be measured. */
export class Program {
  private constructor(
    readonly child: ChildProcess,
    readonly baseUrl: string,
    /** Milliseconds from the start of the process until it answered. */
    readonly startedIn: number,
  ) {}

  /** Starts a file of JavaScript or TypeScript and waits until `baseUrl` answers. @throws Error with its last words */
  static async start(file: string, baseUrl: string, options: StartOptions = {}): Promise<Program> {
    const { env = {}, imports = [], message } = options;
    const began = performance.now();
    const { PATH = '', HOME = '' } = process.env;
    const child = fork(file, {
      env: { PATH, HOME, ...env },
      execArgv: ['--enable-source-maps', ...imports.flatMap((name) => ['--import', name])],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let words = '';
    const hear = (text: Buffer) => (words = (words + text.toString()).slice(-4000));
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    if (options.onMessage) child.on('message', options.onMessage);
    if (message !== undefined) child.send(message);
    while (!(await answers(baseUrl))) {
      if (child.exitCode !== null) throw new Error(`${file} ended: ${words}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return new Program(child, baseUrl, performance.now() - began);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  /** Resident memory in MB; null where the system does not tell. */
  async memory(): Promise<number | null> {
    const status = await this.procFile('status');
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status ?? '') ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  }

  /** Milliseconds of processor time that it has used so far; null where the system does not tell. */
  async processorTime(): Promise<number | null> {
    const stat = await this.procFile('stat');
    if (stat === null) return null;
    // After the name in brackets: state is the first field, user and system time are the 12th and 13th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  }

  private procFile(name: string): Promise<string | null> {
    return readFile(`/proc/${this.child.pid}/${name}`, 'utf8').catch(() => null);
  }
}

export interface StartOptions {
  env?: Record<string, string>;
  /** Modules that are loaded before it. */
  imports?: string[];
  /** The first message that it gets. */
  message?: object;
  onMessage?: (message: unknown) => void;
}

/** Milliseconds of one unit in which Linux counts the time of processes. */
const TICK = 10;

async function answers(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/health/ready`)).ok;
  } catch {
    return false;
  }
}
