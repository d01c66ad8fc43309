import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import { Remedies } from '../remedies/remedies.js';
import { ago, DECISION, messages, offers, promise, promises, standing, timeline } from '../steps.js';
import { alike, DONE, ENOUGH, FACT, FACTS, FIRST_ANSWER, settle, WHOLE } from './spots.js';

const app = useTestApp();

const BEGINS = ['received', 'acknowledged', 'facts_established'] as const;

describe('a complaint is resolved on the spot', () => {
  it.each(BEGINS)('from %s', async (state) => {
    const made = await app.make.complaint(state);
    const { version } = await app.make.read(made);
    const after = expectStatus(200, await settle(app, made, ENOUGH[state]));
    expect(after).toMatchObject({ state: 'resolved', version: version + 1, owner: { name: 'Anna Agent' } });
    expect(after.resolution).toMatchObject({ ...DECISION, resolvedBy: { name: 'Anna Agent' } });
    expect(after.summary).toBe(FACTS.summary);
    expect(await standing(app, made)).toEqual([
      'acknowledge kept',
      'action kept',
      'establish_facts kept',
      'name_owner kept',
      'resolve kept',
      'update released',
    ]);
  });

  it('and closed where the customer accepts at once', async () => {
    const made = await app.make.complaint();
    const accepted = { how: 'visit', saidAt: ago(app, 0) };
    const after = expectStatus(200, await settle(app, made, { ...WHOLE, accepted }));
    expect(after.state).toBe('closed');
    const [closed] = (await timeline(app, made)).filter(({ type }) => type === 'complaint.closed');
    expect(closed?.data).toMatchObject({ how: 'accepted', saidHow: 'visit', saidAt: accepted.saidAt });
  });

  it('with the same entries as step by step', async () => {
    const remedies = new Remedies(app);
    await remedies.authority({ of: 'anna' }, 'CHF');
    const refund = { type: 'refund', money: { amount: '30.00', currency: 'CHF' }, reason: 'It was broken.' };
    const agreed = [
      { what: 'Hand over a new leg', dueAt: app.inDays(1) },
      { what: 'Call whether it holds', dueAt: app.inDays(9) },
    ];
    const said = { how: 'visit', saidAt: ago(app, 0) };

    const walked = await app.make.complaint();
    const anna = app.as('anna');
    const act = async (action: string, body: object) =>
      expectStatus(200, await anna.post(`/v1/complaints/${walked.id}/actions/${action}`, body));
    await act('acknowledge', { ...FIRST_ANSWER, said });
    await app.make.fact(walked, FACT);
    await act('establish-facts', FACTS);
    await act('assign-owner', { ownerId: await app.idOf('anna'), agreedActions: agreed, said });
    const leg = (await promises(app, walked)).find(({ what }) => what === agreed[0]?.what);
    expectStatus(200, await anna.post(`/v1/complaints/${walked.id}/promises/${leg?.id}/actions/keep`));
    await remedies.refund(walked, '30.00', 'CHF');
    await act('resolve', { ...DECISION, said, accepted: said });

    const spot = await app.make.complaint();
    const agreedActions = agreed.map((one, index) => ({ ...one, done: index === 0 }));
    const body = { ...WHOLE, agreedActions, remedies: [refund], said, accepted: said };
    expectStatus(200, await settle(app, spot, body));
    const worked = async (made: Made) =>
      alike((await timeline(app, made)).filter(({ type }) => type !== 'complaint.received'));
    const entries = await worked(spot);
    expect(entries.length).toBeGreaterThan(20);
    expect(entries).toEqual(await worked(walked));
    expect(await standing(app, spot)).toEqual(await standing(app, walked));
    const [of, twin] = [await app.make.read(spot), await app.make.read(walked)];
    expect(of.promises.map(({ kind, what }) => [kind, what])).toEqual(
      twin.promises.map(({ kind, what }) => [kind, what]),
    );
  });

  it('by a supervisor for another owner', async () => {
    const made = await app.make.complaint();
    const after = expectStatus(
      200,
      await settle(app, made, { ...WHOLE, ownerId: await app.idOf('ben') }, 'sam'),
    );
    expect(after.owner?.name).toBe('Ben Agent');
    expect(after.resolution?.resolvedBy.name).toBe('Sam Supervisor');
  });

  it('while what is not done yet stays promised, and is named in the decision', async () => {
    const made = await app.make.complaint();
    const call = { what: 'Call whether it holds', dueAt: app.inDays(9) };
    expectStatus(200, await settle(app, made, { ...WHOLE, agreedActions: [DONE, call, DONE] }));
    expect((await promise(app, made, 'action')).what).toBe(call.what);
    const letter = (await messages(app, made)).find(({ kind }) => kind === 'decision');
    expect(letter?.body).toContain(call.what);
    expect(letter?.body).not.toContain(DONE.what);
  });
});

