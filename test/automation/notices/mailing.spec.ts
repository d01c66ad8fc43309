import { describe, expect, it } from '@jest/globals';
import { NoticePost } from '../../../src/automation/notices/mailing/notice-post.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { hire, signIn } from '../../access/people.js';
import { choose, customerWrites, kinds, mailsOf, post, told } from './notices.js';

const PAGE = 'https://desk.example.org/complaints';
const app = useTestApp({ mail: true, env: { STAFF_PAGE_URL: PAGE } });

/** What came to Anna since; each test begins with an address that had no mail for long. */
const since = async () => {
  await post(app, { days: 2 });
  const before = mailsOf(app, 'anna').length;
  return () => mailsOf(app, 'anna').slice(before);
};

describe('a notice by mail', () => {
  it('comes within a minute, in one mail with all that happened meanwhile, and with no word of the case', async () => {
    const mails = await since();
    const made = await app.make.complaint('in_progress');
    await Promise.all(Array.from({ length: 52 }, () => customerWrites(app, made, 'My bed at Long Lane 3')));
    await post(app);
    expect(mails()).toEqual([]);
    await post(app, { seconds: 61 });
    await post(app, { minutes: 5 });
    const [mail, ...more] = mails();
    expect(more).toEqual([]);
    const { reference } = made.complaint;
    expect(mail?.subject).toBe(`${reference}: 52 notices`);
    expect(mail?.to).toEqual([{ name: 'Anna Agent', address: 'anna@house.example' }]);
    expect(mail?.header('auto-submitted')).toBe('Auto-Submitted: auto-generated');
    const line = `${reference}: There is word from the customer. (52 times)\n${PAGE}/${made.id}`;
    expect(mail?.text.split(line)).toHaveLength(2);
    expect(mail?.raw).not.toMatch(/Marta|My bed|Lane/);
    const notices = await told(app, 'anna', made);
    expect(notices.map(({ mail: state }) => state)).toEqual(Array(52).fill('sent'));
  });

  it('comes once a day, not at all, or after the quiet hours, as one likes', async () => {
    const mails = await since();
    await choose(app, 'anna', { reply: 'digest', zone: 'UTC', digestAt: '08:00' });
    const made = await app.make.complaint('in_progress');
    await customerWrites(app, made);
    await post(app, { minutes: 2 });
    expect((await told(app, 'anna', made))[0]?.mail).toBe('waiting');
    await post(app, { days: 1 });
    expect(mails().map(({ subject }) => subject)).toEqual([
      `${made.complaint.reference}: There is word from the customer.`,
    ]);
    await customerWrites(app, made);
    await post(app);
    await choose(app, 'anna', { reply: 'off' });
    await post(app, { days: 2 });
    expect(mails()).toHaveLength(1);
    const hour = (ahead: number) =>
      new Date(app.now().getTime() + ahead * 3_600_000).toISOString().slice(11, 16);
    await choose(app, 'anna', { reply: 'at_once', quiet: { from: hour(-1), until: hour(2) } });
    await customerWrites(app, made);
    await post(app, { hours: 1 });
    expect(mails()).toHaveLength(1);
    await post(app, { minutes: 61 });
    expect(mails()).toHaveLength(2);
    await choose(app, 'anna', { quiet: null });
  });

  it('does not come where it was read before, nor to whom it is about by now', async () => {
    const mails = await since();
    const made = await app.make.complaint('in_progress');
    await customerWrites(app, made);
    const [reply] = await told(app, 'anna', made);
    expectStatus(200, await app.as('anna').post('/v1/me/inbox/actions/read', { upTo: reply?.id }));
    expect((await told(app, 'anna', made))[0]?.mail).toBe('none');
    await customerWrites(app, made);
    await app.settle();
    const { version } = await app.make.read(made);
    const complainedAboutUserIds = [await app.idOf('anna')];
    const path = `/v1/complaints/${made.id}`;
    expectStatus(200, await app.as('sam').patch(path, version, { complainedAboutUserIds }));
    await post(app, { minutes: 2 });
    expect(mails()).toEqual([]);
  });

  it('waits where the address had its share, and comes with the next', async () => {
    const mails = await since();
    const made = await app.make.complaint('in_progress');
    for (let count = 0; count < 7; count += 1) {
      await customerWrites(app, made);
      await post(app, { seconds: 61 });
    }
    expect(mails()).toHaveLength(5);
    for (let quarter = 0; quarter < 4; quarter += 1) await post(app, { minutes: 16 });
    expect(mails()).toHaveLength(6);
    expect(mails()[5]?.subject).toBe(`${made.complaint.reference}: 2 notices`);
  });

  it('is tried again where the server is busy, and not where it refuses; the inbox says so', async () => {
    const mails = await since();
    const made = await app.make.complaint('in_progress');
    await customerWrites(app, made);
    app.mailbox.failNext(451);
    await post(app, { seconds: 61 });
    expect((await told(app, 'anna', made))[0]?.mail).toBe('sending');
    await post(app, { minutes: 1 });
    expect(mails()).toHaveLength(1);
    await customerWrites(app, made);
    app.mailbox.failNext(550);
    await post(app, { seconds: 61 });
    await post(app, { minutes: 5 });
    expect((await told(app, 'anna', made)).map(({ mail }) => mail)).toEqual(['failed', 'sent']);
    expect(mails()).toHaveLength(1);
  });

  it('is one mail where several processes look at once', async () => {
    const mails = await since();
    const made = await app.make.complaint('in_progress');
    await customerWrites(app, made);
    await app.settle();
    app.advance({ seconds: 61 });
    await Promise.all(Array.from({ length: 4 }, () => app.get(NoticePost).turn()));
    await app.settle();
    expect(mails()).toHaveLength(1);
  });

  it('tells that words for the customer could not be sent', async () => {
    const complainant = { name: 'Marta Kis', email: 'gone@example.org' };
    const made = await app.make.complaint('in_progress', { complainant, answerVia: 'email' });
    await app.settle();
    app.mailbox.failNext(550);
    await app.make.message(made, {}, 'sam');
    expect(await kinds(app, 'anna', made)).toEqual(['undelivered']);
    await post(app, { days: 1 });
  });

  it('does not come to whoever left', async () => {
    const tom = await hire(app);
    const made = await app.make.complaint('facts_established');
    const agreedActions = [{ what: 'Send a new leg', dueAt: app.inDays(60) }];
    await app.make.act(made, 'assign-owner', { ownerId: tom.id, agreedActions }, 'sam');
    await app.settle();
    const { accessToken } = await signIn(app, tom.email);
    const inbox = await app.withToken(accessToken).get<{ items: object[] }>('/v1/me/inbox');
    expect(expectStatus(200, inbox).items).toHaveLength(1);
    expectStatus(200, await app.as('ada').patch(`/v1/users/${tom.id}`, tom.version, { disabled: true }));
    await post(app, { minutes: 2 });
    expect(app.mailbox.to(tom.email)).toEqual([]);
  });

  it('is forgotten when it was read long ago', async () => {
    const made = await app.make.complaint('in_progress');
    await customerWrites(app, made);
    const [reply] = await told(app, 'anna', made);
    expectStatus(200, await app.as('anna').post('/v1/me/inbox/actions/read', { ids: [reply?.id] }));
    app.advance({ days: 91 });
    await app.get(NoticePost).forgetOld();
    expect(await told(app, 'anna', made)).toEqual([]);
  });
});
