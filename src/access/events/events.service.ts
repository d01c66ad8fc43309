import { Injectable } from '@nestjs/common';
import { eventOf } from '../../audit/feed/event.js';
import { Feed, type FeedFilter, type Reading } from '../../audit/feed/feed.service.js';
import type { Actor } from '../../kernel/actor.js';
import { invalid } from '../../kernel/refusal.js';
import { Config } from '../../platform/config.js';
import { Draining } from '../../platform/health/draining.js';
import { parameterError } from '../../platform/http/input/query-input.js';
import { MAX_LIMIT } from '../../platform/http/page.js';
import { unauthenticated } from '../authenticator.js';
import { may } from '../roles.js';
import { SessionStates } from '../sessions/session-states.js';
import type { EventsDto, EventsQuery } from './events.dto.js';
import { filterOf } from './following.js';
import { Seats } from './seats.js';

/** The feed, piece by piece. */
@Injectable()
export class EventsService {
  private readonly closing = new AbortController();

  constructor(
    private readonly feed: Feed,
    private readonly seats: Seats,
    private readonly sessions: SessionStates,
    private readonly config: Config,
    draining: Draining,
  ) {
    draining.atClose(() => this.closing.abort());
  }

  /**
   * What happened after a position; where that is nothing yet, what happens in the seconds that the caller waits.
   * @throws Refusal 400 where there is no such position, 429 where the caller waits too often at the same time, 401
   * where their session ends meanwhile
   */
  async after(viewer: Actor, query: EventsQuery): Promise<EventsDto> {
    const { after = 0, limit = MAX_LIMIT, wait = 0 } = query;
    const filter = filterOf(query);
    const found = await this.feed.readOn(viewer, filter, after, limit);
    if (after > found.end) throw beyond(found.end);
    const over = wait === 0 || found.entries.length > 0 || found.next < found.end;
    const { entries, next, end } = over ? found : await this.wait(viewer, filter, found, { limit, wait });
    const items = entries.map((entry) => eventOf(entry, this.config.publicUrl));
    return { items, nextPosition: next, lastPosition: end };
  }

  private async wait(
    viewer: Actor,
    filter: FeedFilter,
    from: Reading,
    { limit, wait }: { limit: number; wait: number },
  ): Promise<Reading> {
    const giveBack = this.seats.take(viewer);
    const leave = this.feed.follow();
    const until = performance.now() + wait * 1000;
    try {
      let reading = from;
      while (reading.entries.length === 0 && !this.closing.signal.aborted) {
        const left = until - performance.now();
        if (left <= 0) break;
        await this.feed.news(reading.next, left, this.closing.signal);
        reading = await this.feed.readOn(await this.stillIn(viewer), filter, reading.next, limit);
      }
      return reading;
    } finally {
      leave();
      giveBack();
    }
  }

  private async stillIn(viewer: Actor): Promise<Actor> {
    const present = await this.sessions.present(viewer);
    if (present === null || !may(present, 'event:read')) throw unauthenticated();
    return present;
  }
}

/** Somebody who was given a later position has another log before them, such as one from before a restore. */
function beyond(end: number) {
  return invalid([parameterError('after', 'max', `is beyond the last position, which is ${end}`)]);
}
