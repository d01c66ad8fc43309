import { expect, it } from '@jest/globals';
import { Cases } from '../../../src/complaints/case/cases.service.js';
import { bounced } from '../../../src/complaints/messages/came-back.js';
import type { Message as Row } from '../../../src/complaints/messages/message.entity.js';
import { systemCall } from '../../../src/kernel/call.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Message, Problem } from '../../support/resources.js';
import { DECISION, errors, messages, promise, promises, timeline } from '../steps.js';

const app = useTestApp({ mail: true });
const byMail = { complainant: { name: 'Marta', email: 'marta@example.org' }, answerVia: 'email' as const };

/** The message of a kind comes back, as the inbound side would report it. */
async function comesBack(made: Made, kind: string): Promise<Message> {
  const message = (await messages(app, made)).find((one) => one.kind === kind);
  if (!message) throw new Error(`there is no ${kind}`);
  const subject = { type: 'message', id: message.id, complaintId: made.id } as const;
  await app.get(Cases).work(
    systemCall('mail'),
    'bounce',
    made.id,
    (c, change) => {
      bounced(c, change.row<Row>(subject), { at: c.now, code: '5.1.1' });
      return undefined;
    },
    [subject],
  );
  return message;
}

async function phone(made: Made, { id }: Message): Promise<Message> {
  const said = { how: 'phone', saidAt: app.now().toISOString(), number: '+36 1 234', readBack: true };
  const path = `/v1/complaints/${made.id}/messages/${id}/actions/hand-over`;
  return expectStatus(200, await app.as('anna').post<Message>(path, { said }));
}

it('what a message kept is owed again when it comes back, once, until somebody says it on another way', async () => {
  const made = await app.make.complaint('acknowledged', byMail);
  await app.settle();
  await promise(app, made, 'acknowledge', 'kept');
  const message = await comesBack(made, 'acknowledgement');
  const { version } = await app.make.read(made);
  await comesBack(made, 'acknowledgement');
  expect((await app.make.read(made)).version).toBe(version);
  await promise(app, made, 'acknowledge', 'kept');
  await promise(app, made, 'acknowledge', 'open');
  const came = (await timeline(app, made)).filter(({ type }) => type === 'message.bounced');
  expect(came.map(({ data }) => data)).toEqual([
    { via: 'email', bouncedAt: expect.any(String), code: '5.1.1', ownerId: null },
  ]);
  expect((await phone(made, message)).delivery).toMatchObject({ via: 'phone', state: 'handed_over' });
  expect(
    (await promises(app, made)).filter(({ kind }) => kind === 'acknowledge').map((p) => p.state),
  ).toEqual(['kept', 'kept']);
  const said = (await timeline(app, made)).filter(({ type }) => type === 'message.handed_over').at(-1);
  expect(said?.data).toMatchObject({ via: 'phone', number: '+36 1 234', readBack: true });
});

it('silence does not close a complaint whose decision came back', async () => {
  const made = await app.make.complaint('in_progress', byMail);
  await app.settle();
  await app.make.act(made, 'resolve', DECISION);
  await app.settle();
  expect((await app.make.read(made)).closesAt).not.toBeNull();
  const decision = await comesBack(made, 'decision');
  expect(await app.make.read(made)).toMatchObject({
    closesAt: null,
    disputableUntil: null,
    state: 'resolved',
  });
  await app.passTime({ days: 15 });
  expect(await app.make.read(made)).toMatchObject({ state: 'resolved' });
  await promise(app, made, 'resolve', 'open');
  await phone(made, decision);
  expect((await promises(app, made)).filter(({ kind }) => kind === 'resolve').map((p) => p.state)).toEqual([
    'kept',
    'kept',
  ]);
  const { closesAt } = await app.make.read(made);
  expect(closesAt && closesAt > app.inDays(13)).toBe(true);
});

it('a question that came back stops no clock any more, and words that came back are no apology', async () => {
  const made = await app.make.complaint('awaiting_customer', byMail);
  await app.settle();
  const paused = async () => (await promises(app, made)).some(({ pausedSince }) => pausedSince !== null);
  expect(await paused()).toBe(true);
  await comesBack(made, 'question');
  expect(await paused()).toBe(false);
  await app.passTime({ days: 60 });
  const message = await app.make.message(made);
  await app.settle();
  await comesBack(made, 'update');
  const { items } = expectStatus(
    200,
    await app.as('anna').get<{ items: { id: string }[] }>(`/v1/complaints/${made.id}/breaches`),
  );
  const path = `/v1/complaints/${made.id}/breaches/${items[0]?.id ?? ''}/actions/answer`;
  const body = { messageId: message.id, cause: { text: 'Nobody was there.' } };
  expect(errors(await app.as('anna').post<Problem>(path, body))).toEqual(['/messageId not_applicable']);
});
