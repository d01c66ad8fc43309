import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import type { List } from '../../support/resources.js';
import { attempt, unmet } from '../steps.js';
import { FOUND, Issues, type IssueShown } from './issues.js';

const app = useTestApp();
const its = new Issues(app);

const NOBODY = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

describe('who', () => {
  it('decides is the owner, a supervisor, or any staff before there is an owner', async () => {
    const made = await app.make.complaint('facts_established');
    const issue = await its.add(made);
    expectStatus(200, await its.tell(made, issue, 'decide', FOUND.upheld, 'ben'));
    await app.make.act(made, 'assign-owner', {
      ownerId: await app.idOf('anna'),
      agreedActions: [{ what: 'Send a leg', dueAt: app.inDays(60) }],
    });
    expect(unmet(await its.tell(made, issue, 'decide', FOUND.upheld, 'ben'))).toEqual(['not_the_owner']);
    for (const by of ['anna', 'sam'] as const)
      expectStatus(200, await its.tell(made, issue, 'decide', FOUND.upheld, by));
    expectStatus(201, await its.ask(made, { what: 'One more.' }, 'ben'));
  });

  it('only reads may not write, and who has no token is not known', async () => {
    const made = await app.make.complaint();
    const issue = await its.add(made);
    const path = `/v1/complaints/${made.id}/issues`;
    expect((await its.ask(made, { what: 'x' }, 'otto')).status).toBe(403);
    expect((await its.tell(made, issue, 'decide', FOUND.upheld, 'otto')).status).toBe(403);
    expect((await its.tell(made, issue, 'withdraw', its.said(), 'otto')).status).toBe(403);
    expect((await app.anonymous.get(path)).status).toBe(401);
    expect((await app.withToken(made.trackingToken).get(path)).status).toBe(401);
  });

  it('is complained about does nothing', async () => {
    const made = await app.make.complaint('received', { complainedAboutUserIds: [await app.idOf('ben')] });
    const issue = await its.add(made);
    expect(unmet(await its.ask(made, { what: 'x' }, 'ben'))).toEqual(['conflicted']);
    expect(unmet(await its.tell(made, issue, 'decide', FOUND.upheld, 'ben'))).toEqual(['conflicted']);
    expect(unmet(await its.tell(made, issue, 'withdraw', its.said(), 'ben'))).toEqual(['conflicted']);
  });
});

it('is written to only while work goes on', async () => {
  for (const state of ['resolved', 'closed', 'withdrawn', 'declined', 'merged'] as const) {
    const made = await app.make.complaint(state);
    expect(unmet(await its.ask(made, { what: 'x' }))).toEqual(['state_not_allowed']);
  }
  const made = await app.make.complaint();
  const issue = await its.add(made);
  expectStatus(200, await attempt(app, made, 'withdraw'));
  expect(unmet(await its.tell(made, issue, 'decide', FOUND.upheld))).toEqual(['state_not_allowed']);
  expect(unmet(await its.tell(made, issue, 'withdraw', its.said()))).toEqual(['state_not_allowed']);
});

it('of another complaint is not there', async () => {
  const [made, other] = [await app.make.complaint(), await app.make.complaint()];
  const issue = await its.add(other);
  for (const id of [issue.id, NOBODY]) {
    expect((await app.as('anna').get(`/v1/complaints/${made.id}/issues/${id}`)).status).toBe(404);
    expect((await its.tell(made, { id }, 'decide', FOUND.upheld)).status).toBe(404);
    expect((await its.tell(made, { id }, 'withdraw', its.said())).status).toBe(404);
  }
  expect((await its.ask({ id: NOBODY }, { what: 'x' })).status).toBe(404);
  expect((await app.as('anna').get(`/v1/complaints/${NOBODY}/issues`)).status).toBe(404);
});

it('there are so many that a letter can name them', async () => {
  const made = await app.make.complaint();
  const first = await its.add(made);
  for (let count = 1; count < 29; count += 1) await its.add(made);
  const tally = await race(3, () => its.ask(made, { what: 'The last.' }));
  expect(tally).toEqual({ '201': 1, '409 action_refused': 2 });
  expect(unmet(await its.ask(made, { what: 'One more.' }))).toEqual(['issues_too_many']);
  await its.withdraw(made, first);
  await its.add(made);
  const page = await app
    .as('otto')
    .get<List<IssueShown>>(`/v1/complaints/${made.id}/issues?limit=30`)
    .then((answer) => expectStatus(200, answer));
  expect([page.items.length, page.nextCursor === null]).toEqual([30, false]);
});
