import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { PunctualityQuery } from '../../../src/insights/punctuality/punctuality.dto.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { listenToStatements } from '../../bench/listening.js';
import type { RecordedStatement } from '../../bench/recording.js';
import { findings } from '../../schema/plans.js';
import { usePunctualLog } from './punctual-log.js';

// Before the log ends, which takes its database along.
afterAll(() => client.end());

const punctual = usePunctualLog();
const recorded: RecordedStatement[] = [];
let client: pg.Client;

const FILTERS: Omit<PunctualityQuery, 'by'>[] = [
  {},
  { from: '2026-01-01', to: '2026-12-31', legal: false, kind: ['resolve'] },
  { tier: 'gold' },
];

/** Five years of a large house: nearly every promise has a row of its own where everything is told apart. */
beforeAll(async () => {
  await punctual.kept({ tier: 'gold', ownerId: newId() });
  await punctual.board({ by: 'kind' });
  client = new pg.Client({ connectionString: punctual.url });
  await client.connect();
  await client.query(`
    INSERT INTO punctuality_counts (id, split, week, kind, legal, owner_id, team_ids, tier, category_id, kept)
    SELECT gen_random_uuid(), s.split, (2022 + w / 52) || '-W' || lpad((w % 52 + 1)::text, 2, '0'), k.kind, false,
      CASE WHEN s.split LIKE '%owner%' THEN gen_random_uuid() END, '{}',
      CASE WHEN s.split LIKE '%tier%' THEN 'gold' END, CASE WHEN s.split LIKE '%category%' THEN gen_random_uuid() END, 1
    FROM (VALUES ('', 1), ('tier', 1), ('owner tier category', 200)) AS s (split, many),
      generate_series(1, s.many), generate_series(0, 259) AS w, (VALUES ('resolve'), ('update')) AS k (kind)`);
  await client.query('ANALYZE punctuality_counts');
  listenToStatements((statement) => recorded.push(statement));
}, 60_000);

async function statementsOf(query: PunctualityQuery): Promise<RecordedStatement[]> {
  recorded.length = 0;
  await punctual.board(query);
  return recorded.filter(({ text }) => text.includes('punctuality_'));
}

describe('the board', () => {
  it.each(['kind', 'week', 'tier', 'owner', 'team', 'category'] as const)(
    'by %s reads numbers, and no promise',
    async (by) => {
      const statements = await statementsOf({ by });
      expect(statements).toHaveLength(1);
      const [{ text } = { text: '' }] = statements;
      const tables = [...text.matchAll(/(?:FROM|JOIN)\s+(?:LATERAL\s+)?([a-z_]+)/g)].map(([, name]) => name);
      const allowed = ['punctuality_counts', 'unnest', 'users', 'teams', 'categories'];
      expect(tables.filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
      expect(tables).toContain('punctuality_counts');
    },
  );

  it.each(['kind', 'week', 'tier'] as const)(
    'by %s reads the rows of its weeks, however many others there are',
    async (by) => {
      for (const filter of FILTERS) {
        const [statement] = await statementsOf({ by, ...filter });
        expect(statement && (await findings(client, statement))).toEqual([]);
      }
    },
  );
});
