import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { List, Problem } from '../../support/resources.js';
import { away, back } from '../../access/availability/absences.js';
import { hire } from '../../access/people.js';
import { Remedies } from '../../complaints/remedies/remedies.js';
import { attempt, errors, timeline } from '../../complaints/steps.js';
import { customerWrites, kinds, type Notice, told } from './notices.js';

const app = useTestApp();
const remedies = new Remedies(app);

const assign = async (made: Made, ownerId: string, by: CastName = 'sam') =>
  app.make.act(
    made,
    'assign-owner',
    { ownerId, agreedActions: [{ what: 'A leg', dueAt: app.inDays(60) }] },
    by,
  );
const owned = async (owner: CastName = 'anna', by: CastName = 'sam') =>
  assign(await app.make.complaint('facts_established'), await app.idOf(owner), by);
const complainedAbout = async (made: Made, ...names: CastName[]) => {
  const complainedAboutUserIds = await Promise.all(names.map((name) => app.idOf(name)));
  const { version } = await app.make.read(made);
  expectStatus(
    200,
    await app.as('sam').patch(`/v1/complaints/${made.id}`, version, { complainedAboutUserIds }),
  );
};
const rows = async (made: Made) =>
  app.database.read('SELECT n.id FROM staff_notices n WHERE n.complaint_id = $1', [made.id]);

describe('somebody is told', () => {
  it('that a complaint is theirs, and that the customer wrote; once, however often the log tells it', async () => {
    const made = await owned();
    await customerWrites(app, made);
    const [reply, assigned, ...more] = await told(app, 'anna', made);
    expect(more).toEqual([]);
    const complaint = { id: made.id, reference: made.complaint.reference };
    const mail = { readAt: null, mail: 'none', standInFor: null };
    expect(reply).toMatchObject({
      kind: 'reply',
      what: 'There is word from the customer.',
      complaint,
      ...mail,
    });
    expect(assigned).toMatchObject({ kind: 'assigned', complaint, ...mail });
    const entry = (await timeline(app, made)).find(({ id }) => id === assigned?.entryId);
    expect(entry).toMatchObject({ type: 'complaint.owner_assigned', at: assigned?.at });
    const before = await rows(made);
    await app.database.read(
      `UPDATE subscriptions SET position = 0 WHERE name = 'NoticesSubscription.tell' RETURNING 1`,
    );
    await app.settle();
    expect(await rows(made)).toEqual(before);
  });

  it('nothing that they did themselves', async () => {
    const made = await owned('anna', 'anna');
    expect(await kinds(app, 'anna', made)).toEqual([]);
    await app.make.act(made, 'escalate', { reason: 'Too big for me.' });
    expect(await kinds(app, 'anna', made)).toEqual([]);
    expect(await kinds(app, 'sam', made)).toEqual(['escalated']);
  });

  it('of a promise near its end and a broken one: the owner, and supervisors where there is none', async () => {
    const [mine, nobodys] = [await owned(), await app.make.receive()];
    await app.passTime({ hours: 20 });
    for (let half = 0; half < 20; half += 1) await app.passTime({ hours: 12 });
    for (const kind of ['warning', 'breach']) {
      expect(await kinds(app, 'anna', mine)).toContain(kind);
      expect(await kinds(app, 'sam', mine)).not.toContain(kind);
      expect(await kinds(app, 'sue', nobodys)).toContain(kind);
      expect(await kinds(app, 'anna', nobodys)).not.toContain(kind);
    }
    expect(await told(app, 'ada', nobodys)).toEqual([]);
  });

  it('of a dispute: supervisors and the owner, and administrators where no supervisor is free', async () => {
    const made = await app.make.complaint('resolved');
    await complainedAbout(made, 'sam');
    expectStatus(200, await attempt(app, made, 'dispute'));
    expect(await kinds(app, 'sue', made)).toEqual(['escalated']);
    expect(await told(app, 'sam', made)).toEqual([]);
    const other = await app.make.complaint('in_progress');
    await complainedAbout(other, 'sam', 'sue');
    await app.make.act(other, 'escalate', { reason: 'Nobody is left.' });
    expect(await kinds(app, 'ada', other)).toEqual(['escalated']);
    expect([...(await told(app, 'sam', other)), ...(await told(app, 'sue', other))]).toEqual([]);
  });

  it('that a remedy waits, when they may approve it', async () => {
    const made = await app.make.complaint('in_progress');
    await remedies.authority({ of: 'sue' }, 'HUF');
    await remedies.authority({ of: 'ben' }, 'HUF', { perRemedy: '10', perComplaint: '10', perPeriod: '10' });
    await remedies.refund(made, '50', 'HUF');
    expect(await kinds(app, 'sue', made)).toEqual(['approval']);
    for (const name of ['sam', 'ben', 'anna', 'ada'] as const)
      expect(await told(app, name, made)).toEqual([]);
    await remedies.authority({ role: 'supervisor' }, 'CZK');
    await remedies.authority({ of: 'sam' }, 'CZK', { perRemedy: '10', perComplaint: '10', perPeriod: '10' });
    await remedies.refund(made, '50', 'CZK');
    expect(await kinds(app, 'sue', made)).toEqual(['approval', 'approval']);
    expect(await told(app, 'sam', made)).toEqual([]);
  });

  it('that a complaint has no owner any more: the supervisors', async () => {
    const { id, version } = await hire(app);
    const made = await assign(await app.make.complaint('facts_established'), id);
    expectStatus(200, await app.as('ada').patch(`/v1/users/${id}`, version, { disabled: true }));
    const [notice] = await told(app, 'sue', made);
    expect(notice).toMatchObject({ kind: 'unassigned', what: 'The complaint has no owner any more.' });
    expect(await kinds(app, 'sam', made)).toContain('unassigned');
  });

  it('what somebody who is away is told, when they stand in, unless it is about them', async () => {
    const [anna, ben] = [await app.idOf('anna'), await app.idOf('ben')];
    const [made, about] = [await owned(), await owned()];
    await complainedAbout(about, 'ben');
    const absence = await away(app, anna, ben);
    await customerWrites(app, made);
    await customerWrites(app, about);
    const [reply, assigned] = await told(app, 'ben', made);
    expect(reply).toMatchObject({ kind: 'reply', standInFor: { id: anna, name: 'Anna Agent' } });
    expect(assigned).toMatchObject({
      kind: 'assigned',
      what: 'Its owner is away, and you stand in.',
      standInFor: null,
    });
    expect(await kinds(app, 'anna', made)).toEqual(['reply', 'assigned']);
    expect(await told(app, 'ben', about)).toEqual([]);
    expect(await kinds(app, 'anna', about)).toEqual(['reply', 'assigned']);
    await back(app, absence);
    await customerWrites(app, made);
    expect(await kinds(app, 'ben', made)).toEqual(['reply', 'assigned']);
  });
});

