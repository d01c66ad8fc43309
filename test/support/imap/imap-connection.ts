import type { Socket } from 'node:net';
import type { FolderMail, ImapServer } from './imap-server.js';

const CAPABILITIES = 'CAPABILITY IMAP4rev1 IDLE ID NAMESPACE';
const LINE_END = '\r\n';

/** One connection of a program to the server: command by command. */
export class ImapConnection {
  private received = '';
  /** How many mails the program was told of; null until a folder is open. */
  private told: number | null = null;
  /** The tag of an IDLE that lasts. */
  private idle: string | null = null;

  constructor(
    private readonly server: ImapServer,
    private readonly socket: Socket,
  ) {
    if (server.isSilent) return;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.hear(text));
    this.say(`* OK [${CAPABILITIES}] ready`);
  }

  /** Tells how many mails there are: at once where the program waits for that, else with the next answer. */
  tell(): void {
    if (this.idle !== null) this.tellCount();
  }

  private hear(text: string): void {
    const lines = (this.received + text).split(LINE_END);
    this.received = lines.pop() ?? '';
    for (const line of lines) this.answer(line);
  }

  private answer(line: string): void {
    if (this.idle !== null) {
      this.endIdle(line);
      return;
    }
    const [, tag = '*', command = '', rest = ''] = /^(\S+) (?:UID )?(\S+) ?(.*)$/i.exec(line) ?? [];
    const name = command.toUpperCase();
    const meeting = this.server.met(name);
    if (typeof meeting === 'function') meeting();
    if (meeting === 'refuse') this.say(`${tag} NO not now`);
    else if (meeting === 'drop') this.drop(name, rest);
    else this.carryOut(tag, name, rest);
  }

  /** In the middle of what it was asked for, where that is a mail. */
  private drop(name: string, rest: string): void {
    const [mail] = name === 'FETCH' ? this.asked(rest) : [];
    const half = mail ? wordsOf(1, mail, mail.raw).subarray(0, -Math.ceil(mail.raw.length / 2)) : '';
    this.socket.write(half, () => this.socket.destroy());
  }

  private carryOut(tag: string, name: string, rest: string): void {
    const known: Record<string, (rest: string) => string> = {
      CAPABILITY: () => this.say(`* ${CAPABILITIES}`),
      ID: () => this.say('* ID NIL'),
      LOGIN: (credentials) => this.login(credentials),
      NAMESPACE: () => this.say('* NAMESPACE (("" "/")) NIL NIL'),
      LIST: () => this.say('* LIST (\\HasNoChildren) "/" INBOX'),
      LSUB: () => this.say('* LSUB (\\HasNoChildren) "/" INBOX'),
      SELECT: () => this.select(),
      SEARCH: (query) => this.search(query),
      FETCH: (query) => this.fetch(query),
      STORE: (query) => this.store(query),
      NOOP: () => 'OK done',
      LOGOUT: () => this.say('* BYE'),
    };
    if (name === 'IDLE') {
      this.idle = tag;
      this.say('+ idling');
      this.tellCount();
      return;
    }
    const result = known[name]?.(rest) ?? `BAD ${name} is unknown`;
    this.tellCount();
    this.say(`${tag} ${result}`);
    if (name === 'LOGOUT') this.socket.end();
  }

  private endIdle(line: string): void {
    const tag = this.idle ?? '*';
    this.idle = null;
    this.say(line.toUpperCase() === 'DONE' ? `${tag} OK done` : `${tag} BAD not while idling`);
  }

  private login(credentials: string): string {
    this.server.logins += 1;
    const isRight = /^"?help"? "?secret"?$/.test(credentials) && !this.server.refusesLogins;
    return isRight ? 'OK done' : 'NO [AUTHENTICATIONFAILED] wrong user or password';
  }

  private select(): string {
    const { mails, uidValidity, uidNext } = this.server;
    this.told = mails.length;
    this.say('* FLAGS (\\Seen)');
    this.say(`* ${mails.length} EXISTS`);
    this.say('* OK [PERMANENTFLAGS (\\Seen)] flags');
    this.say(`* OK [UIDVALIDITY ${uidValidity}] valid`);
    this.say(`* OK [UIDNEXT ${uidNext}] next`);
    return 'OK [READ-WRITE] done';
  }

  private search(query: string): string {
    const isAsked = ({ uid, seen }: FolderMail) =>
      query.toUpperCase() === 'UNSEEN' ? !seen : this.isInRange(uid, query.replace(/^UID /i, ''));
    const uids = this.server.mails.filter(isAsked).map(({ uid }) => uid);
    return this.say(`* SEARCH ${uids.join(' ')}`.trim());
  }

  private fetch(query: string): string {
    const [, start = 0, length = Infinity] = /\[\]<(\d+)\.(\d+)>/.exec(query)?.map(Number) ?? [];
    for (const mail of this.asked(query)) {
      if (this.server.broken.has(mail.uid)) return 'NO [SERVERBUG] it cannot be read';
      const place = this.server.mails.indexOf(mail) + 1;
      this.socket.write(wordsOf(place, mail, mail.raw.subarray(start, start + length)));
    }
    return 'OK done';
  }

  private store(query: string): string {
    for (const mail of this.asked(query)) {
      mail.seen = true;
      this.say(`* ${this.server.mails.indexOf(mail) + 1} FETCH (UID ${mail.uid} FLAGS (\\Seen))`);
    }
    return 'OK done';
  }

  private asked(query: string): FolderMail[] {
    const [range = ''] = query.split(' ');
    return this.server.mails.filter(({ uid }) => this.isInRange(uid, range));
  }

  /** `7:*` names the last mail also where its number is lower than 7. */
  private isInRange(uid: number, range: string): boolean {
    const last = this.server.mails.at(-1)?.uid ?? 0;
    const ends = range.split(':').map((end) => (end === '*' ? last : Number(end)));
    return Math.min(...ends) <= uid && uid <= Math.max(...ends);
  }

  private tellCount(): void {
    const count = this.server.mails.length;
    if (this.told === null || this.told === count) return;
    this.told = count;
    this.say(`* ${count} EXISTS`);
  }

  /** @returns how a command ends whose whole answer this is */
  private say(line: string): string {
    this.socket.write(line + LINE_END);
    return 'OK done';
  }
}

/** A mail as an answer holds it: with its bytes as they are. */
function wordsOf(place: number, { uid }: FolderMail, bytes: Buffer): Buffer {
  const head = `* ${place} FETCH (UID ${uid} INTERNALDATE "20-Nov-2026 10:00:00 +0100" BODY[]<0> {${bytes.length}}`;
  return Buffer.concat([Buffer.from(head + LINE_END), bytes, Buffer.from(`)${LINE_END}`)]);
}
