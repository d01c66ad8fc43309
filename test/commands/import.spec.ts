import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apologise } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { CAST, PASSWORD } from '../support/cast.js';
import type { Made } from '../support/make.js';
import { Program } from '../support/program.js';
import type { Complaint, List } from '../support/resources.js';

/** Real files, where they are at hand: the first rows of each, or all of them with FULL_IMPORT=1. */
const REAL = ['cfpb-2012-2017.csv', 'cfpb-2023-with-narratives-cut.csv']
  .map((name) => join('..', 'shared', 'data', 'complaints', name))
  .filter(existsSync);
const ROWS = process.env.FULL_IMPORT ? 1_000_000 : 200;

const app = useTestApp();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-import-'));
});
afterEach(() => Program.killAll());
afterAll(() => rm(folder, { recursive: true }));

async function take(file: string, options: string[] = [], email: string = CAST.anna.email) {
  const command = [
    'node',
    'dist/commands/import.js',
    file,
    '--url',
    app.baseUrl,
    '--email',
    email,
    ...options,
  ];
  const program = new Program({ AMENDS_PASSWORD: PASSWORD }, command);
  return { code: await program.end(), said: program.output };
}

async function file(name: string, lines: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

async function found(query: string): Promise<Complaint[]> {
  return expectStatus(200, await app.as('anna').get<List<Complaint>>(`/v1/complaints?${query}`)).items;
}

const OLD = [
  'Date received,Product,Sub-product,Issue,Sub-issue,Company,Submitted via',
  '7/29/2013,Bed,Wooden bed,"Delivery, late",,Old Beds,Fax',
  '7/30/2013,Bed,Wooden bed,Noise,It creaks,Old Beds,Postal mail',
  '7/29/2013,Bed,Wooden bed,"Delivery, late",,Old Beds,Fax',
  '2/30/2013,Bed,Wooden bed,Noise,,Old Beds,Web',
];

const NEW = [
  'Date received,Product,Issue,Consumer complaint narrative,Tags,Submitted via,Complaint ID',
  '2023-08-25,Chair,Wobbles,"It wobbles.\nXXXX said it would not.",Older American,Web,bed-7001',
  '2023-08-26,Chair,Wobbles,,,Phone,bed-7002',
  `2023-08-26,Chair,Wobbles,${'far too long '.repeat(2000)},,Web,bed-7003`,
  '2023-08-27,"Chairs, tab',
];

describe('a file of the old shape', () => {
  it('goes in, identical rows as two complaints, and goes in once only', async () => {
    const path = await file('old.csv', OLD);
    const first = await take(path);
    expect(first.said).toContain('row 4, line 5: is_time');
    expect(first.said).toContain('Taken in: 3. Already there: 0. Refused: 1.');
    expect(first.code).toBe(1);
    const again = await take(path);
    expect(again.said).toContain('Taken in: 0. Already there: 3. Refused: 1.');
    const faxes = await found('channel=fax');
    expect(faxes).toHaveLength(2);
    expect(faxes[0]).toMatchObject({
      subject: 'Delivery, late',
      description: 'Delivery, late',
      receivedAt: '2013-07-29T00:00:00.000Z',
      complainant: null,
      answerVia: 'none',
    });
  });
});

describe('a file of the new shape', () => {
  it('goes in, and a report names the rows that did not, the one that ends in the middle too', async () => {
    const path = await file('new.csv', NEW);
    const report = join(folder, 'report.csv');
    const { code, said } = await take(path, ['--report', report, '--concurrency', '2']);
    expect(said).toContain(`Taken in: 2. Already there: 0. Refused: 2 (see ${report}).`);
    expect(code).toBe(1);
    const [heading, ...lines] = (await readFile(report, 'utf8'))
      .trim()
      .split('\n')
      .sort((a, b) => (a < b ? 1 : -1));
    expect(heading).toBe('row,line,code,detail');
    expect(lines.map((line) => line.split(',', 3).join())).toEqual(['4,6,row_incomplete', '3,5,max_length']);
    const [complaint] = await found('externalId=bed-7001');
    expect(complaint).toMatchObject({
      channel: 'web',
      subject: 'Wobbles',
      description: 'It wobbles.\nXXXX said it would not.',
      tags: ['Older American'],
      receivedAt: '2023-08-25T00:00:00.000Z',
    });
  });

  it('with a row that was corrected since brings no second complaint', async () => {
    const corrected = [NEW[0] ?? '', '2023-08-26,Chair,It wobbles,,,Phone,bed-7002'];
    expect(await take(await file('corrected.csv', corrected))).toMatchObject({
      code: 0,
      said: expect.stringContaining('Already there: 1.'),
    });
  });
});

describe('exit code 2', () => {
  it.each([
    [['--limit', '0'], '--limit takes'],
    [['--url', 'ftp://x'], 'no address'],
    [['--colour', 'red'], '--colour'],
    [['second.csv'], 'It takes one file'],
  ])('says that it could not run with %j', async (options, said) => {
    const { code, said: output } = await take('absent.csv', options);
    expect(output).toContain(said);
    expect(code).toBe(2);
  });

  it('says that an auditor brings in nothing', async () => {
    const { code, said } = await take(await file('mine.csv', OLD), [], CAST.otto.email);
    expect(said).toContain('This user may not do this');
    expect(code).toBe(2);
  });
});

describe('real complaints', () => {
  it('go in, those of before once only', async () => {
    for (const path of REAL) {
      const first = await take(path, ['--limit', String(ROWS)]);
      expect(first.said).toMatch(/Already there: 0\. Refused: [01]\./);
      const again = await take(path, ['--limit', '50']);
      expect(again.said).toContain('Taken in: 0. Already there: 50. Refused: 0.');
    }
  }, 300_000);

  it('are treated to the end', async () => {
    if (REAL.length === 0) return;
    const complaints = [...(await found('limit=2')), ...(await found('limit=1&sort=receivedAt'))];
    for (const complaint of complaints)
      expect(await close(complaint)).toMatchObject({ state: 'closed', answerVia: 'none' });
  });
});

/** The whole way, by Anna. */
async function close(complaint: Complaint): Promise<Complaint> {
  const { make } = app;
  const made: Made = { id: complaint.id, trackingToken: '', complaint };
  await make.act(made, 'acknowledge', { message: 'We are sorry.' });
  await make.fact(made, { statement: 'As on record.' });
  const assessment = { severity: 'low', safety: false, complexity: 'low', impact: 'Trouble.' } as const;
  await make.act(made, 'establish-facts', { summary: 'As on record.', assessment });
  const agreedActions = [{ what: 'Look into it', dueAt: app.inDays(60) }];
  await make.act(made, 'assign-owner', { ownerId: await app.idOf('anna'), agreedActions });
  await apologise(app, made);
  await make.act(made, 'resolve', {
    outcome: 'not_determined',
    notDeterminedReason: 'customer_unreachable',
    explanation: 'Nobody can be asked.',
  });
  const said = { how: 'letter', saidAt: app.now().toISOString() } as const;
  return (await make.act(made, 'accept', said)).complaint;
}
