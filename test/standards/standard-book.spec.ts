import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '../../src/kernel/clock.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { Database } from '../../src/platform/database/database.js';
import { BUILT_IN, BUILT_IN_ID } from '../../src/standards/built-in.js';
import { StandardBook } from '../../src/standards/standard-book.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { type Shown, standardBody } from './a-standard.js';

const app = useTestApp();

/** A book of another process: nobody tells it what changes here. */
class OtherProcess {
  readonly clock = new Clock();
  readonly asked: jest.SpiedFunction<Database['read']>;
  readonly book: StandardBook;

  constructor() {
    const database = new Database(app.database.dataSource);
    this.asked = jest.spyOn(database, 'read');
    this.book = new StandardBook(database, this.clock);
  }

  async names(): Promise<string[]> {
    return (await this.book.current()).map(({ name }) => name);
  }
}

async function make(changes: Record<string, unknown>): Promise<Shown> {
  return expectStatus(201, await app.as('ada').post<Shown>('/v1/standards', standardBody(changes)));
}

describe('the book of standards', () => {
  let other: OtherProcess;
  beforeAll(() => {
    other = new OtherProcess();
  });

  it('has the built-in one from the beginning, and asks once for many who ask at once', async () => {
    const answers = await Promise.all([other.book.current(), other.book.current(), other.book.current()]);
    expect(answers).toEqual([[BUILT_IN], [BUILT_IN], [BUILT_IN]]);
    // Once for the versions that complaints can have kept, once for those that hold now.
    expect(other.asked).toHaveBeenCalledTimes(2);
  });

  it('has a new one within a second, in the order of rank, without those out of use', async () => {
    await make({ name: 'second', rank: 20 });
    await make({ name: 'first', rank: 10 });
    await make({ name: 'out of use', rank: 5, active: false });
    other.clock.advance(1000);
    expect(await other.names()).toEqual(['first', 'second', 'built-in']);
    const { calls } = other.asked.mock;
    const asked = calls.length;
    expect(await other.names()).toEqual(['first', 'second', 'built-in']);
    expect(calls.length).toBe(asked);
  });

  it('knows at once what its own process changed', async () => {
    const book = app.get(StandardBook);
    await book.current();
    const { id } = await make({ name: 'at once', rank: 15 });
    expect((await book.current()).map(({ name }) => name)).toContain('at once');
    expectStatus(200, await app.as('ada').patch(`/v1/standards/${id}`, 1, { active: false }));
    expect((await book.current()).map(({ name }) => name)).not.toContain('at once');
  });

  it('has every version as it was, and asks for it once', async () => {
    const { id } = await make({ name: 'before', rank: 30 });
    expectStatus(200, await app.as('ada').patch(`/v1/standards/${id}`, 1, { name: 'after' }));
    const before = other.asked.mock.calls.length;
    expect((await other.book.at(id, 1)).name).toBe('before');
    expect((await other.book.at(id, 2)).name).toBe('after');
    other.clock.advance(100_000);
    expect((await other.book.at(id, 1)).name).toBe('before');
    expect(other.asked.mock.calls.length - before).toBe(2);
    expect(await other.book.at(BUILT_IN_ID, 1)).toEqual(BUILT_IN);
  });

  it('does not remember that something was not there', async () => {
    const { id } = await make({ rank: 40 });
    await expect(other.book.at(id, 2)).rejects.toThrow(Refusal);
    expectStatus(200, await app.as('ada').patch(`/v1/standards/${id}`, 1, { name: 'now' }));
    expect((await other.book.at(id, 2)).name).toBe('now');
  });

  it('asks again after a failure', async () => {
    other.clock.advance(2000);
    other.asked.mockRejectedValueOnce(new Error('the database was away'));
    await expect(other.book.current()).rejects.toThrow('away');
    expect((await other.book.current()).at(-1)?.id).toBe(BUILT_IN_ID);
  });
});
