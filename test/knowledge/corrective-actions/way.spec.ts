import { describe, expect, it } from '@jest/globals';
import { unmet } from '../../complaints/steps.js';
import { type Answer, expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import type { List, Problem } from '../../support/resources.js';
import { type Action, CHECK, correctiveActions, PATH } from './acting.js';

const app = useTestApp();
const { planned, act, patch } = correctiveActions(app);

describe('the way of a corrective action', () => {
  it('is done by its owner, and checked when its time has come', async () => {
    const action = await planned();
    const notMine = await act(action, 'complete', {}, 'ben');
    expect([notMine.status, unmet(notMine)]).toEqual([409, ['not_the_owner']]);
    const early = await act(action, 'check', CHECK);
    expect([early.body.state, unmet(early)]).toEqual(['planned', ['state_not_allowed']]);
    const done = expectStatus(200, await act(action, 'complete', { note: 'Since Monday.' }, 'anna'));
    expect(done).toMatchObject({ state: 'done', version: 2, doneAt: expect.any(String) });
    const tooEarly = await act(action, 'check', CHECK);
    expect([tooEarly.status, unmet(tooEarly)]).toEqual([409, ['check_not_due']]);
    app.advance({ days: 41 });
    const checked = expectStatus(200, await act(action, 'check', { ...CHECK, effective: false }));
    expect(checked).toMatchObject({
      state: 'ineffective',
      finding: CHECK.finding,
      checkedAt: expect.any(String),
      version: 3,
    });
  });

  it.each<[string, string[]]>([
    ['planned', ['check']],
    ['done', ['complete', 'drop']],
    ['effective', ['complete', 'check', 'drop']],
    ['dropped', ['complete', 'check', 'drop']],
  ])('from %s does not lead by %s', async (state, names) => {
    const action = await planned();
    if (state === 'done' || state === 'effective') expectStatus(200, await act(action, 'complete'));
    if (state === 'effective') app.advance({ days: 41 });
    if (state === 'effective') expectStatus(200, await act(action, 'check', CHECK));
    if (state === 'dropped') expectStatus(200, await act(action, 'drop', { reason: 'Not sold any more.' }));
    const bodies: Record<string, object> = { check: CHECK, drop: { reason: 'x' }, complete: {} };
    for (const name of names) {
      const answer: Answer<Problem> = await act(action, name, bodies[name]);
      expect([name, answer.body.state, unmet(answer)]).toEqual([name, state, ['state_not_allowed']]);
    }
  });

  it('is gone once, however many go it at once', async () => {
    const action = await planned();
    const tally = await race(6, () => act(action, 'complete', {}));
    expect(tally).toEqual({ '200': 1, '409 action_refused': 5 });
  });

  it('honours If-Match', async () => {
    const action = await planned();
    const path = `${PATH}/${action.id}/actions/complete`;
    expectStatus(412, await app.as('sam').post(path, {}, { 'If-Match': '"2"' }));
    expectStatus(200, await app.as('sam').post(path, {}, { 'If-Match': '"1"' }));
  });

  it('stands in the log, with the words', async () => {
    const [dropped, checked] = [await planned(), await planned()];
    expectStatus(200, await patch(dropped, 1, { what: 'Foam' }));
    expectStatus(200, await act(dropped, 'drop', { reason: 'Not sold any more.' }));
    expectStatus(200, await act(checked, 'complete', { note: 'Since Monday.' }));
    app.advance({ days: 41 });
    expectStatus(200, await act(checked, 'check', CHECK));
    await app.settle();
    const log = async ({ id }: Action, type: string) => {
      const path = `/v1/audit/entries?type=${type}&limit=100`;
      const { items } = expectStatus(200, await app.as('otto').get<List<Line>>(path));
      return items.find(({ subject }) => subject.id === id)?.data;
    };
    const ownerId = await app.idOf('anna');
    expect(await log(dropped, 'corrective_action.planned')).toMatchObject({ causeId: null, ownerId });
    expect(await log(dropped, 'corrective_action.updated')).toMatchObject({
      changed: ['what'],
      what: 'Foam',
    });
    expect(await log(dropped, 'corrective_action.dropped')).toEqual({ reason: 'Not sold any more.' });
    expect(await log(checked, 'corrective_action.completed')).toEqual({ note: 'Since Monday.' });
    expect(await log(checked, 'corrective_action.checked')).toEqual(CHECK);
  });
});

interface Line {
  subject: { id: string };
  data: object;
}
