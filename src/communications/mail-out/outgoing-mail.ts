/** A mailbox: never one string, in which a name could hide a second address. */
export interface Mailbox {
  name: string;
  address: string;
}

/** A mail as it is to be sent; what it says about itself in headers follows from this. */
export interface OutgoingMail {
  /** Of the words: the Message-ID is made of it, the same at every attempt. */
  id: string;
  to: Mailbox;
  subject: string;
  /** Paragraphs are separated by an empty line. */
  text: string;
  /** BCP 47. */
  language: string;
  /** The address that an answer goes to; null is the sender's. */
  replyTo: string | null;
  /** Ids of what was sent before in the same matter, oldest first. */
  before: readonly string[];
  /** No person wrote it (RFC 3834): nobody's program answers it. */
  automatic: boolean;
}
