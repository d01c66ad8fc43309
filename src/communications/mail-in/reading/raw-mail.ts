import { MAIL_LIMITS, MailRefusal } from './mail.js';

const LF = 0x0a;
const CR = 0x0d;

/**
 * The bytes as the parser understands them: lines end with LF although some old systems send CR alone, and the first
 * line of an mbox file (`From MAILER-DAEMON Sat Oct  4 …`) is left out.
 */
export function normalized(raw: Buffer): Buffer {
  const bytes = raw.includes(LF) ? raw : withLineFeeds(raw);
  const isMbox = /^>?From [^:\r\n]{1,200} \d/.test(bytes.toString('latin1', 0, 256));
  return isMbox ? bytes.subarray(bytes.indexOf(LF) + 1) : bytes;
}

function withLineFeeds(raw: Buffer): Buffer {
  const bytes = Buffer.from(raw);
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === CR) bytes[at] = LF;
  return bytes;
}

/** Nothing but blanks and controls. */
export function isBlank(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) > 0x20) return false;
  return true;
}

/**
 * Counts headers before anything is parsed.
 *
 * @throws MailRefusal
 */
export function boundHeaders(bytes: Buffer): void {
  let lines = 0;
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(LF, at);
    const next = end < 0 ? bytes.length : end + 1;
    const length = next - at;
    if (length === 1 || (length === 2 && bytes[at] === CR)) return;
    const folded = bytes[at] === 0x20 || bytes[at] === 0x09;
    if (!folded) lines += 1;
    if (lines > MAIL_LIMITS.headers || next > MAIL_LIMITS.headerBytes)
      throw new MailRefusal('too_many_headers');
    at = next;
  }
}
