import { type MailAttachment, type ReadMail } from '../reading/mail.js';

/** The types under which the message that did not arrive, or its headers, come back (RFC 6522, RFC 6533). */
const RETURNED =
  /^(message\/(rfc822|rfc822-headers|partial|global|global-headers)|text\/rfc822(-headers)?|application\/x-rfc822)/;
const LOOKED_AT = 64 * 1024;

export function returnedMessages(mail: ReadMail): MailAttachment[] {
  return mail.attachments.filter((part) => RETURNED.test(part.declaredType));
}

/**
 * The id of the message that this mail is about: from the message that came back, as a part or within the text, or from
 * what the notice says it answers.
 */
export function originalMessageId(mail: ReadMail): string | null {
  const texts = [...returnedMessages(mail), ...otherTexts(mail)].map((part) =>
    part.content.toString('latin1', 0, LOOKED_AT),
  );
  const found = [...texts, (mail.text ?? '').slice(0, LOOKED_AT)].map(messageIdIn).find((id) => id !== null);
  return found ?? mail.inReplyTo[0] ?? mail.references.at(-1) ?? null;
}

/** Some systems send back the message as text under another name, or name its id in the report itself. */
function otherTexts(mail: ReadMail): MailAttachment[] {
  return mail.attachments.filter(
    (part) => !RETURNED.test(part.declaredType) && /^(text|message)\//.test(part.declaredType),
  );
}

function messageIdIn(text: string): string | null {
  const field =
    /^[> \t]{0,8}(?:original-|x-original-)?message-id[ \t]?:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]{1,990}>)/im;
  return field.exec(text)?.[1] ?? null;
}