describe('what is told in the call', () => {
  it('was said to a customer who is answered by phone', async () => {
    const made = await app.make.complaint('received', { answerVia: 'phone' });
    const said = { how: 'phone', saidAt: ago(app, 0) };
    expectStatus(200, await settle(app, made, { ...WHOLE, said }));
    const told = await messages(app, made);
    expect(told.map(({ kind }) => kind)).toEqual(['acknowledgement', 'owner', 'decision']);
    for (const { delivery } of told)
      expect(delivery).toMatchObject({ via: 'phone', state: 'handed_over', at: said.saidAt });
  });

  it('waits to be sent where it is answered by letter, and keeps its promises then', async () => {
    const made = await app.make.complaint('received', { answerVia: 'letter' });
    const after = expectStatus(200, await settle(app, made, WHOLE));
    expect(after.closesAt).toBeNull();
    expect(after.promises.map(({ kind }) => kind).sort()).toEqual(['acknowledge', 'name_owner', 'resolve']);
    const said = { how: 'letter', saidAt: ago(app, 0) };
    for (const { id } of await messages(app, made)) {
      const path = `/v1/complaints/${made.id}/messages/${id}/actions/hand-over`;
      expectStatus(200, await app.as('anna').post(path, { said }));
    }
    const sent = await app.make.read(made);
    expect([sent.promises, sent.closesAt !== null]).toEqual([[], true]);
  });

  it('answers what the customer wrote before, with the first answer or with the name of the owner', async () => {
    for (const state of BEGINS) {
      const made = await app.make.complaint(state);
      await app.make.byCustomer(made, 'messages', { body: 'Nobody calls.' }, 201);
      expectStatus(200, await settle(app, made, { ...ENOUGH[state], ...FIRST_ANSWER }));
      const inwards = (await messages(app, made)).filter(({ direction }) => direction === 'in');
      expect(inwards.every(({ heardAt }) => heardAt !== null)).toBe(true);
    }
  });
});

it('says beforehand whether it is possible, and what it asks', async () => {
  const shown = async (state: (typeof BEGINS)[number], claimed = false) => {
    const made = await app.make.complaint(state);
    if (claimed) await app.make.fact(made, { standing: 'claimed' });
    await app.make.byCustomer(made, 'messages', { body: 'Nobody calls.' }, 201);
    const offered = (await offers(app, made)).find(({ action }) => action === 'resolve-on-the-spot');
    return [offered?.allowed, offered?.unmet.map(({ code }) => code), offered?.asks];
  };
  const decision = ['outcome', 'explanation', 'rootCause', 'notDeterminedReason'];
  const facts = ['summary', 'assessment', 'facts'];
  expect(await shown('received')).toEqual([true, [], ['message', ...facts, 'agreedActions', ...decision]]);
  expect(await shown('acknowledged', true)).toEqual([
    false,
    ['customer_unheard', 'facts_unsettled'],
    [...facts, 'agreedActions', ...decision],
  ]);
  expect(await shown('facts_established')).toEqual([
    false,
    ['customer_unheard'],
    ['agreedActions', ...decision],
  ]);
});
