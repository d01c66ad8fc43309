import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import type { List } from '../../support/resources.js';
import { attempt, errors, timeline, unmet } from '../steps.js';
import { type Finding, FOUND, Issues } from './issues.js';

const app = useTestApp();
const its = new Issues(app);

const NOBODY = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

describe('a point', () => {
  it('is put on record by any staff, read where Location says, and shown with the complaint', async () => {
    const made = await app.make.complaint('in_progress');
    const { version } = await app.make.read(made);
    const stale = await its.ask(made, { what: 'x' }, 'ben', { 'If-Match': '"1"' });
    expect(stale.status).toBe(412);
    const answer = await its.ask(made, { what: 'The leg is broken.', product: 'Bed Aurora' }, 'ben');
    const issue = expectStatus(201, answer);
    expect(issue).toMatchObject({
      what: 'The leg is broken.',
      product: 'Bed Aurora',
      categoryId: null,
      state: 'open',
      outcome: null,
      decidedBy: null,
      decidedAt: null,
      withdrawn: null,
      addedBy: { id: await app.idOf('ben'), name: 'Ben Agent' },
      version: 1,
    });
    const path = `/v1/complaints/${made.id}/issues/${issue.id}`;
    expect(answer.headers.get('location')).toBe(path);
    const read = await app.as('otto').get(path);
    expect(read.body).toEqual(issue);
    expect(read.headers.get('etag')).toBe('"1"');
    expect(await its.of(made)).toEqual([issue]);
    const brief = { id: issue.id, what: issue.what, state: 'open', outcome: null };
    expect(await app.make.read(made)).toMatchObject({ version: version + 1, issues: [brief] });
    const { items } = expectStatus(200, await app.as('otto').get<List<object>>('/v1/complaints?limit=1'));
    expect(items[0]).toMatchObject({ issues: [brief] });
  });

  it('is found by its words, also after others were changed', async () => {
    const made = await app.make.complaint();
    await its.add(made, 'The Xylophon is out of tune.');
    const found = async () =>
      expectStatus(200, await app.as('otto').get<List<{ id: string }>>('/v1/complaints?q=xylophon')).items;
    expect((await found()).map(({ id }) => id)).toEqual([made.id]);
    const { version } = await app.make.read(made);
    expectStatus(
      200,
      await app.as('anna').patch(`/v1/complaints/${made.id}`, version, { subject: 'Another' }),
    );
    expect((await found()).map(({ id }) => id)).toEqual([made.id]);
  });

  it.each(Object.keys(FOUND) as Finding[])('is decided: %s', async (finding) => {
    const made = await app.make.complaint('in_progress');
    const issue = await its.add(made);
    const decided = await its.decide(made, issue, finding);
    expect(decided).toMatchObject({ state: 'decided', decidedBy: { name: 'Anna Agent' }, version: 2 });
    const body: { outcome: string; rootCause?: object } = FOUND[finding];
    const rootCause = body.rootCause ? { causeId: null, ...body.rootCause } : null;
    expect(decided).toMatchObject({ notDeterminedReason: null, ...body, rootCause });
    expect(decided.decidedAt).not.toBeNull();
  });

  it('brings with its outcome what that asks for, and nothing else', async () => {
    const made = await app.make.complaint();
    const issue = await its.add(made);
    const wrong = async (body: object) => errors(await its.tell(made, issue, 'decide', body));
    const explanation = 'So it is.';
    expect(await wrong({})).toEqual(['/explanation required', '/outcome required']);
    for (const outcome of ['upheld', 'partly_upheld'])
      expect(await wrong({ outcome, explanation })).toEqual(['/rootCause required']);
    expect(await wrong({ outcome: 'not_determined', explanation })).toEqual([
      '/notDeterminedReason required',
    ]);
    const { notDeterminedReason } = FOUND.not_determined;
    expect(await wrong({ ...FOUND.not_upheld, notDeterminedReason })).toEqual([
      '/notDeterminedReason not_applicable',
    ]);
    const rootCause = { causeId: NOBODY, text: 'Somehow.' };
    expect(await wrong({ ...FOUND.upheld, rootCause })).toEqual(['/rootCause/causeId not_found']);
    expect(await wrong({ ...FOUND.not_upheld, explanation: 'a\u0000b' })).toEqual([
      '/explanation bad_characters',
    ]);
    expect(errors(await its.ask(made, { what: ' ', categoryId: NOBODY, by: 'me' }))).toEqual([
      '/by unknown_property',
      '/what not_blank',
    ]);
    expect(errors(await its.ask(made, { what: 'x', categoryId: NOBODY }))).toEqual(['/categoryId not_found']);
    expect((await its.of(made))[0]).toMatchObject({ state: 'open', version: 1 });
  });

  it('is decided again while the complaint is open, an entry each time', async () => {
    const made = await app.make.complaint('in_progress');
    const issue = await its.add(made);
    await its.decide(made, issue, 'upheld');
    const { rootCause, version } = await its.decide(made, issue, 'not_upheld');
    expect([rootCause, version]).toEqual([null, 3]);
    const entries = (await timeline(app, made)).filter(({ subject }) => subject.id === issue.id);
    expect(entries.map(({ type, data }) => [type, data['outcome'], data['formerOutcome']])).toEqual([
      ['issue.added', undefined, undefined],
      ['issue.decided', 'upheld', null],
      ['issue.decided', 'not_upheld', 'upheld'],
    ]);
    expect(entries[1]?.data).toMatchObject({ explanation: FOUND.upheld.explanation, causeId: null });
  });

  it('is decided once where two decide what both saw', async () => {
    const made = await app.make.complaint('in_progress');
    const issue = await its.add(made);
    const tally = await race(2, (index) =>
      its.tell(made, issue, 'decide', FOUND[index === 0 ? 'upheld' : 'not_upheld'], 'anna', {
        'If-Match': '"1"',
      }),
    );
    expect(tally).toEqual({ '200': 1, '412 version_mismatch': 1 });
    expect((await its.of(made))[0]?.version).toBe(2);
  });

  it('is added once under one key, however often that is sent', async () => {
    const made = await app.make.complaint();
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await its.ask(made, { what: 'The leg.' }, 'anna', key);
    const again = await its.ask(made, { what: 'The leg.' }, 'anna', key);
    expect(expectStatus(201, again)).toEqual(expectStatus(201, first));
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect((await its.ask(made, { what: 'The arm.' }, 'anna', key)).status).toBe(422);
    expect(await its.of(made)).toHaveLength(1);
  });

  it('is taken back by the customer, and does not count any more', async () => {
    const made = await app.make.complaint('in_progress');
    const [one, two] = [await its.add(made), await its.add(made, 'It came late.')];
    await its.decide(made, one, 'upheld');
    const said = its.said();
    expect(expectStatus(200, await its.tell(made, one, 'withdraw', said, 'ben'))).toMatchObject({
      state: 'withdrawn',
      outcome: 'upheld',
      withdrawn: said.said,
    });
    const [, tracked] = [await its.withdraw(made, two), await its.tracked(made)];
    expect(tracked).toEqual([]);
    for (const [action, body] of [
      ['decide', FOUND.upheld],
      ['withdraw', its.said()],
    ] as const)
      expect(unmet(await its.tell(made, one, action, body))).toEqual(['state_not_allowed']);
    expect(errors(await its.tell(made, two, 'withdraw', {}))).toEqual(['/said required']);
    expect(errors(await attempt(app, made, 'resolve', 'anna', { outcome: undefined }))).toEqual([
      '/outcome required',
    ]);
    expectStatus(200, await attempt(app, made, 'resolve'));
  });
});
