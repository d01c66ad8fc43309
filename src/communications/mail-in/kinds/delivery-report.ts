import { type ReadMail } from '../reading/mail.js';
import { type Delivery, type KindOfMail } from './kind.js';
import { addressIn, blocksOf, replyCodeIn, type ReportFields, statusIn } from './report-fields.js';
import { originalMessageId } from './returned-message.js';

/** RFC 3464, and RFC 6533 for addresses in other scripts. */
const REPORT_TYPES = /^message\/(global-)?delivery-status/;

/**
 * What a delivery status notification says: failed for anybody is a bounce; else delayed for anybody is a delay; else
 * it tells of success. Null where there is no such report.
 */
export function deliveryReport(mail: ReadMail): KindOfMail | null {
  const parts = mail.attachments.filter((part) => REPORT_TYPES.test(part.declaredType));
  const blocks = parts.flatMap((part) => blocksOf(part.content.toString('utf8')));
  return verdict(mail, blocks, 'delivery_report');
}

/** The same fields within the text, as some systems write them. */
export function deliveryReportInText(mail: ReadMail): KindOfMail | null {
  return verdict(mail, blocksOf(mail.text ?? ''), 'delivery_report_in_text');
}

function verdict(mail: ReadMail, blocks: ReportFields[], because: string): KindOfMail | null {
  const recipients = blocks.filter((block) => isRecipient(block));
  const failed = recipients.find((block) => actionOf(block) === 'failed');
  if (failed) return { kind: 'bounce', because, delivery: deliveryOf(mail, failed) };
  const delayed = recipients.find((block) => actionOf(block) === 'delayed');
  if (delayed)
    return { kind: 'delay', because, delivery: { ...deliveryOf(mail, delayed), permanent: false } };
  return recipients.length > 0 ? { kind: 'automatic', because: 'delivered_report' } : null;
}

function isRecipient(block: ReportFields): boolean {
  const named =
    block.has('final-recipient') || block.has('original-recipient') || block.has('x-actual-recipient');
  return named && (block.has('action') || block.has('status') || block.has('diagnostic-code'));
}

/** `Action` is what counts; some write it in other words, or leave it out beside a status. */
function actionOf(block: ReportFields): 'failed' | 'delayed' | 'other' {
  const action = (block.get('action') ?? '').toLowerCase();
  if (/^(fail|undeliver|bounced|expired|deliver(y|ed)?-?(failed|error))/.test(action)) return 'failed';
  if (action.startsWith('delay')) return 'delayed';
  if (/^(delivered|relayed|expanded|deliverable)/.test(action)) return 'other';
  return (statusOf(block) ?? '5').startsWith('2') ? 'other' : 'failed';
}

function deliveryOf(mail: ReadMail, block: ReportFields): Delivery {
  const statusCode = statusOf(block);
  const refusing = statusCode ?? replyCodeIn(block.get('diagnostic-code')) ?? '5';
  return {
    permanent: !refusing.startsWith('4'),
    recipient: recipientOf(block),
    statusCode,
    originalMessageId: originalMessageId(mail),
  };
}

function recipientOf(block: ReportFields): string | null {
  const fields = ['final-recipient', 'original-recipient', 'x-actual-recipient'];
  return fields.map((name) => addressIn(block.get(name))).find((address) => address !== null) ?? null;
}

/** `5.0.0` says nothing: there the words of the server that refused may say more. */
function statusOf(block: ReportFields): string | null {
  const status = statusIn(block.get('status'));
  if (status !== null && !status.endsWith('.0.0')) return status;
  return statusIn(block.get('diagnostic-code')) ?? status;
}
