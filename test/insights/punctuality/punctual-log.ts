import { afterAll, beforeAll } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataOf } from '../../../src/audit/entry-catalogue.js';
import { SubscriptionStore } from '../../../src/audit/following/subscription.store.js';
import { subscriptionsOf } from '../../../src/audit/subscriptions.events.js';
import type { PunctualityDto, PunctualityQuery } from '../../../src/insights/punctuality/punctuality.dto.js';
import { PunctualityReads } from '../../../src/insights/punctuality/punctuality.reads.js';
import { PunctualitySubscription } from '../../../src/insights/punctuality/punctuality.subscription.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { readConfig } from '../../../src/platform/config.js';
import { Cursors } from '../../../src/platform/http/cursors.js';
import type { Page } from '../../../src/platform/http/page.js';
import { Keys } from '../../../src/platform/keys.js';
import { ANNA, callBy, TestLog } from '../../audit/test-log.js';
import { cloneDatabase, type TestDatabase } from '../../support/template-database.js';

type Counted = Parameters<PunctualitySubscription['count']>[0];
type Whose = Omit<DataOf<'promise.broken'>, 'breachId' | 'brokenAt'>;

const WHOSE: Whose = {
  ...{ kind: 'resolve', legal: false, madeByKind: 'standard', dueAt: '2026-11-25T09:00:00.000Z' },
  ...{ ownerId: null, tier: null, categoryId: null },
};

/** A log with the subscriber and the board on it, where promises are settled by entries of exactly these words. */
export class PunctualLog {
  log: TestLog;
  url: string;
  counter: PunctualitySubscription;
  private copy: TestDatabase;
  private reads: PunctualityReads;
  private folder: string;

  async start(): Promise<void> {
    this.copy = await cloneDatabase();
    this.url = this.copy.url;
    this.folder = await mkdtemp(join(tmpdir(), 'amends-punctuality-'));
    const followers: object[] = [];
    this.log = await TestLog.open(this.copy.url, followers);
    this.counter = new PunctualitySubscription(this.log.database);
    followers.push(this.counter);
    const cursors = new Cursors(new Keys(readConfig({ KEYS_DIR: this.folder })));
    this.reads = new PunctualityReads(this.log.database, cursors);
    await this.log.work();
  }

  async close(): Promise<void> {
    await this.log.close();
    await this.copy.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async kept(whose: Partial<Whose> = {}, { id = newId(), late = false } = {}): Promise<string> {
    const kept = { late, keptAt: '2026-11-25T08:00:00.000Z', messageId: null, note: null };
    return this.record('promise.kept', id, { ...WHOSE, ...whose, ...kept });
  }

  async broken(whose: Partial<Whose> = {}, { id = newId() } = {}): Promise<string> {
    const broken = { breachId: newId(), brokenAt: '2026-11-25T09:00:00.000Z' };
    return this.record('promise.broken', id, { ...WHOSE, ...whose, ...broken });
  }

  async moved(whose: Partial<Whose> = {}, { id = newId(), broken = false } = {}): Promise<string> {
    const moved = { broken, movedToId: newId(), messageId: null, reason: null };
    return this.record('promise.moved', id, { ...WHOSE, ...whose, ...moved });
  }

  /** A new team, or other members of one. */
  async team(memberIds: string[], known?: string): Promise<string> {
    const id = known ?? newId();
    await this.log.ledger.write(callBy(), 'change team', [], (c) => {
      const team = { name: 'Beds', memberIds };
      if (known === undefined) c.record('team.created', { type: 'team', id }, team);
      else c.record('team.updated', { type: 'team', id }, { changed: ['members'], ...team });
      return Promise.resolve({ id });
    });
    return id;
  }

  /** Every entry that is counted, in order. */
  async entries(): Promise<Counted[]> {
    await this.log.subscriptions.settled();
    const [subscription] = subscriptionsOf(this.counter);
    const store = new SubscriptionStore(this.log.database);
    const found: Counted[] = [];
    for (let after = 0, more = true; more && subscription;) {
      const { entries, upTo } = await store.page(subscription, after);
      found.push(...entries.map(({ entry }) => entry as Counted));
      more = upTo > after;
      after = upTo;
    }
    return found;
  }

  /** Every number, and what it is a number of. */
  numbers(): Promise<object[]> {
    return this.log.database.read('SELECT n.* FROM punctuality_counts n ORDER BY n.id');
  }

  /** Does what the page of this floor says about counting anew, up to a statement. */
  async forget(upTo = Infinity): Promise<void> {
    const page = readFileSync('src/insights/README.md', 'utf8');
    const sql = /```sql\n([^`]+)```/.exec(page)?.[1] ?? '';
    const statements = sql.split(';').filter((statement) => statement.trim() !== '');
    for (const statement of statements.slice(0, upTo)) await this.log.database.read(statement);
  }

  /** The board when everything is counted. */
  async board(query: PunctualityQuery): Promise<Page<PunctualityDto>> {
    await this.log.subscriptions.settled();
    return this.reads.list(ANNA, query);
  }

  /** `key kept/total` of each group, and ` moved` where some were. */
  async shares(query: PunctualityQuery): Promise<string[]> {
    const { items } = await this.board(query);
    return items.map(
      ({ key, kept, total, moved }) => `${key ?? '-'} ${kept}/${total}${moved ? ` ${moved}` : ''}`,
    );
  }

  private async record<T extends 'promise.kept' | 'promise.broken' | 'promise.moved'>(
    type: T,
    id: string,
    data: DataOf<T>,
  ): Promise<string> {
    await this.log.ledger.write(callBy(), 'settle', [], (c) => {
      c.record<'promise.kept' | 'promise.broken' | 'promise.moved'>(type, { type: 'promise', id }, data);
      return Promise.resolve({ id });
    });
    return id;
  }
}

/** One for all tests of the file. */
export function usePunctualLog(): PunctualLog {
  const punctual = new PunctualLog();
  beforeAll(() => punctual.start());
  afterAll(() => punctual.close());
  return punctual;
}
