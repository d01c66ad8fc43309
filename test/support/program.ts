import { expect } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.js';

/** The built program as a person starts it: `npm start`, in a folder of data of its own. */
export class Program {
  private static readonly all: Program[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown[]>;
  output = '';

  constructor(environment: Record<string, string>, command = ['node', 'dist/main.js']) {
    const [file = '', ...args] = command;
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(file, args, { env: { PATH, HOME, ...environment }, detached: true });
    this.child.stdout?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.child.stderr?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.ended = once(this.child, 'close');
    Program.all.push(this);
  }

  static byNpm(environment: Record<string, string>): Program {
    return new Program(environment, ['npm', 'start', '--ignore-scripts']);
  }

  static async killAll(): Promise<void> {
    for (const program of Program.all.splice(0)) {
      program.signal('SIGKILL', { group: true });
      await program.ended;
    }
  }

  async ready(): Promise<this> {
    await eventually(() => expect(this.output + this.exit).toContain('Amends answers at'), 15_000);
    return this;
  }

  /** Its exit code, when it has ended. */
  async end(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  /** To the one process that was started, or to all that it has started in turn. */
  signal(signal: NodeJS.Signals, { group = false } = {}): void {
    if (this.hasEnded || !this.child.pid) return;
    process.kill(group ? -this.child.pid : this.child.pid, signal);
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private get exit(): string {
    if (this.hasEnded) throw new Error(`it ended: ${this.output}`);
    return '';
  }
}
