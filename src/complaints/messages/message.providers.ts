import { LetterPreviewReads } from './preview/preview.reads.js';
import { MailedWordsReads } from './mailing/mailed-words.js';
import { MessagesService } from './messages.service.js';
import { Outbox } from './mailing/outbox.js';
import { SendMailJob } from './mailing/send-mail.job.js';

/** The parts of messages: written, previewed, and sent by mail. */
export const MESSAGE_PROVIDERS = [LetterPreviewReads, MailedWordsReads, MessagesService, Outbox, SendMailJob];
