import { after, before } from '../../kernel/duration.js';
import type { Complaint } from '../complaint.entity.js';
import { STATES } from '../complaint.states.js';
import { RETENTION_NAMES, type RetentionClass } from './retention.words.js';

const LENGTHS: Record<RetentionClass, string> = { standard: 'P3Y', extended: 'P5Y', long: 'P7Y' };

/** Any day will do to compare lengths of time by. */
const SOME_DAY = new Date('2000-01-01T00:00:00.000Z');

/**
 * The shortest class that keeps a complaint for as long as a regulator asks.
 * @param asked ISO 8601: `retention` of a profile
 */
export function classFor(asked: string): RetentionClass {
  const found = RETENTION_NAMES.find((name) => after(SOME_DAY, LENGTHS[name]) >= after(SOME_DAY, asked));
  if (!found) throw new Error(`no class keeps a complaint for ${asked}`);
  return found;
}

/** Whether a class keeps a complaint for as long as the other one, or longer. */
export function keepsAsLong(one: RetentionClass, other: RetentionClass): boolean {
  return RETENTION_NAMES.indexOf(one) >= RETENTION_NAMES.indexOf(other);
}

type Kept = Pick<
  Complaint,
  'state' | 'retentionClass' | 'receivedAt' | 'closedAt' | 'endedAt' | 'disputableUntil'
>;

/**
 * When the time is over for which a complaint is kept. It counts from receipt, as DISP 1.9.1R does, so that nobody can
 * lengthen it by working slowly; but it is never over before the complaint is, nor before the window in which the
 * customer may bring it back. Null while it is open or only resolved: nobody knows yet.
 */
export function eraseAfter(c: Kept): Date | null {
  if (!STATES[c.state].end) return null;
  const ends = [after(c.receivedAt, LENGTHS[c.retentionClass]), c.closedAt, c.endedAt, c.disputableUntil];
  return new Date(Math.max(...ends.map((end) => end?.getTime() ?? 0)));
}

/** When something must have come about at the latest to be as old, at a moment, as a complaint of this class gets. */
export function agedAt(moment: Date, retentionClass: RetentionClass): Date {
  return before(moment, LENGTHS[retentionClass]);
}
