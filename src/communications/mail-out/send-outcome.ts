/**
 * What is known about a mail that was offered to the server. `refused`: it will never be taken. `later`: it was not
 * taken now. `unknown`: the connection ended before the answer, so it may have been taken.
 */
export interface SendOutcome {
  kind: 'accepted' | 'refused' | 'later' | 'unknown';
  /** The server's reply code, such as 250 or 550; null where it said nothing. */
  code: number | null;
  /** What went wrong, in codes: the server's words may quote an address. */
  error?: string;
}

/** The properties of the library's errors that are looked at. */
interface SmtpError {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/**
 * A refusal for ever is one of this recipient or this mail. Where the server refuses the house itself (a wrong
 * password, a sender that it does not know), that is the house's to mend, and the mail is tried again.
 * @param begun the mail itself was begun
 */
export function failureOf(error: unknown, begun: boolean): SendOutcome {
  const { code, command, response, responseCode = null } = (error ?? {}) as SmtpError;
  const told = { code: responseCode, error: codesOf(code ?? 'ERROR', responseCode, response) };
  // Before anything was sent the library itself looks at sender and recipient.
  if (begun && command === 'API') return { kind: 'refused', ...told };
  if (begun && responseCode === null) return { kind: 'unknown', ...told };
  const isOfMail = command === 'RCPT TO' || command === 'DATA';
  return { kind: begun && isOfMail && (responseCode ?? 0) >= 500 ? 'refused' : 'later', ...told };
}

/** The code that a reply begins with. */
export function replyCodeOf(response: string): number | null {
  return Number(/^\d{3}/.exec(response)?.[0]) || null;
}

/** With the enhanced status code (RFC 3463), where the server gave one. */
function codesOf(code: string, responseCode: number | null, response = ''): string {
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response.slice(0, 1000))?.[0];
  return [code, responseCode, enhanced].filter(Boolean).join(' ').slice(0, 100);
}
