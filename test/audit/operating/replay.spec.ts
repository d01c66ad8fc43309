import { beforeAll, expect, it } from '@jest/globals';
import { hire } from '../../access/people.js';
import { away, later } from '../../access/availability/absences.js';
import { mailsOf, post } from '../../automation/notices/notices.js';
import { attempt } from '../../complaints/steps.js';
import { PlantedPerson } from '../../privacy/planted.js';
import { erasures } from '../../privacy/erasures.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import type { List } from '../../support/resources.js';

const app = useTestApp({ mail: true });
const { erase } = erasures(app);

interface Subscription {
  name: string;
  replayUntil: number | null;
}

const subscriptions = async () =>
  expectStatus(200, await app.as('ada').get<List<Subscription>>('/v1/subscriptions?limit=100')).items;

/** What a replay itself leaves in the log and its tree, and what signing in and asking do. */
const BESIDE = [
  'subscriptions',
  'entries',
  'entry_positions',
  'entry_values',
  'unsealed_entries',
  'log_checkpoints',
  'log_tiles',
  'idempotency_keys',
];
const TRAFFIC = ['sessions', 'refresh_tokens', 'rate_limits'];

/** All rows of all tables, as text. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = await app.database.read<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = 'public' AND NOT c.relname = ANY ($1) ORDER BY 1`,
    [[...BESIDE, ...TRAFFIC]],
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await app.database.read<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
    all[name] = rows.map(({ row }) => row);
  }
  const jobs = await app.database.read<{ row: string }>(
    'SELECT j.id::text AS row FROM pgboss.job j ORDER BY 1',
  );
  return { ...all, jobs: jobs.map(({ row }) => row) };
}

const counted = async (): Promise<Record<string, number>> => {
  const rows = await app.database.read<{ type: string; count: number }>(
    'SELECT e.type, count(*)::int AS count FROM entries e GROUP BY e.type',
  );
  const all = Object.fromEntries(rows.map(({ type, count }) => [type, count]));
  const beside = ['subscription.replayed', 'session.started'];
  return Object.fromEntries(Object.entries(all).filter(([type]) => !beside.includes(type)));
};

async function replayAll(): Promise<void> {
  for (const { name } of await subscriptions()) {
    const body = { after: 0, reason: 'To see whether anything changes.' };
    expectStatus(200, await app.as('ada').post(`/v1/subscriptions/${name}/actions/replay`, body));
  }
  await eventually(async () =>
    expect((await subscriptions()).map(({ replayUntil }) => replayUntil)).not.toContainEqual(
      expect.any(Number),
    ),
  );
  await post(app, { hours: 30 });
}

/** A house in which everything happened that somebody follows. */
beforeAll(async () => {
  const person = new PlantedPerson(app);
  await person.live();
  const tom = await hire(app);
  const [anna, ben] = [await app.idOf('anna'), await app.idOf('ben')];
  await app.as('ada').post('/v1/teams', { name: 'First team', memberIds: [anna, ben] });
  const made = await app.make.complaint('in_progress', { answerVia: 'email' });
  await app.make.byCustomer(made, 'messages', { body: 'Well?' }, 201);
  const toms = await app.make.complaint('facts_established');
  expectStatus(200, await attempt(app, toms, 'assign-owner', 'sam', { ownerId: tom.id }));
  expectStatus(200, await attempt(app, toms, 'escalate', 'sam'));
  const refund = { type: 'refund', money: { amount: '900.00', currency: 'EUR' }, reason: 'A new bed.' };
  expectStatus(201, await app.as('anna').post(`/v1/complaints/${made.id}/remedies`, refund));
  await away(app, anna, ben, { to: app.inDays(3) });
  await post(app, { minutes: 5 });
  expectStatus(200, await app.as('ada').patch(`/v1/users/${tom.id}`, tom.version, { disabled: true }));
  for (let day = 0; day < 6; day++) {
    await app.passTime({ days: 1 });
    await later(app, {});
    await post(app, { minutes: 5 });
  }
  const gone = await app.make.complaint('withdrawn');
  await erase({ complaintId: gone.id });
  // Who is there by now is not who was there then.
  expectStatus(
    200,
    await attempt(app, made, 'assign-owner', 'sam', { ownerId: ben, reason: 'A long absence.' }),
  );
  await hire(app, { roles: ['supervisor'] });
  await post(app, { hours: 30 });
}, 120_000);

it('no subscriber changes a row, or writes to anybody, when it handles the whole log again', async () => {
  const types = await counted();
  const mails = app.mailbox.inbox.length;
  expect(Object.keys(types)).toEqual(
    expect.arrayContaining([
      ...[
        'complaint.owner_assigned',
        'complaint.owner_changed',
        'complaint.stand_in_changed',
        'message.received',
      ],
      ...['promise.warned', 'promise.broken', 'promise.kept', 'complaint.escalated', 'complaint.disputed'],
      ...[
        'remedy.proposed',
        'customer.merged',
        'absence.began',
        'absence.ended',
        'user.disabled',
        'team.created',
      ],
      'erasure.done',
    ]),
  );
  expect(mailsOf(app, 'anna').length).toBeGreaterThan(0);
  const before = await everything();
  await replayAll();
  expect(await everything()).toEqual(before);
  expect(await counted()).toEqual(types);
  expect(app.mailbox.inbox).toHaveLength(mails);
}, 120_000);
