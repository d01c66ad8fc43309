import { afterAll, beforeAll } from '@jest/globals';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApplication } from '../../src/app.js';
import { WebhookDispatcher } from '../../src/automation/webhooks/delivering/dispatcher.service.js';
import { Timekeeper } from '../../src/complaints/time/timekeeper.service.js';
import { Clock } from '../../src/kernel/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Schedule } from '../../src/schedule.js';
import { Api, expectAnswer, type Witness } from './api.js';
import { CAST, type CastName, PASSWORD } from './cast.js';
import { environment, fillWithCast } from './cast-template.js';
import { Contract } from './contract.js';
import { Mailbox } from './mailbox.js';
import { giveLogKey } from './log-key.js';
import { Make } from './make.js';
import { expectOrder, settle } from './order.js';
import { cloneFilled, type TestDatabase } from './template-database.js';

export interface AppOptions {
  /** Beside what every test app is given, or instead of it: `{ RATE_LIMIT_PUBLIC: '3' }`. */
  env?: Record<string, string>;
  /** The worker that wakes complaints, and what recurs, run by themselves; else a test lets time pass by `passTime`. */
  timekeeper?: boolean;
  /** Mail can be sent: to `app.mailbox`. */
  mail?: boolean;
  /** The worker that calls other programs runs; else nothing leaves this machine. */
  webhooks?: boolean;
}

/** One app with a database of its own for all tests of the file. */
export function useTestApp(options: AppOptions = {}): TestApp {
  const app = new TestApp(options);
  beforeAll(() => app.start());
  afterAll(() => app.close());
  return app;
}

const HOUR = 3_600_000;
const UNITS = { days: 24 * HOUR, hours: HOUR, minutes: 60_000, seconds: 1000 };

export type Span = Partial<Record<keyof typeof UNITS, number>>;

/** The program, started on a copy of the template and listening on a free port. */
export class TestApp {
  readonly make = new Make(this);
  /** The mail server, where the app has one. */
  readonly mailbox = new Mailbox();
  baseUrl: string;
  private nest: NestFastifyApplication;
  private copy: TestDatabase;
  private folder: string;
  private contract: Contract;
  private tokens = new Map<CastName, Promise<string>>();
  private readonly ids = new Map<CastName, Promise<string>>();

  constructor(private readonly options: AppOptions = {}) {}

  async start(): Promise<void> {
    this.copy = await cloneFilled('cast', fillWithCast);
    this.folder = await mkdtemp(join(tmpdir(), 'amends-app-'));
    if (this.options.mail) await this.mailbox.start();
    const mail = this.options.mail ? this.mailbox.env : {};
    const env = { ...(await environment(this.copy.url, this.folder)), ...mail, ...this.options.env };
    await giveLogKey(env);
    this.nest = await startApplication(env);
    if (!this.options.timekeeper) {
      await this.nest.get(Timekeeper).stop();
      this.nest.get(Schedule).stop();
    }
    if (!this.options.webhooks) await this.nest.get(WebhookDispatcher).stop();
    this.baseUrl = await this.nest.getUrl();
    this.contract = await Contract.of(this.baseUrl);
  }

  /** Fails where the app leaves disorder behind; see order.ts. */
  async close(): Promise<void> {
    try {
      await expectOrder(this.nest);
    } finally {
      await this.nest.close();
      // The module of a test file stays in its worker, and would keep the whole program.
      Reflect.deleteProperty(this, 'nest');
      if (this.options.mail) await this.mailbox.stop();
      await this.copy.drop();
      await rm(this.folder, { recursive: true, force: true });
    }
  }

  /** The API with the access token of one of the cast, who signs in when first asked for. */
  as(name: CastName): Api {
    return new Api(this.baseUrl, () => this.tokenOf(name), this.witness);
  }

  withToken(token: string): Api {
    return new Api(this.baseUrl, () => Promise.resolve(token), this.witness);
  }

  get anonymous(): Api {
    return new Api(this.baseUrl, () => Promise.resolve(null), this.witness);
  }

  /** Asked for once: nobody of the cast becomes another. */
  idOf(name: CastName): Promise<string> {
    const id = this.ids.get(name) ?? this.askedIdOf(name);
    this.ids.set(name, id);
    return id;
  }

  get database(): Database {
    return this.get(Database);
  }

  /** A part of the running program that no route shows. */
  get<T>(part: Type<T>): T {
    return this.nest.get(part, { strict: false });
  }

  /** The program's time. */
  now(): Date {
    return this.nest.get(Clock).now();
  }

  /** RFC 3339, so many days from the program's present. */
  inDays(days: number): string {
    return new Date(this.now().getTime() + days * UNITS.days).toISOString();
  }

  /** Moves time forward for the program and its transactions. Everybody signs in anew: access tokens have run out. */
  advance(span: Span): void {
    const parts = Object.entries(span) as [keyof typeof UNITS, number][];
    this.nest.get(Clock).advance(parts.reduce((sum, [unit, count]) => sum + count * UNITS[unit], 0));
    this.tokens.clear();
  }

  /** Moves time, and lets everything happen that time alone does. @returns how many complaints changed. */
  passTime(span: Span = {}): Promise<number> {
    this.advance(span);
    return this.nest.get(Timekeeper).turn();
  }

  /** The safety net of the clock. @returns how many complaints it had to wake. */
  sweep(): Promise<number> {
    return this.nest.get(Timekeeper).sweep();
  }

  /** Every route that is mounted, as a tree of paths with their methods. */
  printedRoutes(): string {
    return this.nest.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  }

  /** Waits until every entry is sealed, every subscriber has had it, and every job is done. */
  settle(): Promise<void> {
    return settle(this.nest);
  }

  private readonly witness: Witness = (question, answer) => this.contract.check(question, answer);

  private tokenOf(name: CastName): Promise<string> {
    const token = this.tokens.get(name) ?? this.signIn(CAST[name].email);
    this.tokens.set(name, token);
    return token;
  }

  private async askedIdOf(name: CastName): Promise<string> {
    return (await expectAnswer(200, this.as(name).client.GET('/v1/me'))).id;
  }

  private async signIn(email: string): Promise<string> {
    const body = { email, password: PASSWORD };
    const session = await expectAnswer(201, this.anonymous.client.POST('/v1/sessions', { body }));
    return session.accessToken;
  }
}
