import { lowered } from '../reading/headers.js';
import { type ReadMail } from '../reading/mail.js';
import {
  BOUNCE_PHRASES,
  BOUNCE_SUBJECTS,
  DELAY_PHRASES,
  MACHINE_ADDRESS,
  MACHINE_NAMES,
  NO_REPLY,
  RETURN_MARKERS,
} from './bounce-words.js';
import { deliveryReportInText } from './delivery-report.js';
import { type Delivery, type KindOfMail } from './kind.js';
import { addressesIn, replyCodeIn, statusIn } from './report-fields.js';
import { originalMessageId, returnedMessages } from './returned-message.js';

/** A notice says what it has to say at its beginning. */
const LOOKED_AT = 8000;

/**
 * A bounce of a mail system that writes for people only: the sender must be a machine, and the words must say that
 * something was not delivered. Words alone prove nothing, because people quote bounces when they complain about them.
 */
export function bounceInText(mail: ReadMail): KindOfMail | null {
  const failed = lowered(mail.headers, 'x-failed-recipients');
  const notice = noticeOf(mail);
  if (failed === '' && !tellsOfFailure(mail, notice)) return null;
  const inText = deliveryReportInText(mail);
  if (inText && inText.kind !== 'automatic') return inText;
  const delivery = deliveryOf(mail, notice, failed);
  const words = `${(mail.subject ?? '').toLowerCase()}\n${notice}`;
  if (includesAny(words, DELAY_PHRASES) && !notice.includes('permanent')) {
    return { kind: 'delay', because: 'delay_words', delivery: { ...delivery, permanent: false } };
  }
  return { kind: 'bounce', because: failed === '' ? 'bounce_words' : 'failed_recipients', delivery };
}

/** The surer the sender is a mail system, the less its words have to say. */
function tellsOfFailure(mail: ReadMail, notice: string): boolean {
  const bySubject = includesAny((mail.subject ?? '').toLowerCase(), BOUNCE_SUBJECTS);
  const byWords = includesAny(notice, BOUNCE_PHRASES);
  const refused = (statusIn(notice) ?? replyCodeIn(notice)) !== null;
  if (isMailSystem(mail)) return bySubject || byWords || (refused && bringsBack(mail));
  if (mail.returnPath === '') return bySubject || (byWords && (refused || bringsBack(mail)));
  return isNoReply(mail) && (bySubject || byWords) && returnedMessages(mail).length > 0;
}

/** By what the sender calls itself. */
function isMailSystem(mail: ReadMail): boolean {
  const from = lowered(mail.headers, 'from').slice(0, 500);
  const path = lowered(mail.headers, 'return-path').slice(0, 500);
  return MACHINE_ADDRESS.test(from) || MACHINE_ADDRESS.test(path) || includesAny(from, MACHINE_NAMES);
}

function isNoReply(mail: ReadMail): boolean {
  return mail.from.some(({ address }) => NO_REPLY.test(address));
}

/** What the mail system says, lower case and before the message that it sends back. */
function noticeOf(mail: ReadMail): string {
  const text = (mail.text ?? '').slice(0, LOOKED_AT).toLowerCase();
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && includesAny(line.slice(0, 200), RETURN_MARKERS));
  return end < 0 ? text : lines.slice(0, end).join('\n');
}

function bringsBack(mail: ReadMail): boolean {
  const text = (mail.text ?? '').slice(0, LOOKED_AT).toLowerCase();
  return returnedMessages(mail).length > 0 || includesAny(text, RETURN_MARKERS);
}

function deliveryOf(mail: ReadMail, notice: string, failed: string): Delivery {
  const ours = [...mail.to, ...mail.cc, ...mail.from, ...mail.deliveredTo].map(({ address }) =>
    address.toLowerCase(),
  );
  const text = (mail.text ?? '').slice(0, LOOKED_AT).toLowerCase();
  const named = [notice, text].flatMap(addressesIn);
  const failing = named.find((address) => !ours.includes(address) && !MACHINE_ADDRESS.test(address));
  const statusCode = statusIn(notice) ?? statusIn(text);
  const refusing = statusCode ?? replyCodeIn(notice) ?? replyCodeIn(text) ?? '5';
  return {
    permanent: !refusing.startsWith('4'),
    recipient: addressesIn(failed)[0] ?? failing ?? null,
    statusCode,
    originalMessageId: originalMessageId(mail),
  };
}

function includesAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}
