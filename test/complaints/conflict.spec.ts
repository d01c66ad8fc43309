import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';
import type { Made, Reachable } from '../support/make.js';
import type { Complaint, List, Problem } from '../support/resources.js';
import { ago, attempt, messages, offers, promise, timeline, unmet } from './steps.js';

const app = useTestApp();

/** A complaint in this state about some of the house. */
async function about(state: Reachable, ...names: CastName[]): Promise<Made> {
  const made = await app.make.complaint(state);
  const { version } = await app.make.read(made);
  const complainedAboutUserIds = await Promise.all(names.map((name) => app.idOf(name)));
  const path = `/v1/complaints/${made.id}`;
  expectStatus(200, await app.as('sam').patch(path, version, { complainedAboutUserIds }));
  return made;
}

describe('a person complained about', () => {
  it('takes no action, whatever else is missing', async () => {
    const made = await about('in_progress', 'ben');
    await app.make.fact(made, { standing: 'claimed' });
    expect(unmet(await attempt(app, made, 'resolve', 'ben'))).toEqual([
      'conflicted',
      'not_the_owner',
      'facts_unsettled',
    ]);
    for (const action of ['escalate', 'withdraw', 'ask-customer'] as const) {
      expect(unmet(await attempt(app, made, action, 'ben'))[0]).toBe('conflicted');
    }
    const offered = await offers(app, made, 'ben');
    expect(offered.some(({ allowed }) => allowed)).toBe(false);
  });

  it('writes nothing below the complaint either', async () => {
    const made = await about('in_progress', 'anna');
    const path = `/v1/complaints/${made.id}`;
    const said = { how: 'phone', saidAt: ago(app, 0) };
    const { version } = await app.make.read(made);
    const { id } = await promise(app, made, 'action');
    const anna = app.as('anna');
    const refused = [
      await anna.post<Problem>(`${path}/facts`, { statement: 'No.', source: 'staff' }),
      await anna.post<Problem>(`${path}/messages`, { audience: 'internal', body: 'No.' }),
      await anna.post<Problem>(`${path}/messages`, { audience: 'customer', body: 'No.' }),
      await anna.post<Problem>(`${path}/messages`, {
        audience: 'customer',
        direction: 'in',
        body: 'No.',
        said,
      }),
      await anna.post<Problem>(`${path}/promises`, { kind: 'callback', what: 'No.', dueAt: app.inDays(1) }),
      await anna.post<Problem>(`${path}/promises/${id}/actions/keep`),
      await anna.patch<Problem>(path, version, { subject: 'Nothing' }),
    ];
    expect(refused.map(unmet)).toEqual(refused.map(() => ['conflicted']));
  });

  it('sees no internal notes: not in the list, nor one by one, nor in the timeline', async () => {
    const made = await about('received', 'ben');
    const note = await app.make.message(made, { audience: 'internal', body: 'Ben was rude before.' });
    const path = `/v1/complaints/${made.id}/messages/${note.id}`;
    const absent = await app.as('ben').get<Problem>(path.replace(note.id, made.id));
    const hidden = await app.as('ben').get<Problem>(path);
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' });
    expect(hidden.status).toBe(404);
    expect((await app.as('ben').post(`${path}/actions/hear`)).status).toBe(404);
    expect(await messages(app, made, 'ben')).toEqual([]);
    expect(await messages(app, made, 'anna')).toHaveLength(1);
    expect((await timeline(app, made, 'ben')).map(({ type }) => type)).not.toContain('message.noted');
    expect((await timeline(app, made, 'anna')).map(({ type }) => type)).toContain('message.noted');
    const query = `/v1/complaints?q=rude&limit=1`;
    expect((await app.as('ben').get<List<Complaint>>(query)).body.items).toEqual([]);
    expect((await app.as('anna').get<List<Complaint>>(query)).body.items).toHaveLength(1);
  });

  it('is named by a supervisor only', async () => {
    const made = await app.make.complaint();
    const complainedAboutUserIds = [await app.idOf('ben')];
    const path = `/v1/complaints/${made.id}`;
    expect((await app.as('anna').patch(path, 1, { complainedAboutUserIds })).status).toBe(403);
    expect((await app.as('ada').patch(path, 1, { complainedAboutUserIds })).status).toBe(200);
    const unknown = await app.as('ada').patch<Problem>(path, 2, { complainedAboutUserIds: [made.id] });
    expect(unknown.body.errors).toMatchObject([{ pointer: '/complainedAboutUserIds/0', code: 'not_found' }]);
  });
});

describe('where no other able person is left', () => {
  it('a person complained about may act, and the customer is told once, with the routes outside', async () => {
    const made = await about('received', 'ada', 'sam', 'sue', 'anna', 'ben');
    expectStatus(200, await attempt(app, made, 'acknowledge', 'ben'));
    await app.make.fact(made, {}, 'ben');
    expectStatus(200, await attempt(app, made, 'establish-facts', 'ben'));
    const notices = (await messages(app, made, 'otto')).filter(({ kind }) => kind === 'notice');
    expect(notices).toHaveLength(1);
    expect(notices[0]?.body).toContain('ombudsman');
  });

  it('what only a supervisor may do is open to the one complained about where all supervisors are', async () => {
    const made = await about('received', 'ada', 'sam', 'sue');
    expect(unmet(await attempt(app, made, 'acknowledge', 'sam'))).toEqual(['conflicted']);
    expectStatus(200, await attempt(app, made, 'decline', 'sam'));
  });

  it('the words of the customer go on record all the same', async () => {
    const made = await about('awaiting_customer', 'anna');
    const view = await app.make.byCustomer(made, 'messages', { body: 'The left one.' }, 201);
    expect(view.state).toBe('in_progress');
  });
});
