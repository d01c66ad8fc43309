import { expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { entryTypes } from '../steps.js';

const app = useTestApp({ mail: true });
const TOKEN = /amt_[A-Za-z0-9_-]{48}/;
const lost = (reference: string, email: string) =>
  app.anonymous.post<{ detail: string }>('/v1/tracking/lost', { reference, email });
const opens = async (token: string) => (await app.withToken(token).get('/v1/tracking')).status;

it('whoever lost the token gets a new one at the address on record, and the older ones open nothing', async () => {
  const complainant = { name: 'Marta', email: 'marta@example.org' };
  const made = await app.make.receive({ complainant, answerVia: 'tracking' });
  const { reference } = made.complaint;
  const known = expectStatus(
    202,
    await lost(reference.replaceAll('-', ' ').toLowerCase(), 'Marta@Example.org'),
  );
  const wrong = expectStatus(202, await lost(reference, 'evil@example.net'));
  const unknown = expectStatus(202, await lost('7KQ-M3X-W94', 'marta@example.org'));
  expect([wrong, unknown]).toEqual([known, known]);
  await app.settle();
  expect(app.mailbox.inbox.map(({ recipients }) => recipients)).toEqual([['marta@example.org']]);
  const [token = ''] = TOKEN.exec(app.mailbox.inbox[0]?.text ?? '') ?? [];
  expect(await opens(token)).toBe(200);
  expect(await opens(made.trackingToken)).toBe(401);
  const types = await entryTypes(app, made);
  expect(types.slice(-3)).toEqual(['complaint.tracking_renewed', 'message.sent', 'message.handed_over']);
  const jobs = await app.database.read<{ told: string }>(
    `SELECT j.data::text AS told FROM pgboss.job j WHERE j.data::text ~ 'example|amt_'`,
  );
  expect(jobs).toEqual([]);
});

it('may be asked for three times in an hour for one reference, whether there is one or not', async () => {
  for (const email of ['a@example.net', 'b@example.net', 'c@example.net'])
    expectStatus(202, await lost('9XX-9XX-9XX', email));
  const { status, headers } = await lost('9xx9xx9xx', 'd@example.net');
  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
});

it('a token does not die where the next one would not be sent', async () => {
  const complainant = { name: 'Vic', email: 'vic@example.org' };
  const made = await app.make.receive({ complainant, answerVia: 'email' });
  for (let more = 0; more < 4; more++) await app.make.receive({ complainant, answerVia: 'email' });
  await app.settle();
  expectStatus(202, await lost(made.complaint.reference, complainant.email));
  await app.settle();
  expect(app.mailbox.to(complainant.email)).toHaveLength(5);
  expect(await opens(made.trackingToken)).toBe(200);
});
