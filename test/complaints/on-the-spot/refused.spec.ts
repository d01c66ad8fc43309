import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import { Remedies, type RemedyShown } from '../remedies/remedies.js';
import { ago, DECISION, errors, messages, offers, promises, timeline, unmet } from '../steps.js';
import { DONE, ENOUGH, FACT, FACTS, FIRST_ANSWER, settle, WHOLE } from './spots.js';

const app = useTestApp();
const remedies = new Remedies(app);

async function granted({ id }: Made): Promise<RemedyShown[]> {
  const answer = await app.as('otto').get<{ items: RemedyShown[] }>(`/v1/complaints/${id}/remedies`);
  return expectStatus(200, answer).items;
}

/** Everything that a call could have changed. */
async function allOf(made: Made) {
  const facts = await app.as('sam').get(`/v1/complaints/${made.id}/facts`);
  return {
    complaint: await app.make.read(made),
    timeline: await timeline(app, made),
    promises: await promises(app, made),
    messages: await messages(app, made),
    facts: facts.body,
    remedies: await granted(made),
  };
}

describe('refused', () => {
  it('with everything that is missing at once, in the order of the steps, and nothing is changed', async () => {
    const made = await app.make.complaint();
    const { id: claimed } = await app.make.fact(made, { source: 'staff', standing: 'claimed' });
    const before = await allOf(made);
    const answer = await settle(app, made, {
      ...FIRST_ANSWER,
      ...FACTS,
      ...DECISION,
      ownerId: await app.idOf('otto'),
      facts: [{ ...FACT, source: 'document', standing: 'claimed' }],
      remedies: [{ type: 'refund', money: { amount: '30.00', currency: 'SEK' }, reason: 'It was broken.' }],
      final: true,
    });
    expect(unmet(answer)).toEqual([
      'customer_not_heard',
      'owner_not_self',
      'owner_inactive',
      'action_required',
      'not_the_owner',
      'facts_unsettled',
      'remedy_pending',
      'not_final_yet',
    ]);
    expect(answer.body.state).toBe('received');
    // Named is what somebody can look up: not what the call itself brought.
    const ids = answer.body.unmet?.map(({ code, ids: named }) => [code, named]) ?? [];
    expect(Object.fromEntries(ids)).toMatchObject({ facts_unsettled: [claimed] });
    expect(ids).toContainEqual(['remedy_pending', undefined]);
    expect(await allOf(made)).toEqual(before);
  });

  it('where words of the customer came after those that were said', async () => {
    const made = await app.make.complaint();
    await app.make.byCustomer(made, 'messages', { body: 'And the mattress, too.' }, 201);
    const said = { how: 'phone', saidAt: ago(app, 1) };
    expect(unmet(await settle(app, made, { ...WHOLE, said }))).toEqual(['customer_unheard']);
    expect((await settle(app, made, WHOLE)).status).toBe(200);
  });

  it('where the first answer was given and something came after it', async () => {
    const made = await app.make.complaint('acknowledged');
    await app.make.byCustomer(made, 'messages', { body: 'And the mattress, too.' }, 201);
    expect(unmet(await settle(app, made, ENOUGH.acknowledged))).toEqual(['customer_unheard']);
  });

  it('where a promise is broken and nobody answered for it', async () => {
    const made = await app.make.complaint();
    await app.passTime({ days: 2 });
    const before = await allOf(made);
    expect(unmet(await settle(app, made, WHOLE))).toEqual(['breach_unanswered']);
    expect(await allOf(made)).toEqual(before);
  });

  it('beyond the authority, also where small amounts come to too much together', async () => {
    await remedies.authority({ of: 'anna' }, 'NOK', { perRemedy: '100', perComplaint: '150' });
    const money = { amount: '90.00', currency: 'NOK' };
    const one = { type: 'refund', money, reason: 'It was broken.' };
    const made = await app.make.complaint();
    const before = await allOf(made);
    expect(unmet(await settle(app, made, { ...WHOLE, remedies: [one, one] }))).toEqual(['remedy_pending']);
    expect(await allOf(made)).toEqual(before);
    expectStatus(200, await settle(app, made, { ...WHOLE, remedies: [one] }));
    expect((await granted(made)).map(({ state, decidedBy }) => [state, decidedBy?.name])).toEqual([
      ['approved', 'Anna Agent'],
    ]);
    expect((await promises(app, made)).find(({ what }) => what === 'Refund: 90.00 NOK')?.state).toBe('open');
  });

  it('where it would be more promises than anybody keeps', async () => {
    const made = await app.make.complaint();
    await app.make.callback(made);
    const body = {
      ...WHOLE,
      agreedActions: Array.from({ length: 50 }, () => ({ what: 'Call', dueAt: app.inDays(2) })),
      remedies: Array.from({ length: 50 }, () => ({ type: 'apology', reason: 'It was broken.' })),
    };
    expect(unmet(await settle(app, made, body))).toEqual(['promises_too_many']);
    const fewer = body.remedies.slice(1);
    expect((await settle(app, made, { ...body, remedies: fewer })).status).toBe(200);
  });

  it('to whoever is complained about', async () => {
    const made = await app.make.complaint();
    const complainedAboutUserIds = [await app.idOf('anna')];
    const path = `/v1/complaints/${made.id}`;
    expectStatus(200, await app.as('sam').patch(path, made.complaint.version, { complainedAboutUserIds }));
    expect(unmet(await settle(app, made, WHOLE))).toEqual(['conflicted', 'owner_conflicted']);
    const offered = (await offers(app, made)).find(({ action }) => action === 'resolve-on-the-spot');
    expect(offered?.unmet.map(({ code }) => code)).toEqual(['conflicted']);
    expect((await settle(app, made, WHOLE, 'ben')).status).toBe(200);
  });
});

