/** A mailbox that is looked into. */
export interface ImapSettings {
  host: string;
  port: number;
  /** TLS from the first byte on; else STARTTLS where the server offers it. */
  secure: boolean;
  /** Nothing is said without TLS: where a password is sent over a network. */
  requireTls: boolean;
  user: string;
  password: string;
  folder: string;
  /** What mails from here are said to have come in by; it names no password. */
  name: string;
}

const PORTS = { 'imap:': 143, 'imaps:': 993 } as const;

/** @param url of the form that the configuration demands: `imaps://user:password@host:993/INBOX` */
export function imapSettingsOf(url: string): ImapSettings {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const kind = protocol === 'imaps:' ? 'imaps:' : 'imap:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const user = decodeURIComponent(username);
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX';
  return {
    ...{ host, user, folder },
    port: Number(port) || PORTS[kind],
    secure: kind === 'imaps:',
    requireTls: kind === 'imap:' && !/^(127\.|::1$|localhost$)/.test(host),
    password: decodeURIComponent(password),
    name: `imap:${user}@${host}/${folder}`,
  };
}
