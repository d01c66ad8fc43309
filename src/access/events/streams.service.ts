import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Feed } from '../../audit/feed/feed.service.js';
import type { Actor } from '../../kernel/actor.js';
import { invalid, Refusal } from '../../kernel/refusal.js';
import { Config } from '../../platform/config.js';
import { Draining } from '../../platform/health/draining.js';
import { parameterError } from '../../platform/http/input/query-input.js';
import { Worker } from '../../platform/worker.js';
import { may } from '../roles.js';
import { SessionStates } from '../sessions/session-states.js';
import { EventStream, type Opening } from './event-stream.js';
import { filterOf } from './following.js';
import type { StreamQuery } from './events.dto.js';
import { Seats } from './seats.js';

/** Milliseconds between two looks at who may still listen: with what a session's state is remembered, 5 s in all. */
const LOOK = 1000;
/** Milliseconds that a reader is given to take what waits for them. */
const PATIENCE = 20_000;
/** Milliseconds after which a stream ends, and its client comes back: no connection is for ever. */
const LONGEST = 3_600_000;
/** A reader who is further behind catches up by the feed, in pieces of their own choice. */
const FURTHEST_BEHIND = 10_000;

/** What is known of a connection: when it is gone. */
export interface Connection {
  once(event: 'close', listener: () => void): unknown;
  readonly destroyed: boolean;
}

/** All streams of this process: opens them, and ends each when its reader may not listen, does not read, or is gone. */
@Injectable()
export class Streams implements OnApplicationBootstrap {
  private readonly open = new Set<EventStream>();
  private readonly watch = new Worker(LOOK, () => this.look(), new Logger(Streams.name));
  private closed = false;

  constructor(
    private readonly feed: Feed,
    private readonly seats: Seats,
    private readonly sessions: SessionStates,
    private readonly config: Config,
    draining: Draining,
  ) {
    draining.atClose(() => this.close());
  }

  onApplicationBootstrap(): void {
    this.watch.start();
  }

  /**
   * Begins a stream after `Last-Event-ID`, after the asked position, or with what happens from now on.
   * @throws Refusal 400 for what is no position, 429 where the caller has too many, 503 when this process ends
   */
  async begin(
    viewer: Actor,
    query: StreamQuery,
    lastEventId: string | undefined,
    connection: Connection,
  ): Promise<Readable> {
    const asked = lastEventId === undefined ? (query.after ?? null) : positionOf(lastEventId);
    const place = placeOf(asked, await this.feed.end());
    if (this.closed) throw new Refusal('unavailable', 'This process is on its way out.');
    const { follow = true } = query;
    const giveBack = this.seats.take(viewer);
    const source = this.config.publicUrl;
    const stream = new EventStream(this.feed, { viewer, filter: filterOf(query), follow, source, ...place });
    this.open.add(stream);
    const leave = () => {
      giveBack();
      this.open.delete(stream);
      stream.end();
    };
    stream.body.once('close', leave);
    connection.once('close', leave);
    if (connection.destroyed) leave();
    return stream.body;
  }

  private async look(): Promise<void> {
    for (const stream of this.open) {
      const present = await this.sessions.present(stream.viewer);
      const lets = present !== null && may(present, 'event:read');
      if (present !== null) stream.viewer = present;
      if (!lets || performance.now() - stream.openedAt > LONGEST) stream.end();
      else if (stream.stalledFor > PATIENCE) stream.end();
    }
  }

  private close(): void {
    this.closed = true;
    for (const stream of this.open) stream.end();
    void this.watch.stop();
  }
}

function positionOf(lastEventId: string): number {
  const position = /^[0-9]{1,16}$/.test(lastEventId) ? Number(lastEventId) : NaN;
  if (!Number.isSafeInteger(position)) throw invalid([parameterError('Last-Event-ID', 'pattern')]);
  return position;
}

/** Whoever cannot go on from where they were is told so, and goes on from the end. */
function placeOf(asked: number | null, end: number): Pick<Opening, 'position' | 'reset'> {
  if (asked === null) return { position: end, reset: null };
  if (asked > end) return { position: end, reset: { reason: 'in_future', asked } };
  if (asked < end - FURTHEST_BEHIND) return { position: end, reset: { reason: 'too_old', asked } };
  return { position: asked, reset: null };
}
