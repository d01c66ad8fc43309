import { isWithin, nextAt } from '../../../kernel/business-time/wall-clock.js';
import type { NoticeKind } from '../notice.words.js';
import type { Wishes } from '../settings/wishes.js';

/** What happens within so many milliseconds of a thing goes into one mail with it. */
export const GATHERING = 60_000;

/** When a notice is to go by mail, at the earliest; null where it goes by none. The quiet hours hold no digest up. */
export function whenMailed(wishes: Wishes, kind: NoticeKind, now: Date): Date | null {
  const { zone, digestAt, quietFrom, quietUntil } = wishes;
  const way = wishes[kind];
  if (way === 'off') return null;
  if (way === 'digest') return nextAt(digestAt, zone, now);
  const soon = new Date(now.getTime() + GATHERING);
  if (quietFrom === null || quietUntil === null) return soon;
  return isWithin(soon, { from: quietFrom, until: quietUntil }, zone) ? nextAt(quietUntil, zone, soon) : soon;
}
