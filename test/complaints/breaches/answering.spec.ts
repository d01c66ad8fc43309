import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Message } from '../../support/resources.js';
import { ago, attempt, entryTypes, errors, messages, unmet } from '../steps.js';
import { Breaches, CAUSE } from './breaches.js';

const app = useTestApp();
const its = new Breaches(app);

describe('an answer', () => {
  it('is an apology to the customer and a cause', async () => {
    const made = await its.broken();
    const answered = expectStatus(200, await its.answer(made, await its.one(made, 'callback')));
    const letter = (await messages(app, made)).at(-1);
    expect(letter).toMatchObject({ kind: 'apology', body: 'We are sorry for that.' });
    expect(answered).toMatchObject({ state: 'answered', apologyMessageId: letter?.id });
    expect(answered.cause).toEqual({ causeId: null, text: CAUSE.cause.text, notKnownYet: false });
    expect(answered.answeredBy?.name).toBe('Anna Agent');
    expect(await entryTypes(app, made)).toContain('breach.answered');
  });

  it('answers all that are unanswered, or those that it names', async () => {
    const made = await its.broken();
    await app.make.callback(made, { what: 'Call again' });
    await app.make.callback(made, { what: 'And again' });
    await app.passTime({ days: 3 });
    const [first, second, third] = await its.of(made);
    if (!first || !second || !third) throw new Error('three were broken');
    expectStatus(200, await its.answer(made, second, { breachIds: [first.id] }));
    expect((await its.of(made)).map(({ state }) => state)).toEqual(['answered', 'answered', 'unanswered']);
    expect(errors(await its.answer(made, third, { breachIds: [third.id, first.id] }))).toEqual([
      '/breachIds/1 not_found',
    ]);
    expectStatus(200, await its.answer(made, third));
    const sent = (await messages(app, made)).filter(({ kind }) => kind === 'apology');
    expect(sent).toHaveLength(2);
  });

  it('may be one message that was sent since, and no other', async () => {
    const made = await app.make.complaint('in_progress');
    const before = await app.make.message(made);
    await app.make.callback(made);
    await app.passTime({ days: 3 });
    const one = await its.one(made, 'callback');
    const note = await app.make.message(made, { audience: 'internal', body: 'Forgot it.' });
    const since = await app.make.message(made, { body: 'We are sorry that nobody called.' });
    const by = (messageId: string) => its.tell(made, one, 'answer', { messageId, ...CAUSE });
    expect(errors(await by(before.id))).toEqual(['/messageId not_applicable']);
    expect(errors(await by(note.id))).toEqual(['/messageId not_found']);
    expect(expectStatus(200, await by(since.id))).toMatchObject({
      state: 'answered',
      apologyMessageId: since.id,
    });
  });

  it('may say that the cause is not known yet, which is put in later without another apology', async () => {
    const made = await its.broken();
    const one = await its.one(made, 'callback');
    const open = expectStatus(200, await its.answer(made, one, { cause: { notKnownYet: true } }));
    expect(open).toMatchObject({ state: 'answered', cause: { text: null, notKnownYet: true } });
    const known = expectStatus(200, await its.tell(made, one, 'answer', CAUSE));
    expect(known).toMatchObject({ state: 'answered', cause: { text: CAUSE.cause.text, notKnownYet: false } });
    expect(unmet(await its.tell(made, one, 'answer', CAUSE))).toEqual(['state_not_allowed']);
    expect((await messages(app, made)).filter(({ kind }) => kind === 'apology')).toHaveLength(1);
  });

  it('counts when its words leave the house', async () => {
    const made = await its.broken({ answerVia: 'letter' });
    const one = await its.one(made, 'callback');
    expect(expectStatus(200, await its.answer(made, one)).state).toBe('unanswered');
    expect(unmet(await attempt(app, made, 'resolve'))).toContain('breach_unanswered');
    const letter = (await messages(app, made)).find(({ kind }) => kind === 'apology');
    const path = `/v1/complaints/${made.id}/messages/${letter?.id ?? ''}/actions/hand-over`;
    expectStatus(
      200,
      await app.as('anna').post<Message>(path, { said: { how: 'letter', saidAt: ago(app, 0) } }),
    );
    expect(await its.one(made, 'callback')).toMatchObject({
      state: 'answered',
      apologyMessageId: letter?.id,
    });
  });

  it('needs words and a cause, all named at once', async () => {
    const made = await its.broken();
    const one = await its.one(made, 'callback');
    expect(errors(await its.tell(made, one, 'answer', {}))).toEqual(['/cause required']);
    expect(errors(await its.tell(made, one, 'answer', CAUSE))).toEqual(['/apology required']);
    const both = { apology: 'Sorry.', messageId: one.id, cause: { text: 'So.', notKnownYet: true } };
    expect(errors(await its.tell(made, one, 'answer', both))).toEqual([
      '/cause/notKnownYet not_applicable',
      '/messageId not_applicable',
    ]);
    expect(errors(await its.answer(made, one, { cause: { causeId: one.id, text: 'So.' } }))).toEqual([
      '/cause/causeId not_found',
    ]);
  });

  it('is for the owner, a supervisor, or any staff before there is an owner', async () => {
    const made = await its.broken();
    const one = await its.one(made, 'callback');
    expect(unmet(await its.answer(made, one, {}, 'ben'))).toEqual(['not_the_owner']);
    expect((await its.answer(made, one, {}, 'otto')).status).toBe(403);
    expectStatus(200, await its.answer(made, one, {}, 'sam'));
    const early = await app.make.complaint();
    await app.passTime({ days: 2 });
    expectStatus(200, await its.answer(early, await its.one(early, 'acknowledge'), {}, 'ben'));
  });
});
