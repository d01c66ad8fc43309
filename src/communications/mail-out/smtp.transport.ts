import { Injectable } from '@nestjs/common';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { ComposedMail } from './compose.js';
import { failureOf, replyCodeOf, type SendOutcome } from './send-outcome.js';
import { type MailServer, MailSettings } from './mail-settings.js';

/** Milliseconds that the server may be silent. A job may take longer than all of them together. */
const PATIENCE = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 300_000,
  dnsTimeout: 10_000,
};

/** Hands one mail to the mail server, and says what is known about its end. */
@Injectable()
export class SmtpTransport {
  constructor(private readonly settings: MailSettings) {}

  async send(mail: ComposedMail): Promise<SendOutcome> {
    const { server } = this.settings;
    if (!server) throw new Error('no mail server is set');
    const attempt = new Attempt(server);
    try {
      return { kind: 'accepted', code: replyCodeOf(await attempt.run(mail)) };
    } catch (error) {
      return failureOf(error, attempt.begun);
    }
  }
}

/** One connection for one mail. */
class Attempt {
  /** The mail itself was begun: from here on a silent end leaves open whether it was taken. */
  begun = false;
  private readonly connection: SMTPConnection;

  constructor(private readonly server: MailServer) {
    const { host, port, secure, requireTLS } = server;
    const options: SMTPConnectionOptions = { host, port, secure, requireTLS, ...PATIENCE };
    this.connection = new SMTPConnection(options);
  }

  /** @returns the server's words of acceptance */
  async run(mail: ComposedMail): Promise<string> {
    const { auth } = this.server;
    try {
      // An error that comes between two steps is told by the event alone; the steps themselves may tell it twice.
      return await new Promise<string>((resolve, reject) => {
        this.connection.on('error', reject);
        const step = (next: () => void) => (error?: Error | null) => {
          if (error) reject(error);
          else next();
        };
        const send = () => {
          this.begun = true;
          this.connection.send(mail.envelope, mail.bytes, (error, info) => {
            if (error) reject(error);
            else resolve(info.response);
          });
        };
        this.connection.connect(
          step(() => {
            if (auth) this.connection.login(auth, step(send));
            else send();
          }),
        );
      });
    } finally {
      this.connection.close();
    }
  }
}
