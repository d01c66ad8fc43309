import { AttachmentReads } from './attachment.reads.js';
import { AttachmentsService } from './attachments.service.js';
import { DownloadLinks } from './download-links.js';
import { Receiving } from './receiving.js';
import { ScanJob } from './scan.job.js';

/** The parts of attachments. */
export const ATTACHMENT_PROVIDERS = [AttachmentReads, AttachmentsService, DownloadLinks, Receiving, ScanJob];
