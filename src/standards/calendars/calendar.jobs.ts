import { job } from '../../platform/jobs/job.js';

/** A calendar changed: whatever is counted by it has to be counted anew. Done by those above who count. */
export const COUNT_ANEW = job<{ calendarId: string }>('count-anew');
