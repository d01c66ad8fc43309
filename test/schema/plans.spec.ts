import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startApplication } from '../../src/app.js';
import { Sealer } from '../../src/audit/following/sealer.js';
import { copyComplaints } from '../bench/copies.js';
import { ACKNOWLEDGE, ADMINISTRATOR, ask, complaintAbout, engageAgent, enter } from '../bench/house.js';
import { type House, receiveSamples } from '../bench/house.js';
import { listenToStatements } from '../bench/listening.js';
import type { RecordedStatement } from '../bench/recording.js';
import { freePort } from '../support/free-port.js';
import { cloneDatabase, type TestDatabase } from '../support/template-database.js';
import { fillCustomers } from './customers.js';
import { findings, rowsReadOf } from './plans.js';

const COMPLAINTS = 100_000;
const LOGGED = 20_000;
const CUSTOMERS = 20_000;

let copy: TestDatabase;
let folder: string;
let nest: NestFastifyApplication;
let client: pg.Client;
let baseUrl: string;
let house: House;
let waiting: string;

/** What the program has asked the database since the list was emptied. */
const recorded: RecordedStatement[] = [];

/** The program on a house of a hundred thousand complaints, without the workers in its background. */
beforeAll(async () => {
  copy = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amends-plans-'));
  nest = await startApplication({
    ...ADMINISTRATOR,
    ...{ DATABASE_URL: copy.url, DATA_DIR: folder, PORT: String(await freePort()) },
    ...{ ROLE: 'api', RATE_LIMIT_PUBLIC: '0', LOG_LEVEL: 'silent' },
  });
  baseUrl = await nest.getUrl();
  await engageAgent(baseUrl);
  house = await enter(baseUrl);
  await receiveSamples(baseUrl, house);
  client = new pg.Client({ connectionString: copy.url });
  await client.connect();
  await copyComplaints(client, COMPLAINTS, LOGGED);
  await fillCustomers(client, CUSTOMERS);
  const { rows } = await client.query<{ id: string }>(
    `SELECT c.id FROM complaints c WHERE c.state = 'received' ORDER BY c.received_at LIMIT 1 OFFSET 1000`,
  );
  waiting = rows[0]?.id ?? '';
  listenToStatements((statement) => recorded.push(statement));
}, 90_000);

afterAll(async () => {
  await client.end();
  await nest.close();
  await copy.drop();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string) => ask<Page>(baseUrl, 'GET', path, house.authorization);
const post = (path: string, body: object) => ask<Page>(baseUrl, 'POST', path, house.authorization, body);

interface Page {
  id: string;
  items: { id: string }[];
  nextCursor: string | null;
}

describe('at a hundred thousand complaints, no statement reads or sorts a whole table', () => {
  it.each([
    '',
    '?limit=100',
    '?sort=receivedAt',
    '?sort=-updatedAt',
    '?sort=due&dueBefore=2100-01-01T00:00:00Z',
    '?state=open&ownerId=none&sort=due',
    '?state=received',
    '?count=true',
    '?q=wardrobe',
    '?q=wardrobe&state=open&sort=due&count=true',
    '?q=arrived+broken',
    '?q=arrived+broken&count=true',
    '?q=nowhere',
    '?tag=nowhere',
    '?tag=damage',
    '?tag=damage&q=wardrobe',
    '?externalId=nowhere',
    '?categoryId=019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  ])('of the list %s', async (query) => {
    expect(await wrongIn(() => get(`/v1/complaints${query}`))).toEqual({});
  });

  it('of words that all of them have, which find the same page as none', async () => {
    const ids = async (query: string) => (await get(`/v1/complaints${query}`)).items.map(({ id }) => id);
    expect(await ids('?q=arrived+broken&tag=damage')).toEqual(await ids(''));
  });

  it('of the list of one owner', async () => {
    expect(await wrongIn(() => get(`/v1/complaints?ownerId=${house.agentId}`))).toEqual({});
  });

  it('of the second page', async () => {
    const { nextCursor } = await get('/v1/complaints');
    expect(nextCursor).not.toBeNull();
    expect(await wrongIn(() => get(`/v1/complaints?cursor=${nextCursor ?? ''}`))).toEqual({});
  });

  it.each(['', '/timeline', '/actions', '/facts', '/messages', '/promises', '/links', '/duplicates'])(
    'of a complaint%s',
    async (part) => {
      expect(await wrongIn(() => get(`/v1/complaints/${waiting}${part}`))).toEqual({});
    },
  );

  it('of receiving and of acknowledging one', async () => {
    expect(await wrongIn(() => post('/v1/complaints', complaintAbout('hammock')))).toEqual({});
    const mine = { subject: 'Wardrobe arrived broken', orderReference: 'A-1', externalId: 'b-1' };
    const complainant = { name: 'Marta Kis', email: 'marta@example.org', phone: '+36 1 234 5678' };
    expect(
      await wrongIn(() => post('/v1/complaints', { ...complaintAbout('x'), ...mine, complainant })),
    ).toEqual({});
    const acknowledge = () => post(`/v1/complaints/${waiting}/actions/acknowledge`, ACKNOWLEDGE);
    expect(await wrongIn(acknowledge)).toEqual({});
  });

  it('of sealing what was written', async () => {
    await post('/v1/complaints', complaintAbout('hammock'));
    expect(await wrongIn(() => nest.get(Sealer, { strict: false }).sealAll())).toEqual({});
  });
});

describe('at twenty thousand customers with what they brought in three years', () => {
  it.each(['?', '?limit=100&', '/summary?'])(
    'one year alone is added up, once, for pareto%s',
    async (path) => {
      recorded.length = 0;
      await get(`/v1/insights/customers/pareto${path}year=2025&currency=EUR`);
      const [statement, ...others] = recorded
        .splice(0)
        .filter(({ text }) => text.includes('customer_values'));
      expect(others).toEqual([]);
      const read = statement ? await rowsReadOf(client, statement) : {};
      expect(read.customer_values).toBe(CUSTOMERS);
      // Each is asked once where they went, and those of the page for their names.
      expect(read.customers).toBeGreaterThanOrEqual(CUSTOMERS);
      expect(read.customers).toBeLessThanOrEqual(CUSTOMERS + 101);
    },
  );
});

describe('the judgement', () => {
  it('finds a table that is read or sorted as a whole', async () => {
    const judged = (text: string) => findings(client, { text, values: [], columns: [], rows: [] });
    const inEnglish = `FROM complaints c WHERE c.language = 'en'`;
    expect(await judged(`SELECT count(*) ${inEnglish}`)).toContain('reads many rows of complaints');
    expect(
      await judged(`WITH found AS MATERIALIZED (SELECT c.id ${inEnglish}) SELECT f.id FROM found f`),
    ).toEqual(['reads all of complaints']);
    expect(await judged('SELECT c.id FROM complaints c ORDER BY c.description LIMIT 1')).toContain(
      'sorts a table',
    );
    expect(await judged('SELECT c.id FROM complaints c ORDER BY c.received_at LIMIT 1')).toEqual([]);
  });
});

/** What is wrong with the statements that a piece of work sends, by their text. */
async function wrongIn(work: () => Promise<unknown>): Promise<Record<string, string[]>> {
  recorded.length = 0;
  await work();
  const statements = recorded
    .splice(0)
    .filter(({ text }) => /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/.test(text));
  expect(statements.length).toBeGreaterThan(0);
  const wrong: Record<string, string[]> = {};
  for (const statement of statements) {
    const found = await findings(client, statement);
    if (found.length > 0) wrong[statement.text] = found;
  }
  return wrong;
}
