import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Policy, tooMany } from '../limits/limiter.js';

/** How many streams and waiting calls one user has at the same time, on each process. */
export const MAX_SEATS = 5;

const POLICY: Policy = { name: 'streams', points: MAX_SEATS, seconds: 1 };

/** Who keeps connections open: each takes a seat, and there are only so many for one. */
@Injectable()
export class Seats {
  private readonly taken = new Map<string, number>();

  /**
   * @returns gives the seat back
   * @throws Refusal `rate_limited` where the caller has as many as one may
   */
  take({ id }: Actor): () => void {
    const who = id ?? '';
    const now = this.taken.get(who) ?? 0;
    if (now >= MAX_SEATS) throw tooMany(POLICY, 1000);
    this.taken.set(who, now + 1);
    let sits = true;
    return () => {
      if (sits) this.leave(who);
      sits = false;
    };
  }

  private leave(who: string): void {
    const left = (this.taken.get(who) ?? 1) - 1;
    if (left > 0) this.taken.set(who, left);
    else this.taken.delete(who);
  }
}
