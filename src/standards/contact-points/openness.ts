import type { BusinessCalendar } from '../../kernel/business-time.js';
import type { Closure } from './contact-point.entity.js';

/** Whether somebody answers now, and when that changes next; null where it is not known to change. */
export interface Openness {
  open: boolean;
  changesAt: Date | null;
}

/** Nobody plans further ahead than this. */
const AHEAD_MS = 400 * 86_400_000;

/**
 * Whether a contact point answers at a moment: its calendar says so, and no closure covers it.
 * @param calendar null answers day and night
 */
export function openness(
  calendar: BusinessCalendar | null,
  closures: readonly Closure[],
  now: Date,
): Openness {
  const end = new Date(now.getTime() + AHEAD_MS);
  const open = isOpen(calendar, closures, now);
  const changesAt = changes(calendar, closures, now, end).find(
    (at) => isOpen(calendar, closures, at) !== open,
  );
  return { open, changesAt: changesAt ?? null };
}

function isOpen(calendar: BusinessCalendar | null, closures: readonly Closure[], at: Date): boolean {
  return (calendar?.isOpen(at) ?? true) && !closures.some((closure) => covers(closure, at));
}

function covers({ from, to }: Closure, at: Date): boolean {
  return new Date(from) <= at && (to === null || at < new Date(to));
}

/**
 * The moments at which it may open or close, in order. Beside the ends of closures only the first two periods after
 * each of them matter: what comes between is no change.
 */
function changes(
  calendar: BusinessCalendar | null,
  closures: readonly Closure[],
  now: Date,
  end: Date,
): Date[] {
  const edges = closures
    .flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
    .map((edge) => new Date(edge))
    .filter((edge) => edge > now && edge < end);
  const periods = [now, ...edges].flatMap((since) => calendar?.periods(since, end, 2) ?? []);
  return [...edges, ...periods.flatMap(({ from, to }) => [from, to])]
    .filter((at) => at > now && at < end)
    .sort((a, b) => a.getTime() - b.getTime());
}
