import { job } from '../../platform/jobs/job.js';

/** Erases the complaints of an approved run that still wait. */
export const CARRY_OUT_RUN = job<{ runId: string }>('carry-out-retention-run');
