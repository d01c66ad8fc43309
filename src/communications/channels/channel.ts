import type { Job } from '../../platform/jobs/job.js';

/**
 * The port between words and the ways on which they leave the house. `at_once`: they are with the customer when they
 * are written. `by_person`: somebody says or sends them, and puts on record when. `by_job`: a job of the channel sends
 * them after the write, and puts on record when they left.
 */
export type Channel =
  | { handsOver: 'at_once' }
  | { handsOver: 'by_person' }
  | { handsOver: 'by_job'; job: Job<{ messageId: string }> };
