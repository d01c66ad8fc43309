import { type ReadMail } from '../reading/mail.js';
import { lowered } from '../reading/headers.js';
import {
  BOUNCE_PHRASES,
  BOUNCE_SUBJECTS,
  DELAY_PHRASES,
  MACHINE_ADDRESS,
  MACHINE_NAMES,
  RETURN_MARKERS,
} from './bounce-words.js';
import { deliveryReportInText } from './delivery-report.js';
import { type Delivery, type KindOfMail } from './kind.js';
import { addressesIn, replyCodeIn, statusIn } from './report-fields.js';
import { originalMessageId, returnedMessages } from './returned-message.js';

/** A notice says what it has to say at its beginning. */
const LOOKED_AT = 8000;

/**
 * A bounce of a mail system that writes for people only. It must come from a machine, by its sender's address or name
 * or by an empty return path, and say in the subject or the text that something was not delivered; words alone prove
 * nothing, because people quote bounces when they complain about them.
 */
export function bounceInText(mail: ReadMail): KindOfMail | null {
  const failed = lowered(mail.headers, 'x-failed-recipients');
  const notice = noticeOf(mail);
  const subject = (mail.subject ?? '').toLowerCase();
  const saysSo = containsAny(subject, BOUNCE_SUBJECTS) ?? containsAny(notice, BOUNCE_PHRASES);
  const proves = (statusIn(notice) ?? replyCodeIn(notice)) !== null && bringsBack(mail);
  if (failed === '' && !(isFromMachine(mail) && (saysSo !== null || proves))) return null;
  const inText = deliveryReportInText(mail);
  if (inText && inText.kind !== 'automatic') return inText;
  const delivery = deliveryOf(mail, notice, failed);
  if (containsAny(`${subject}\n${notice}`, DELAY_PHRASES) !== null && !notice.includes('permanent')) {
    return { kind: 'delay', because: 'delay_words', delivery: { ...delivery, permanent: false } };
  }
  return { kind: 'bounce', because: failed === '' ? 'bounce_words' : 'failed_recipients', delivery };
}

/** Whether the sender is a mail system, by what it calls itself or by sending from nobody (RFC 5321, section 4.5.5). */
export function isFromMachine(mail: ReadMail): boolean {
  const from = lowered(mail.headers, 'from').slice(0, 500);
  const path = lowered(mail.headers, 'return-path').slice(0, 500);
  if (mail.returnPath === '' || MACHINE_ADDRESS.test(from) || MACHINE_ADDRESS.test(path)) return true;
  return containsAny(from, MACHINE_NAMES) !== null;
}

/** What the mail system says, lower case and before the message that it sends back. */
function noticeOf(mail: ReadMail): string {
  const text = (mail.text ?? '').slice(0, LOOKED_AT).toLowerCase();
  const lines = text.split('\n');
  const end = lines.findIndex(
    (line, index) => index > 0 && containsAny(line.slice(0, 200), RETURN_MARKERS) !== null,
  );
  return end < 0 ? text : lines.slice(0, end).join('\n');
}

function bringsBack(mail: ReadMail): boolean {
  const text = (mail.text ?? '').slice(0, LOOKED_AT).toLowerCase();
  return returnedMessages(mail).length > 0 || containsAny(text, RETURN_MARKERS) !== null;
}

function deliveryOf(mail: ReadMail, notice: string, failed: string): Delivery {
  const ours = [...mail.to, ...mail.cc, ...mail.from, ...mail.deliveredTo].map(({ address }) =>
    address.toLowerCase(),
  );
  const text = (mail.text ?? '').slice(0, LOOKED_AT);
  const named = [...addressesIn(failed), ...addressesIn(notice), ...addressesIn(text.toLowerCase())];
  const statusCode = statusIn(notice) ?? statusIn(text);
  const refusing = statusCode ?? replyCodeIn(notice) ?? replyCodeIn(text) ?? '5';
  return {
    permanent: !refusing.startsWith('4'),
    recipient: named.find((address) => !ours.includes(address) && !MACHINE_ADDRESS.test(address)) ?? null,
    statusCode,
    originalMessageId: originalMessageId(mail),
  };
}

/** The first of the words that the text contains. */
export function containsAny(text: string, words: readonly string[]): string | null {
  return words.find((word) => text.includes(word)) ?? null;
}