describe('the inbox', () => {
  const path = '/v1/me/inbox';
  const read = (body: object, name: CastName = 'anna') =>
    app.as(name).post<{ unread: number } & Problem>(`${path}/actions/read`, body);
  const page = async (query: string) =>
    expectStatus(200, await app.as('anna').get<List<Notice> & { count?: number }>(`${path}?${query}`));

  it('marks what was read, all up to one or some, and counts the rest', async () => {
    await read({ upTo: (await page('limit=1')).items[0]?.id });
    const made = await owned();
    await customerWrites(app, made);
    await customerWrites(app, made);
    const [third, second, first] = await told(app, 'anna', made);
    expect(await page('unread=true&count=true&limit=1')).toMatchObject({
      items: [{ id: third?.id }],
      count: 3,
    });
    expect(expectStatus(200, await read({ upTo: second?.id }))).toEqual({ unread: 1 });
    expect((await page('unread=true')).items.map(({ id }) => id)).toEqual([third?.id]);
    expect((await page('unread=false&kind=assigned&limit=1')).items[0]).toMatchObject({
      id: first?.id,
      readAt: expect.any(String),
    });
    expect(expectStatus(200, await read({ ids: [third?.id, first?.id] }))).toEqual({ unread: 0 });
    expect(expectStatus(200, await read({ ids: [third?.id] }))).toEqual({ unread: 0 });
    const log = await app
      .as('otto')
      .get<List<{ data: object }>>('/v1/audit/entries?type=user.notices_read&limit=100');
    expect(
      expectStatus(200, log)
        .items.slice(-2)
        .map(({ data }) => data),
    ).toEqual(expect.arrayContaining([{ count: 1 }]));
  });

  it('is nobody else’s, and nobody names what is not theirs', async () => {
    const made = await owned();
    const [mine] = await told(app, 'anna', made);
    expect(errors(await read({ ids: [mine?.id] }, 'ben'))).toEqual(['/ids/0 not_found']);
    expect(errors(await read({ upTo: mine?.id }, 'sam'))).toEqual(['/upTo not_found']);
    expect(errors(await read({}))).toEqual(['/upTo required']);
    expect(errors(await read({ ids: [mine?.id], upTo: mine?.id }))).toEqual(['/upTo not_applicable']);
    expectStatus(403, await read({ upTo: mine?.id }, 'otto'));
    expectStatus(403, await app.as('otto').get(path));
    expectStatus(401, await app.anonymous.get(path));
    expect((await told(app, 'anna', made))[0]?.readAt).toBeNull();
  });

  it('hides what is about whoever is complained about by now', async () => {
    const made = await owned();
    const [mine] = await told(app, 'anna', made);
    await complainedAbout(made, 'anna');
    expect(await told(app, 'anna', made)).toEqual([]);
    expect(errors(await read({ ids: [mine?.id] }))).toEqual(['/ids/0 not_found']);
  });
});
