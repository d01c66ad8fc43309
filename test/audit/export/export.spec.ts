import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { EXPORT_FORMS } from '../../../src/audit/export/export-forms.js';
import type { Entry } from '../../../src/audit/entries/entry.js';
import { type Answer, expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';

const app = useTestApp();
const PATH = '/v1/audit/entries/export';
const FORMULA = '=HYPERLINK("https://evil.example")';

let complaint: string;
beforeAll(async () => {
  ({ id: complaint } = await app.make.complaint('acknowledged'));
  await app.settle();
});

function take(query: string, accept?: string): Promise<Answer<string>> {
  return app.as('otto').get<string>(`${PATH}?${query}`, accept === undefined ? {} : { Accept: accept });
}

const digestOf = (text: string) => `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;

interface Found {
  items: Entry[];
}
const found = async (query: string) =>
  expectStatus(200, await app.as('otto').get<Found>(`/v1/audit/entries?limit=100&${query}`)).items;

describe('an export', () => {
  it('is the search as NDJSON, with its digest', async () => {
    const answer = await take(`complaintId=${complaint}`, 'application/x-ndjson');
    const text = expectStatus(200, answer);
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Entry)).toEqual(await found(`complaintId=${complaint}`));
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(answer.headers.get('content-digest')).toBe(digestOf(text));
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="log-\d+-\d+\.ndjson"/);
  });

  it('is CSV where that is asked for, with everything in it', async () => {
    const answer = await take(`complaintId=${complaint}`, 'text/csv, */*;q=0.1');
    const text = expectStatus(200, answer);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-digest')).toBe(digestOf(text));
    const rows = parse(text, { columns: true });
    const entries = await found(`complaintId=${complaint}`);
    expect(rows).toEqual(
      entries.map((entry) => ({
        position: String(entry.position),
        seq: String(entry.seq),
        id: entry.id,
        at: entry.at,
        type: entry.type,
        actorKind: entry.actor.kind,
        actorId: entry.actor.id ?? '',
        actorName: entry.actor.name ?? '',
        subjectType: entry.subject.type,
        subjectId: entry.subject.id,
        complaintId: complaint,
        complaintVersion: String(entry.complaintVersion),
        requestId: entry.requestId,
        data: JSON.stringify(entry.data),
      })),
    );
  });

  it('is on record: who, what and with which digest', async () => {
    const text = expectStatus(200, await take('type=complaint.received&after=0'));
    await app.settle();
    const entry = (await found('type=audit.exported')).at(-1);
    const lines = text.trimEnd().split('\n');
    expect(entry).toMatchObject({
      actor: { kind: 'user', id: await app.idOf('otto') },
      subject: { type: 'user', id: await app.idOf('otto') },
      complaintId: null,
      data: {
        format: 'ndjson',
        filter: { type: 'complaint.received', after: 0 },
        count: lines.length,
        firstPosition: (JSON.parse(lines[0] ?? '') as Entry).position,
        lastPosition: (JSON.parse(lines.at(-1) ?? '') as Entry).position,
        sha256: createHash('sha256').update(text).digest('hex'),
      },
    });
  });

  it('of nothing is an empty file, and on record too', async () => {
    const answer = await take('from=2999-01-01T00:00:00.000Z', 'text/csv');
    expect(expectStatus(200, answer)).toMatch(/^position,seq,id,[^\n]*\r\n$/);
    expect(answer.headers.get('content-disposition')).toContain('filename="log-empty.csv"');
  });

  it('leaves out the internal notes about who takes it', async () => {
    const body = { audience: 'internal', body: 'Otto was rude.' };
    expectStatus(201, await app.as('anna').post(`/v1/complaints/${complaint}/messages`, body));
    const about = { complainedAboutUserIds: [await app.idOf('otto')] };
    const { body: before } = await app.as('sam').get<{ version: number }>(`/v1/complaints/${complaint}`);
    expectStatus(200, await app.as('sam').patch(`/v1/complaints/${complaint}`, before.version, about));
    await app.settle();
    const text = expectStatus(200, await take(`complaintId=${complaint}`));
    expect(text).toContain('complaint.acknowledged');
    expect(text).not.toContain('message.noted');
  });

  it('is for auditors and administrators, and takes no page', async () => {
    for (const name of ['anna', 'sam'] as const) expectStatus(403, await app.as(name).get(PATH));
    expectStatus(200, await app.as('ada').get(`${PATH}?type=complaint.received`));
    for (const query of ['limit=5', 'cursor=x', 'type=x']) expectStatus(400, await take(query));
  });
});

describe('a cell of the CSV', () => {
  const [, csv] = EXPORT_FORMS;
  const named = (name: string) =>
    ({
      position: 1,
      actor: { kind: 'user', id: null, name },
      subject: { type: 'user', id: '' },
      data: { name },
    }) as unknown as Entry;

  it.each([FORMULA, '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('is no formula: %j', (name) => {
    const [row] = parse(csv.lines([named(name)]));
    expect(row?.[7]).toBe(`'${name}`);
    expect(JSON.parse(row?.[13] ?? '')).toEqual({ name });
  });

  it.each(['Kis, Marta', 'say "hello"', 'two\r\nlines', '5 = 5', ''])('stays as it is: %j', (name) => {
    const [row] = parse(csv.lines([named(name)]));
    expect(row?.[7]).toBe(name);
  });
});
