import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Breached, List, Message } from '../support/resources.js';
import { apologise, ago, attempt, DECISION, offers, promise, unmet } from './steps.js';

const app = useTestApp();

describe('resolve', () => {
  it('names everything that is missing, in order, with the ids in the way', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.byCustomer(made, 'messages', { body: 'It wobbles.' }, 201);
    const fact = await app.make.fact(made, { standing: 'claimed', source: 'staff' });
    const action = await promise(app, made, 'action');
    await app.passTime({ days: 61 });
    const needs = ['customer_unheard', 'facts_unsettled', 'breach_unanswered', 'action_open'];
    expect(unmet(await attempt(app, made, 'resolve', 'ben', { final: true }))).toEqual([
      'not_the_owner',
      ...needs,
      'not_final_yet',
    ]);
    const answer = await attempt(app, made, 'resolve');
    expect(unmet(answer)).toEqual(needs);
    expect(answer.body.detail).toBe('resolve needs 4 more things');
    const [unheard] = (
      await app.as('anna').get<List<Message>>(`/v1/complaints/${made.id}/messages`)
    ).body.items.filter(({ direction }) => direction === 'in');
    const breaches = await app.as('anna').get<List<Breached>>(`/v1/complaints/${made.id}/breaches`);
    const ids = [[unheard?.id], [fact.id], breaches.body.items.map(({ id }) => id), [action.id]];
    expect(answer.body.unmet?.map((need) => need.ids)).toEqual(ids);
    const offered = (await offers(app, made)).find((offer) => offer.action === 'resolve');
    expect(offered?.unmet).toEqual(answer.body.unmet);
  });

  it('passes over an action that is still due later, and the letter names it', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.act(made, 'resolve', DECISION);
    expect((await promise(app, made, 'action')).what).toBe('Send a new leg');
    const list = await app.as('anna').get<List<Message>>(`/v1/complaints/${made.id}/messages`);
    const letter = list.body.items.find(({ kind }) => kind === 'decision');
    expect(letter?.body).toContain('Send a new leg');
    expect(letter?.body).toContain('ombudsman');
  });

  it('an action done or released does not hinder', async () => {
    const made = await app.make.complaint('in_progress');
    const action = await promise(app, made, 'action');
    const path = `/v1/complaints/${made.id}/promises/${action.id}/actions/release`;
    const said = { how: 'phone', saidAt: ago(app, 0) };
    expectStatus(200, await app.as('anna').post(path, { said }));
    await app.passTime({ days: 61 });
    await apologise(app, made);
    expect((await attempt(app, made, 'resolve')).status).toBe(200);
  });

  it('finally is for a supervisor who did not decide before, after a dispute', async () => {
    const made = await app.make.complaint('in_progress');
    const last = { final: true };
    expect(unmet(await attempt(app, made, 'resolve', 'sam', last))).toEqual(['not_final_yet']);
    await app.make.act(made, 'resolve', DECISION, 'sam');
    expectStatus(200, await attempt(app, made, 'dispute'));
    expect(unmet(await attempt(app, made, 'resolve', 'sam', last))).toEqual(['not_final_yet']);
    expect(unmet(await attempt(app, made, 'resolve', 'anna', last))).toEqual(['not_final_yet']);
    await app.make.act(made, 'resolve', { ...DECISION, ...last }, 'sue');
    const disputed = await attempt(app, made, 'dispute');
    expect(unmet(disputed)).toEqual(['decision_final']);
    expect(disputed.body.unmet?.[0]?.detail).toContain('ombudsman');
  });
});
