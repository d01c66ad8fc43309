import { expect, it } from '@jest/globals';
import { Deliveries } from '../../../src/communications/mail-out/deliveries.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { messages } from '../steps.js';

const app = useTestApp({ mail: true });
const complaint = (email: string) => ({
  channel: 'web',
  description: 'Buy at evil.example',
  complainant: { name: 'Buy at evil.example', email },
});

/** Each batch is handled before the next one comes. */
const [BATCHES, AT_ONCE] = [5, 20];

it('100 complaints with the address of one who never complained send five mails, whose words are our own', async () => {
  const written = [
    'victim@example.org',
    'Victim+1@example.org',
    'victim+2@EXAMPLE.org',
    'victim@example.org',
  ];
  for (let batch = 0; batch < BATCHES; batch++) {
    const some = Array.from({ length: AT_ONCE }, (_, at) =>
      app.anonymous.post('/v1/complaints', complaint(written[at % 4] ?? '')),
    );
    for (const answer of await Promise.all(some)) expectStatus(201, answer);
    await app.settle();
  }
  expect(app.mailbox.inbox).toHaveLength(5);
  expect(app.mailbox.inbox.filter(({ raw }) => raw.includes('evil'))).toEqual([]);
  const states = await app.database.read<{ state: string; count: number }>(
    'SELECT d.state, count(*)::int AS count FROM mail_deliveries d GROUP BY d.state ORDER BY d.state',
  );
  expect(states).toEqual([
    { state: 'accepted', count: 5 },
    { state: 'capped', count: BATCHES * AT_ONCE - 5 },
  ]);
});

// Without `lockAddress` in `Deliveries.begin` several of these would count before the others are on record.
it('mails that are begun at once are counted one after the other', async () => {
  const mails = Array.from({ length: 20 }, () => {
    return { messageId: newId(), recipient: 'crowd@example.org', automatic: true };
  });
  const begun = await Promise.all(mails.map((mail) => app.get(Deliveries).begin(mail, app.now())));
  expect(begun.filter((one) => one?.begun)).toHaveLength(5);
});

it('words of a person are delayed by the cap, and not dropped', async () => {
  const email = 'patient@example.org';
  const made = await app.make.receive({ complainant: { name: 'Pat', email }, answerVia: 'email' });
  for (let count = 0; count < 21; count++) {
    await app.make.message(made, { body: `Word ${count}` });
    await app.settle();
  }
  expect(app.mailbox.to(email)).toHaveLength(1 + 20);
  expect((await messages(app, made)).at(-1)?.delivery?.state).toBe('queued');
  app.advance({ hours: 1, minutes: 1 });
  await app.settle();
  expect(app.mailbox.to(email)).toHaveLength(1 + 21);
  expect((await messages(app, made)).at(-1)?.delivery?.state).toBe('handed_over');
});
