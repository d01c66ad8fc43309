import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStream } from '../../../src/access/events/event-stream.js';
import type { Feed, Reading } from '../../../src/audit/feed/feed.service.js';
import type { Entry } from '../../../src/audit/entries/entry.js';
import { type Actor } from '../../../src/kernel/actor.js';
import { newId } from '../../../src/kernel/identifiers.js';

const ANNA: Actor = { kind: 'user', id: newId(), name: 'Anna Berg', roles: ['agent'] };
const PIECE = 100;

/** A log without an end, or one that is silent; `reads` counts how often it was asked. */
class FakeFeed {
  reads = 0;
  followers = 0;
  silence = 0;

  constructor(private readonly length: number) {}

  readOn(_: Actor, __: unknown, after: number, limit: number): Promise<Reading> {
    this.reads += 1;
    const next = Math.min(after + limit, this.length);
    const entries = Array.from({ length: next - after }, (_, index) => entryAt(after + index + 1));
    return Promise.resolve({ entries, next, end: this.length });
  }

  follow(): () => void {
    this.followers += 1;
    return () => (this.followers -= 1);
  }

  async news(_: number, milliseconds: number, given: AbortSignal): Promise<void> {
    this.silence += milliseconds;
    await pause(milliseconds > 0 && this.silence > 100_000 ? 60_000 : 0, undefined, { signal: given }).catch(
      () => undefined,
    );
  }
}

function entryAt(position: number): Entry {
  const subject = { type: 'complaint', id: newId() };
  const data = { reason: 'x'.repeat(1000) };
  return { id: newId(), type: 'complaint.escalated', at: '', position, subject, data } as unknown as Entry;
}

function streamOf(feed: FakeFeed): EventStream {
  const opening = {
    viewer: ANNA,
    filter: {},
    position: 0,
    reset: null,
    follow: true,
    source: 'http://house',
  };
  return new EventStream(feed as unknown as Feed, opening);
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a reader who does not read', () => {
  /** Breaks where the stream is pushed instead of pulled. */
  it('costs no more than a piece, is known to stall, and is cut off', async () => {
    const feed = new FakeFeed(1_000_000);
    const stream = streamOf(feed);
    stream.body.read(0);
    await pause(100);
    expect(feed.reads).toBe(1);
    expect(stream.body.readableLength).toBeLessThan(70_000);
    expect(stream.stalledFor).toBeGreaterThan(50);
    const closed = new Promise((resolve) => stream.body.once('close', resolve));
    stream.end();
    await closed;
    expect(stream.body.destroyed).toBe(true);
    expect(feed.followers).toBe(0);
    expect(feed.reads).toBe(1);
  });

  it('gets everything in order once they read', async () => {
    const stream = streamOf(new FakeFeed(3 * PIECE));
    stream.body.read(0);
    await pause(20);
    let text = '';
    for await (const chunk of stream.body) {
      text += String(chunk);
      if (text.includes(`\nid: ${3 * PIECE}\n`)) break;
    }
    const ids = [...text.matchAll(/^id: (\d+)\ndata: /gm)].map(([, id]) => Number(id));
    expect(ids).toEqual(Array.from({ length: 3 * PIECE }, (_, index) => index + 1));
    expect(stream.stalledFor).toBe(0);
  });
});

describe('a silent log', () => {
  it('makes a comment every 20 seconds, with the place, and nothing else', async () => {
    const feed = new FakeFeed(0);
    jest.spyOn(performance, 'now').mockImplementation(() => feed.silence);
    const stream = streamOf(feed);
    let text = '';
    stream.body.on('data', (chunk: Buffer) => (text += String(chunk)));
    for (let turn = 0; turn < 50 && feed.silence <= 100_000; turn++) await pause(2);
    const ended = new Promise((resolve) => stream.body.once('end', resolve));
    stream.end();
    await ended;
    expect(text).toBe(`retry: 2000\nid: 0\n\n${': nothing new\nid: 0\n\n'.repeat(5)}`);
    expect(feed.followers).toBe(0);
  });
});
