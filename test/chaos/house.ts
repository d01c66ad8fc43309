import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMINISTRATOR, engageAgent, enter, signIn } from '../bench/house.js';
import { freePort } from '../support/free-port.js';
import { MortalServer } from './cluster.js';
import { Supervised } from './supervised.js';

/** A house of its own: a database server, a program that answers, workers that watch the time, and one folder. */
export class House {
  readonly workers: Supervised[] = [];
  private folder: string | undefined;
  private mortal: MortalServer | undefined;
  private api: Supervised | undefined;
  private ending: Promise<void> | undefined;
  databaseUrl = '';

  /** Makes everything but the workers. Whatever happens, also while this runs, `end` is to be called. */
  async open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'amends-chaos-'));
    this.mortal = await MortalServer.make(this.folder);
    await this.mortal.start();
    this.databaseUrl = await this.mortal.database('amends');
    await mkdir(join(this.folder, 'program'));
    this.api = new Supervised(await freePort(), this.environment('api'));
    await this.api.ready();
    await engageAgent(this.baseUrl);
  }

  get server(): MortalServer {
    if (!this.mortal) throw new Error('The house is not open.');
    return this.mortal;
  }

  get baseUrl(): string {
    return this.api?.baseUrl ?? '';
  }

  /** The authorization of an agent. */
  async authorization(): Promise<string> {
    return (await enter(this.baseUrl)).authorization;
  }

  /** The authorization of the administrator, who sees everything. */
  administration(): Promise<string> {
    return signIn(this.baseUrl, ADMINISTRATOR.ADMIN_EMAIL);
  }

  killApi(): void {
    this.api?.kill();
  }

  async startWorkers(count: number): Promise<void> {
    for (let started = 0; started < count; started += 1) {
      this.workers.push(new Supervised(await freePort(), this.environment('worker')));
    }
    await Promise.all(this.workers.map((worker) => worker.ready()));
  }

  /** Ends every process with `kill -9` and removes the folder. May be called twice. */
  end(): Promise<void> {
    this.ending ??= this.demolish();
    return this.ending;
  }

  private async demolish(): Promise<void> {
    const programs = this.api ? [this.api, ...this.workers] : this.workers;
    await Promise.all(programs.map((program) => program.end()));
    await this.mortal?.end();
    if (this.folder) await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private environment(role: 'api' | 'worker'): Record<string, string> {
    return {
      ROLE: role,
      DATABASE_URL: this.databaseUrl,
      DATA_DIR: join(this.folder ?? '', 'program'),
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PUBLIC: '0',
      ...ADMINISTRATOR,
    };
  }
}
