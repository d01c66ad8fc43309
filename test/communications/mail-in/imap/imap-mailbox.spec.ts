import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImapMailbox } from '../../../../src/communications/mail-in/imap/imap-mailbox.js';
import { imapSettingsOf } from '../../../../src/communications/mail-in/imap/imap-settings.js';
import { eventually } from '../../../support/eventually.js';
import { ImapServer } from '../../../support/imap/imap-server.js';

const server = new ImapServer();
let leaving: AbortController;

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  leaving = new AbortController();
});

const open = () => ImapMailbox.open(imapSettingsOf(server.url), leaving.signal);

describe('whoever leaves', () => {
  it('waits for no mail server that says nothing', async () => {
    server.isSilent = true;
    const before = server.connected;
    const opening = open();
    await eventually(() => expect(server.connected).toBe(before + 1));
    leaving.abort();
    await expect(opening).rejects.toThrow();
    server.isSilent = false;
  });

  it('connects no more', async () => {
    const before = server.connected;
    leaving.abort();
    await expect(open()).rejects.toThrow();
    expect(server.connected).toBe(before);
  });

  it('waits for no mail', async () => {
    const mailbox = await open();
    const waiting = mailbox.wait(600_000);
    leaving.abort();
    await expect(waiting).rejects.toThrow('the connection to the mailbox ended');
  });
});

describe('a mailbox', () => {
  it('says what came since somebody looked, before anybody waits', async () => {
    const mailbox = await open();
    server.meets('SEARCH', () => server.put(Buffer.from('Subject: A\r\n\r\nB')));
    await mailbox.uidsAfter(0);
    await mailbox.wait(600_000);
    mailbox.close();
  });

  it('is not taken for empty where its server refuses to search it', async () => {
    const mailbox = await open();
    server.meets('SEARCH', 'refuse');
    await expect(mailbox.uidsAfter(0)).rejects.toThrow('refuses to search');
    mailbox.close();
  });

  it('has nothing under the number of a mail that is gone', async () => {
    const mailbox = await open();
    expect(await mailbox.fetch(999)).toBeNull();
    mailbox.close();
  });

  it('that is read only is read all the same', async () => {
    const { uid } = server.put(Buffer.from('Subject: A\r\n\r\nB'));
    const mailbox = await open();
    server.meets('STORE', 'refuse');
    await mailbox.markSeen(uid);
    expect((await mailbox.fetch(uid))?.raw.toString()).toContain('Subject: A');
    mailbox.close();
  });
});

describe('the address of a mailbox', () => {
  it('says all that is not usual, and its name says no password', () => {
    expect(
      imapSettingsOf('imaps://help%40example.org:s%2Fecret@mx.example.org/Complaints%20in'),
    ).toMatchObject({
      ...{ host: 'mx.example.org', port: 993, secure: true, user: 'help@example.org', password: 's/ecret' },
      name: 'imap:help@example.org@mx.example.org/Complaints in',
    });
    expect(imapSettingsOf('imap://help:x@mx.example.org:1143')).toMatchObject({
      ...{ port: 1143, secure: false, requireTls: true, folder: 'INBOX' },
    });
    expect(imapSettingsOf('imap://help:x@[::1]')).toMatchObject({
      host: '::1',
      port: 143,
      requireTls: false,
    });
  });
});
