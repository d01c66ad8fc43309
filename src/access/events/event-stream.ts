import { Readable } from 'node:stream';
import type { Feed, FeedFilter } from '../../audit/feed/feed.service.js';
import { type Event, eventOf } from '../../audit/feed/event.js';
import type { Actor } from '../../kernel/actor.js';

/** Milliseconds after which a client that lost the stream is to come back. */
const RETRY = 2000;
/** Milliseconds of silence after which a comment says that the stream is still there. */
const HEARTBEAT = 20_000;
/** Entries that are read at once, and bytes that are made before the reader takes them. */
const PAGE = 100;
const AHEAD = 65_536;

/** What a stream begins with, and what it is about. */
export interface Opening {
  viewer: Actor;
  filter: FeedFilter;
  /** It begins after this position. */
  position: number;
  /** Said first: the reader cannot go on from where they were. */
  reset: { reason: 'too_old' | 'in_future'; asked: number } | null;
  /** Whether it waits for what happens next. */
  follow: boolean;
  /** Of the events. */
  source: string;
}

/**
 * One reader of the stream. It is pulled: nothing is read from the database before the reader took what was read
 * before, so that a slow one costs a bounded piece of memory.
 */
export class EventStream {
  /** What is sent to the reader. */
  readonly body: Readable;
  readonly openedAt = performance.now();
  viewer: Actor;
  private readonly over = new AbortController();
  private waitsForReader: number | null = null;

  constructor(
    private readonly feed: Feed,
    private readonly opening: Opening,
  ) {
    this.viewer = opening.viewer;
    this.body = Readable.from(this.lines(), { objectMode: false, highWaterMark: AHEAD });
  }

  /** Ends it after what was written so far; at once where the reader does not read. */
  end(): void {
    this.over.abort();
    if (this.waitsForReader !== null) this.body.destroy();
  }

  /** For how many milliseconds the reader has not taken what waits for them. */
  get stalledFor(): number {
    return this.waitsForReader === null ? 0 : performance.now() - this.waitsForReader;
  }

  private async *lines(): AsyncGenerator<string> {
    const { signal } = this.over;
    const leave = this.feed.follow();
    try {
      for await (const line of this.written(signal)) {
        if (signal.aborted) return;
        this.waitsForReader = performance.now();
        yield line;
        this.waitsForReader = null;
      }
    } finally {
      leave();
    }
  }

  private async *written(signal: AbortSignal): AsyncGenerator<string> {
    const { filter, source, follow } = this.opening;
    let { position } = this.opening;
    let heardAt = performance.now();
    yield openingOf(this.opening);
    while (!signal.aborted) {
      const { entries, next, end } = await this.feed.readOn(this.viewer, filter, position, PAGE);
      for (const entry of entries) yield written(eventOf(entry, source));
      if (entries.length > 0) heardAt = performance.now();
      const moved = next > position;
      position = next;
      if (position < end) continue;
      if (!follow) {
        if (moved) yield placeOf(position);
        return;
      }
      const silence = performance.now() - heardAt;
      if (silence < HEARTBEAT) await this.feed.news(position, HEARTBEAT - silence, signal);
      else {
        yield `: nothing new\n${placeOf(position)}`;
        heardAt = performance.now();
      }
    }
  }
}

/** When to come back, and from where: an id without data is remembered by the client and tells it nothing. */
function openingOf({ position, reset }: Opening): string {
  const begin = `retry: ${RETRY}\n`;
  if (reset === null) return begin + placeOf(position);
  const data = JSON.stringify({ ...reset, position });
  return `${begin}id: ${position}\nevent: reset\ndata: ${data}\n\n`;
}

function placeOf(position: number): string {
  return `id: ${position}\n\n`;
}

/** JSON has no line breaks of its own, so that one `data` line holds it. */
function written(event: Event): string {
  return `id: ${event.data.position}\ndata: ${JSON.stringify(event)}\n\n`;
}
