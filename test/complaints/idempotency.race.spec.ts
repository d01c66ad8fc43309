import { expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { PASSWORD } from '../support/cast.js';
import { race } from '../support/race.js';
import type { Complaint, List, Problem, User } from '../support/resources.js';
import { messages } from './steps.js';

const app = useTestApp();

const COMPLAINT = {
  channel: 'web',
  description: 'The bed arrived with a broken leg.',
  complainant: { name: 'Marta Kis', email: 'marta@example.org' },
};
let keys = 0;
const key = () => `test-key-000000-${(keys += 1)}`;

it.each(['anonymous', 'anna'] as const)('the same key of %s at once makes one complaint', async (name) => {
  const caller = name === 'anna' ? app.as('anna') : app.anonymous;
  const header = { 'Idempotency-Key': key() };
  const description = `Broken, said ${name}.`;
  const body = { ...COMPLAINT, description };
  const answers: { status: number; body: Complaint & { trackingToken: string }; replayed: string | null }[] =
    [];
  const tally = await race(20, async () => {
    const answer = await caller.post<Complaint & { trackingToken: string }>('/v1/complaints', body, header);
    const replayed = answer.headers.get('idempotent-replayed');
    if (answer.status === 409) expect(answer.headers.get('retry-after')).toBe('1');
    answers.push({ status: answer.status, body: answer.body, replayed });
    return answer;
  });
  expect(Object.keys(tally).every((word) => ['201', '409 idempotency_in_progress'].includes(word))).toBe(
    true,
  );
  const made = answers.filter(({ status }) => status === 201);
  expect(made.filter(({ replayed }) => replayed === null)).toHaveLength(1);
  expect(made.filter(({ replayed }) => replayed === 'true')).toHaveLength(made.length - 1);
  for (const one of made) expect(one.body).toEqual(made[0]?.body);
  const rows = await app.database.read('SELECT c.id FROM complaints c WHERE c.description = $1', [
    description,
  ]);
  expect(rows).toHaveLength(1);
});

it('another body under the same key is 422 and shows nothing of the first', async () => {
  const header = { 'Idempotency-Key': key() };
  const first = await app.anonymous.post<Complaint>('/v1/complaints', COMPLAINT, header);
  const second = await app.anonymous.post<Problem>(
    '/v1/complaints',
    { ...COMPLAINT, description: 'Another story.' },
    header,
  );
  expect([second.status, second.body.code]).toEqual([422, 'idempotency_key_reused']);
  expect(JSON.stringify(second.body)).not.toContain(first.body.reference);
});

it('bodies are compared as JSON, not as text', async () => {
  const header = { 'Idempotency-Key': `"${key()}"` };
  const made = await app.make.complaint();
  const path = `/v1/complaints/${made.id}/facts`;
  const first = await app.as('anna').post(path, '{"statement":"Broken.","source":"staff"}', header);
  const bare = { 'Idempotency-Key': header['Idempotency-Key'].slice(1, -1) };
  const again = await app.as('anna').post(path, '{ "source": "st\\u0061ff", "statement": "Broken." }', bare);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect(again.body).toEqual(first.body);
});

it('is never replayed for another caller, another path, or a refusal', async () => {
  const header = { 'Idempotency-Key': key() };
  const [made, other] = [await app.make.complaint(), await app.make.complaint()];
  const path = `/v1/complaints/${made.id}/actions/escalate`;
  const body = { reason: 'Now.' };
  for (const answer of [
    await app.as('anna').post(path, body, header),
    await app.as('ben').post(path, body, header),
    await app.as('anna').post(path.replace(made.id, other.id), body, header),
    await app.withToken(made.trackingToken).post('/v1/tracking/actions/escalate', body, header),
  ]) {
    expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([200, null]);
  }
  const refused = { 'Idempotency-Key': key() };
  expect((await app.as('anna').post(path, body, refused)).status).toBe(409);
  expectStatus(200, await app.as('sam').post(`/v1/complaints/${other.id}/actions/escalate`, body, refused));
});

it('a replay shows the resource as it is now', async () => {
  const header = { 'Idempotency-Key': key() };
  const made = await app.make.complaint();
  const path = `/v1/complaints/${made.id}/actions/acknowledge`;
  const body = { message: 'We are sorry.' };
  expectStatus(200, await app.as('anna').post(path, body, header));
  await app.make.act(made, 'escalate', { reason: 'Now.' });
  const replay = await app.as('anna').post<Complaint>(path, body, header);
  expect([replay.status, replay.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
  expect([replay.body.level, replay.body.version, replay.headers.get('etag')]).toEqual([1, 3, '"3"']);
  expect(await messages(app, made)).toHaveLength(1);
});

it('a replay goes before a stale version and a need, as the order of checks says', async () => {
  const header = { 'Idempotency-Key': key(), 'If-Match': '"1"' };
  const made = await app.make.complaint();
  const path = `/v1/complaints/${made.id}/actions/acknowledge`;
  for (let round = 0; round < 2; round++) {
    expectStatus(200, await app.as('anna').post(path, { message: 'Sorry.' }, header));
  }
});

it.each(['short', 'x'.repeat(201), 'with a space in the key', '"one-quote-only-at-start'])(
  'a malformed key is 400 with the name of the header: %s',
  async (bad) => {
    const answer = await app.anonymous.post<Problem>('/v1/complaints', COMPLAINT, { 'Idempotency-Key': bad });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ parameter: 'Idempotency-Key' }]);
  },
);

it('is ignored on PATCH', async () => {
  const made = await app.make.complaint();
  const headers = { 'Idempotency-Key': key(), 'If-Match': '"1"' };
  const send = (subject: string) =>
    app
      .as('anna')
      .send<Problem>({ method: 'PATCH', path: `/v1/complaints/${made.id}`, body: { subject }, headers });
  expect([(await send('One')).status, (await send('Two')).status]).toEqual([200, 412]);
});

it('remembers nothing secret', async () => {
  const header = { 'Idempotency-Key': key() };
  const user = { email: 'new@house.example', name: 'New', password: PASSWORD, roles: ['agent'] };
  expectStatus(201, await app.as('ada').post<User>('/v1/users', user, header));
  expectStatus(201, await app.anonymous.post('/v1/complaints', COMPLAINT, { 'Idempotency-Key': key() }));
  const rows = await app.database.read<{ row: string }>(
    'SELECT row_to_json(k)::text AS row FROM idempotency_keys k',
  );
  expect(rows.length).toBeGreaterThan(3);
  const dump = rows.map(({ row }) => row).join('\n');
  for (const secret of ['amt_', PASSWORD, 'eyJ', 'Marta', 'marta@', 'broken leg', 'new@house']) {
    expect(dump).not.toContain(secret);
  }
  const { items } = expectStatus(200, await app.as('otto').get<List<object>>('/v1/audit/entries?limit=100'));
  for (const secret of ['amt_', PASSWORD]) expect(JSON.stringify(items)).not.toContain(secret);
});
