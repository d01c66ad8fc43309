/** One address of a mail. What a header claims, nobody has checked. */
export interface MailAddress {
  /** As it was written, such as `Marta.Kis@example.org`; always with one @ and without blanks. */
  address: string;
  name: string | null;
}

/** A file of a mail, or a message within it. */
export interface MailAttachment {
  /** Without folders and control characters; never empty. */
  fileName: string;
  /** What the sender says it is, lower case; what it really is its bytes tell. */
  declaredType: string;
  content: Buffer;
  /** What `cid:` in HTML calls it, without brackets. */
  contentId: string | null;
  /** It is meant to be shown within the text, such as a picture in a signature. */
  inline: boolean;
}

/**
 * A mail as the rules look at it. What cannot be known is null or an empty list; all text is well-formed Unicode
 * without NUL.
 */
export interface ReadMail {
  /** Of the raw bytes, in hexadecimal. */
  sha256: string;
  /** Bytes of the whole mail. */
  size: number;
  /** With its angle brackets (RFC 5322, section 3.6.4), as the two lists below. */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  /** More than one is rare, and a trick more often than not. */
  from: MailAddress[];
  sender: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  /** Where mail servers say that they delivered it: `Delivered-To`, `X-Original-To` and the like. */
  deliveredTo: MailAddress[];
  /** The sender of the envelope; '' is the null sender `<>`, null is not known. */
  returnPath: string | null;
  subject: string | null;
  /** What the sender's clock said. */
  date: Date | null;
  /** The first tag of `Content-Language`, lower case. */
  language: string | null;
  /** The words, with quoted ones and signature; from HTML where there is no plain text. */
  text: string | null;
  /** There were more words than anybody writes; the rest is in the raw bytes alone. */
  textIsCut: boolean;
  hasHtml: boolean;
  attachments: MailAttachment[];
  /** `multipart/report` and the like, lower case. */
  contentType: string;
  /** Each header by its lower-case name: the values unfolded, in their order, words not decoded. */
  headers: ReadonlyMap<string, readonly string[]>;
}

export const MAIL_LIMITS = {
  /** 25 MB. */
  bytes: 25 * 1024 * 1024,
  headers: 1000,
  headerBytes: 128 * 1024,
  /** Of all levels together, so that it bounds the nesting as well. */
  parts: 150,
  /** Signs of text that are read, of plain text and of HTML. */
  text: 500_000,
  html: 2_000_000,
  milliseconds: 10_000,
} as const;

export const MAIL_REFUSALS = {
  empty: 'There is nothing in it.',
  too_large: 'It is larger than 25 MB.',
  too_many_headers: 'It has more than 1,000 headers, or more than 128 kB of them.',
  too_many_parts: 'It has more than 150 parts, or they are nested too deeply.',
  too_slow: 'Reading it took longer than 10 s.',
  unreadable: 'It cannot be read as a mail.',
} as const;
export type MailRefusalCode = keyof typeof MAIL_REFUSALS;

/** A mail that is not read, and why. The raw bytes are whole; whoever fetched them keeps them aside. */
export class MailRefusal extends Error {
  readonly detail: string;

  constructor(
    readonly code: MailRefusalCode,
    options?: ErrorOptions,
  ) {
    super(MAIL_REFUSALS[code], options);
    this.detail = MAIL_REFUSALS[code];
  }
}
