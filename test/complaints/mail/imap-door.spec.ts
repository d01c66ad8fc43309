import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ImapDoor } from '../../../src/complaints/mail/imap-door.js';
import { MAIL_LIMITS } from '../../../src/communications/mail-in/reading/mail.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { type FolderMail, ImapServer } from '../../support/imap/imap-server.js';
import { type InboundMail, InboundMails, REPLIES } from './mails.js';

/** Milliseconds: less than it takes until the door looks of itself, though the server told of nothing. */
const PATIENCE = 25_000;

const server = new ImapServer();
let lying: FolderMail[];

beforeAll(async () => {
  server.put(mails.written({ From: 'old@example.org' }), true);
  lying = [1, 2].map((nth) => server.put(mails.written({ From: `lying-${nth}@example.org` })));
  await server.start();
});

const app = useTestApp({
  mail: true,
  env: {
    ...REPLIES,
    get IMAP_URL() {
      return server.url;
    },
  },
});
const mails = new InboundMails(app);

afterAll(() => server.stop());

/** Somebody writes to the mailbox. */
function written(name: string, headers: Record<string, string> = {}): FolderMail {
  return server.put(mails.written({ From: `${name}@example.org`, ...headers }));
}

/** Every mail that was taken from somebody. */
async function from(name: string): Promise<InboundMail[]> {
  return (await mails.list()).filter((mail) => mail.from === `${name}@example.org`);
}

/** Waits until the mails are taken and marked as seen; the door is opened whenever it closes. */
async function taken(...expected: FolderMail[]): Promise<void> {
  const uids = expected.map(({ uid }) => uid);
  await eventually(() => {
    app.get(ImapDoor).wake();
    const left = server.mails.filter(({ uid, seen }) => uids.includes(uid) && !seen);
    expect(left.map(({ uid }) => uid)).toEqual([]);
  }, PATIENCE);
}

const decisions = async (name: string) => (await from(name)).map(({ decision }) => decision);

describe('a mailbox that is looked into', () => {
  it('brings what lies there unseen at the start, and nothing that somebody has seen', async () => {
    await taken(...lying);
    expect(await from('lying-1')).toMatchObject([{ decision: 'new', subject: 'The leg broke' }]);
    expect(await decisions('lying-2')).toEqual(['new']);
    expect(await from('old')).toEqual([]);
    const [mail] = await from('lying-1');
    expect(mail).toMatchObject({ receivedAt: '2026-11-20T09:00:00.000Z', mailbox: expect.any(String) });
    expect(mail?.mailbox).toBe('imap:help@127.0.0.1/INBOX');
  });

  it('brings what comes later, told by the server, also what comes while it is looked at', async () => {
    await taken(written('later'));
    const during: FolderMail[] = [];
    server.meets('FETCH', () => during.push(written('during')));
    await taken(written('meanwhile'));
    await taken(...during);
    expect([during.length, await decisions('later'), await decisions('during')]).toEqual([
      1,
      ['new'],
      ['new'],
    ]);
  });

  it('brings what somebody reads before the program does', async () => {
    const read = server.put(mails.written({ From: 'read@example.org' }), true);
    await taken(written('after-read'));
    expect(read.seen).toBe(true);
    expect(await decisions('read')).toEqual(['new']);
  });
});

describe('a connection that ends', () => {
  it('between two mails is opened anew, and nothing is lost', async () => {
    server.drop();
    await taken(written('dropped'));
    expect(await decisions('dropped')).toEqual(['new']);
  });

  it.each(['SEARCH', 'FETCH', 'STORE'])(
    'in the middle of %s loses nothing and takes nothing twice',
    async (command) => {
      const name = `in-${command.toLowerCase()}`;
      server.meets(command, 'drop');
      await taken(written(name), written(`${name}-next`));
      expect([await decisions(name), await decisions(`${name}-next`)]).toEqual([['new'], ['new']]);
    },
  );

  it('during the first look takes nothing that was seen before', async () => {
    server.renumber();
    const first = written('first-look');
    server.put(mails.written({ From: 'seen-before@example.org' }), true);
    const last = written('last-look');
    server.meets('FETCH', () => undefined);
    server.meets('FETCH', 'drop');
    await taken(first, last);
    expect([await decisions('first-look'), await decisions('last-look')]).toEqual([['new'], ['new']]);
    await taken(written('after-first-look'));
    expect(await from('seen-before')).toEqual([]);
  });
});