describe('a body', () => {
  it('has to bring what the steps to come need, all of it named at once', async () => {
    const made = await app.make.complaint();
    const bare = { agreedActions: [DONE], ...DECISION };
    expect(errors(await settle(app, made, bare))).toEqual([
      '/assessment required',
      '/message required',
      '/summary required',
    ]);
    expect((await app.make.read(made)).version).toBe(made.complaint.version);
  });

  it('has to bring the decision as well, named with all the rest', async () => {
    const made = await app.make.complaint();
    expect(errors(await settle(app, made, { message: 'We are sorry.' }))).toEqual([
      '/assessment required',
      '/explanation required',
      '/outcome required',
      '/summary required',
    ]);
  });

  it('brings nothing for a step that was taken, so that nothing is lost', async () => {
    const made = await app.make.complaint('facts_established');
    expect(errors(await settle(app, made, WHOLE))).toEqual([
      '/assessment not_applicable',
      '/summary not_applicable',
    ]);
  });

  it('is held against the same rules as the bodies of the steps', async () => {
    const made = await app.make.complaint();
    const answer = await settle(app, made, {
      ...WHOLE,
      outcome: 'upheld',
      notDeterminedReason: 'customer_unreachable',
      agreedActions: [{ what: 'Call' }],
      remedies: [{ type: 'refund', reason: 'It was broken.' }],
      said: { how: 'visit', saidAt: app.inDays(1) },
    });
    expect(errors(answer)).toEqual([
      '/agreedActions/0/dueAt required',
      '/notDeterminedReason not_applicable',
      '/remedies/0/money required',
      '/rootCause required',
      '/said/saidAt max',
    ]);
    const unknown = { ownerId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' };
    expect(errors(await settle(app, made, { ...WHOLE, ...unknown }, 'sam'))).toEqual(['/ownerId not_found']);
    const rootCause = { causeId: unknown.ownerId, text: 'The carrier.' };
    expect(errors(await settle(app, made, { ...WHOLE, rootCause }))).toEqual([
      '/rootCause/causeId not_found',
    ]);
  });
});
