import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface Received {
  /** Whom the server was asked to bring it to, whatever its headers say. */
  recipients: string[];
  /** The whole mail, as bytes in latin1. */
  raw: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
  from: string;
  to: { name: string; address: string }[];
  header(name: string): string | undefined;
}

/** What the server does with the next mails instead of taking them. `drop`: it takes the mail and falls silent. */
type Trouble = { reply: number; at: 'recipient' | 'data' } | 'drop';

/** A mail server of a test: it takes everything, unless it is told to make trouble. */
export class Mailbox {
  readonly inbox: Received[] = [];
  private readonly trouble: Trouble[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onRcptTo: (_, __, done) => {
      done(this.refusal('recipient'));
    },
    onData: (stream, { envelope, id }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = envelope.rcptTo.map(({ address }) => address);
        void this.take(Buffer.concat(chunks), recipients, id).then(done, done);
      });
    },
  });

  async start(): Promise<void> {
    this.server.on('error', () => undefined); // a connection that a test drops
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
  }

  async stop(): Promise<void> {
    await new Promise<void>((stopped) => {
      this.server.close(stopped);
    });
  }

  /** For the environment of the program. */
  get env(): Record<string, string> {
    const { port } = this.server.server.address() as AddressInfo;
    return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Example Ltd <help@example.org>' };
  }

  /** The next mail is answered with this reply code. */
  failNext(reply: number, at: 'recipient' | 'data' = 'data'): void {
    this.trouble.push({ reply, at });
  }

  /** The next mail is taken, and the connection ends before the sender is told. */
  dropNext(): void {
    this.trouble.push('drop');
  }

  /** The mails to an address, in the order in which they came. */
  to(address: string): Received[] {
    return this.inbox.filter(({ recipients }) => recipients.includes(address));
  }

  private refusal(at: 'recipient' | 'data'): Error | null {
    const [next] = this.trouble;
    if (next === undefined || next === 'drop' || next.at !== at) return null;
    this.trouble.shift();
    return Object.assign(new Error('5.1.1 not <marta@example.org>'), { responseCode: next.reply });
  }

  private async take(bytes: Buffer, recipients: string[], connection: string): Promise<null> {
    const refusal = this.refusal('data');
    if (refusal) throw refusal;
    this.inbox.push(await read(bytes, recipients));
    if (this.trouble[0] !== 'drop') return null;
    this.trouble.shift();
    for (const one of this.server.connections) if (one.id === connection) one.close();
    return new Promise(() => undefined);
  }
}

async function read(bytes: Buffer, recipients: string[]): Promise<Received> {
  const mail = await simpleParser(bytes);
  const to = [mail.to ?? []].flat().flatMap(({ value }) => value);
  return {
    recipients,
    raw: bytes.toString('latin1'),
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    from: mail.from?.text ?? '',
    to: to.map(({ name, address = '' }) => ({ name, address })),
    header: (name) => mail.headerLines.find(({ key }) => key === name.toLowerCase())?.line,
  };
}
