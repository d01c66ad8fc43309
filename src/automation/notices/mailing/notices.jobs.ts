import { job } from '../../../platform/jobs/job.js';

/** Notices that were gathered for one person wait to be sent. */
export const SEND_NOTICES = job<{ mailId: string }>('send-notices');