describe('a folder with other numbers', () => {
  it('brings nothing twice, also of what nobody has seen', async () => {
    await taken(written('before'));
    for (const mail of server.mails) mail.seen = /old@|seen-before@/.test(mail.raw.toString());
    const before = (await mails.list()).length;
    server.renumber();
    await taken(...server.mails, written('renumbered'));
    expect(await decisions('renumbered')).toEqual(['new']);
    expect((await mails.list()).length).toBe(before + 1);
  });
});

describe('a mail that nobody can take', () => {
  it('of no byte, or that cannot be read, is kept for a person and stops nothing behind it', async () => {
    const bytes = [Buffer.alloc(0), Buffer.from([0, 1, 2, 3]), Buffer.from(') BAD\r\n* 9 EXISTS\r\n\r\n{9}')];
    const before = (await mails.list('&decision=refused')).length;
    await taken(...bytes.map((raw) => server.put(raw)), written('behind-strange'));
    expect(await decisions('behind-strange')).toEqual(['new']);
    const refused = await mails.list('&decision=refused');
    expect(refused.length).toBeGreaterThan(before + 1);
    expect(refused.map(({ because }) => because)).toContain('empty');
  });

  it('that is too large is kept as far as it was fetched, and stays unseen', async () => {
    const large = server.put(
      Buffer.concat([mails.written({ From: 'large@example.org' }), Buffer.alloc(MAIL_LIMITS.bytes, 0x61)]),
    );
    await taken(written('behind-large'));
    const [kept] = (await mails.list('&decision=refused')).filter(({ because }) => because === 'too_large');
    expect([kept?.size, large.seen]).toEqual([MAIL_LIMITS.bytes + 1, false]);
  });

  it('that the mail server does not hand over is left there', async () => {
    const withheld = written('withheld');
    server.broken.add(withheld.uid);
    await taken(written('behind-withheld'));
    expect([await decisions('behind-withheld'), withheld.seen]).toEqual([['new'], false]);
  });
});

describe('a mail server that refuses the password', () => {
  it('is tried again after a while, said once, and the program goes on', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
    const over = jest.spyOn(Logger.prototype, 'log').mockReturnValue(undefined);
    const told = (text: string) => said.mock.calls.filter(([line]) => JSON.stringify(line).includes(text));
    const before = server.logins;
    server.refusesLogins = true;
    app.get(ImapDoor).wake();
    server.drop();
    await eventually(() => expect(told('refuses the user or the password')).toHaveLength(1));
    const mail = written('locked-out');
    for (let again = 0; again < 20; again += 1) {
      app.get(ImapDoor).wake();
      expect((await app.anonymous.get('/health/ready')).status).toBe(200);
    }
    expect(server.logins).toBe(before + 1);
    app.advance({ minutes: 6 });
    app.get(ImapDoor).wake();
    await eventually(() => expect(server.logins).toBe(before + 2));
    server.refusesLogins = false;
    app.advance({ minutes: 6 });
    await taken(mail);
    expect(server.logins).toBe(before + 3);
    expect(told('refuses the user or the password')).toHaveLength(1);
    expect(JSON.stringify(said.mock.calls)).not.toContain('secret');
    await eventually(() => {
      expect(over).toHaveBeenCalledWith('the mailbox is read again');
    });
    jest.restoreAllMocks();
  });
});
