/** What kinds of mail there are. Only `person` and, where it concerns a complaint, what is reported asks for more. */
export const MAIL_KINDS = {
  bounce: 'a message could not be delivered, and nobody tries any more',
  delay: 'a message is not delivered yet, and the server goes on trying',
  automatic: 'a program answered or reported, such as an out-of-office notice',
  list: 'sent to many by a mailing list',
  feedback_report: 'a receiver called a message spam (RFC 5965)',
  person: 'somebody wrote',
} as const;
export type MailKind = keyof typeof MAIL_KINDS;

/** What a bounce or a notice of delay tells. */
export interface Delivery {
  /** False where the server says that it may work another time (a status that begins with 4). */
  permanent: boolean;
  /** Whom it did not reach. */
  recipient: string | null;
  /** RFC 3463, such as `5.1.1`. */
  statusCode: string | null;
  /** Of the message that did not arrive, with its angle brackets. */
  originalMessageId: string | null;
}

/** The kind of a mail and the name of the rule that decided. */
export type KindOfMail =
  | { kind: 'bounce' | 'delay'; because: string; delivery: Delivery }
  | { kind: 'feedback_report'; because: string; originalMessageId: string | null }
  | { kind: 'automatic' | 'list' | 'person'; because: string };
