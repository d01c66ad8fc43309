import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { ImapConnection } from './imap-connection.js';

/** A mail in the folder. */
export interface FolderMail {
  uid: number;
  raw: Buffer;
  seen: boolean;
}

/** What a command meets instead of being carried out; a function is called before it is. */
type Meeting = 'drop' | 'refuse' | (() => void);

/**
 * A mail server of a test with one folder, INBOX, as RFC 9051 describes the part that the program uses. It tells of new
 * mails by IDLE and at the end of other commands, as real ones do.
 */
export class ImapServer {
  mails: FolderMail[] = [];
  uidValidity = 1;
  uidNext = 1;
  /** How often somebody connected, and tried to log in. */
  connected = 0;
  logins = 0;
  refusesLogins = false;
  /** It takes connections and says nothing. */
  isSilent = false;
  /** Mails that it fails to hand over. */
  readonly broken = new Set<number>();
  private meetings: { command: string; meeting: Meeting }[] = [];
  private readonly connections = new Map<Socket, ImapConnection>();
  private readonly server = createServer((socket) => {
    this.connected += 1;
    this.connections.set(socket, new ImapConnection(this, socket));
    socket.on('error', () => undefined); // a connection that the test or the program drops
    socket.on('close', () => this.connections.delete(socket));
  });

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    this.server.close();
    this.drop();
    await once(this.server, 'close');
  }

  /** For the environment of the program. */
  get url(): string {
    return `imap://help:secret@127.0.0.1:${(this.server.address() as AddressInfo).port}/INBOX`;
  }

  /** A mail comes in, and whoever waits for one is told. @param seen somebody has read it before */
  put(raw: Buffer, seen = false): FolderMail {
    const mail = { uid: this.uidNext, raw, seen };
    this.uidNext += 1;
    this.mails.push(mail);
    for (const connection of this.connections.values()) connection.tell();
    return mail;
  }

  /** What the next command of this name meets: `FETCH`, `STORE`; several stand in a row. */
  meets(command: string, meeting: Meeting): void {
    this.meetings.push({ command, meeting });
  }

  /** @returns what a command meets, which is then over */
  met(command: string): Meeting | null {
    const at = this.meetings.findIndex((one) => one.command === command);
    return this.meetings.splice(at, at < 0 ? 0 : 1)[0]?.meeting ?? null;
  }

  /** All connections end. */
  drop(): void {
    for (const socket of this.connections.keys()) socket.destroy();
  }

  /** The folder is made anew out of a backup: all mails get other numbers. */
  renumber(): void {
    this.uidValidity += 1;
    this.mails = this.mails.map((mail, index) => ({ ...mail, uid: index + 1 }));
    this.uidNext = this.mails.length + 1;
    this.drop();
  }
}
