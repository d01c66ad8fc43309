import { type ReadMail } from '../reading/mail.js';
import { automaticBecause, listBecause } from './automatic.js';
import { bounceInText } from './bounce-text.js';
import { deliveryReport } from './delivery-report.js';
import { type KindOfMail } from './kind.js';
import { originalMessageId } from './returned-message.js';

/**
 * What kind of mail this is, and by which rule. A report that machines read is believed before words, and words before
 * headers, because a bounce is an automatic answer as well.
 *
 * @param ownLists List-Ids of the house's own group addresses: mail through them is not mail to many.
 */
export function kindOfMail(mail: ReadMail, ownLists: readonly string[] = []): KindOfMail {
  const reported = feedbackBecause(mail);
  if (reported !== null) {
    return { kind: 'feedback_report', because: reported, originalMessageId: originalMessageId(mail) };
  }
  const bounce = deliveryReport(mail) ?? bounceInText(mail);
  if (bounce) return bounce;
  const list = listBecause(mail, ownLists);
  if (list !== null) return { kind: 'list', because: list };
  const automatic = automaticBecause(mail);
  if (automatic !== null) return { kind: 'automatic', because: automatic };
  return { kind: 'person', because: 'nothing_else' };
}

/**
 * RFC 5965: the part is what counts, because some leave the report type out of the header. Hotmail sends the message
 * alone, under a subject of its own.
 */
function feedbackBecause(mail: ReadMail): string | null {
  if (mail.attachments.some((part) => part.declaredType.startsWith('message/feedback-report'))) {
    return 'feedback_report';
  }
  const isHotmail = mail.from.some(({ address }) => address.toLowerCase() === 'staff@hotmail.com');
  const subject = (mail.subject ?? '').toLowerCase();
  return isHotmail && subject.startsWith('complaint about message from') ? 'hotmail_report' : null;
}
