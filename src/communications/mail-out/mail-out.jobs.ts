import { job } from '../../platform/jobs/job.js';

/** Words wait to be sent by email. Jobs of one complaint are done in the order in which the words were written. */
export const SEND_MAIL = job<{ messageId: string }>('send-mail');
