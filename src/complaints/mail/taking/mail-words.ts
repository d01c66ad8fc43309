import { isEmail } from 'class-validator';
import { cutQuoted } from '../../../communications/mail-in/cutting/cut-quoted.js';
import type { ReadMail } from '../../../communications/mail-in/reading/mail.js';
import type { StaffComplaintBody } from '../../intake/complaint.intake.dto.js';
import { languageOf } from './language-of.js';

/** For reading; more is in the whole mail. */
const WORDS_MAX = 20_000;
const SUBJECT_MAX = 300;
const NAME_MAX = 200;
const ADDRESS_MAX = 254;
const NO_WORDS = '(The mail has no words.)';

/** What somebody wrote this time. */
export function wordsOf({ text, subject }: ReadMail): string {
  const words = text === null ? '' : cutQuoted(text, subject).trim();
  return shortened(words, WORDS_MAX) || shortened(subject ?? '', SUBJECT_MAX) || NO_WORDS;
}

/**
 * The complaint that a mail is. Where it names no address that could be answered, or several, nobody is written to:
 * the receipt may be for anybody.
 */
export function complaintOf(
  mail: ReadMail,
  sender: { address: string; name: string | null } | null,
  receivedAt: Date | null,
): StaffComplaintBody {
  const subject = shortened(mail.subject ?? '', SUBJECT_MAX);
  const name = shortened(sender?.name ?? '', NAME_MAX);
  const email =
    sender && isEmail(sender.address) && sender.address.length <= ADDRESS_MAX ? sender.address : null;
  return {
    channel: 'email',
    language: languageOf(mail),
    ...(subject !== '' && { subject }),
    description: wordsOf(mail),
    complainant: { ...(name !== '' && { name }), ...(email !== null && { email }) },
    ...(email === null && { answerVia: 'none', answerViaReason: 'The mail names no one address to answer.' }),
    ...(receivedAt !== null && { receivedAt: receivedAt.toISOString() }),
  };
}

function shortened(text: string, max: number): string {
  return text.length <= max ? text : [...text.slice(0, max)].slice(0, -1).join('').toWellFormed();
}
