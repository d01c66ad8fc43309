import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import { race } from '../../support/race.js';
import { errors, messages, timeline, unmet } from '../steps.js';
import { merge, tryMerge } from '../merging/merges.js';
import { FOUND, Issues, type TrackedIssue } from './issues.js';

const app = useTestApp();
const its = new Issues(app);

const COMPLAINT = {
  channel: 'web',
  description: 'The bed arrived with a broken leg, and nobody answers the phone.',
  complainant: { name: 'Marta Kis', email: 'marta@example.org' },
};
const POINTS = [{ what: 'The leg is broken.', product: 'Bed Aurora' }, { what: 'Nobody answers.' }];

describe('points that come with a complaint', () => {
  it('are handed in by anybody, each an entry of its own', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const body = { ...COMPLAINT, issues: POINTS };
    const answer = await app.anonymous.post<{ id: string; issues: TrackedIssue[] }>(
      '/v1/complaints',
      body,
      key,
    );
    const made = expectStatus(201, answer);
    expect(made.issues).toEqual(POINTS.map(({ what }) => ({ what, outcome: null, explanation: null })));
    expect((await app.anonymous.post('/v1/complaints', body, key)).body).toEqual(made);
    const issues = await its.of(made);
    expect(issues).toMatchObject(POINTS);
    expect(issues.map(({ addedBy }) => addedBy)).toEqual([null, null]);
    const entries = await timeline(app, made as unknown as Made);
    expect(entries.map(({ type }) => type).filter((type) => !type.startsWith('promise'))).toEqual([
      'complaint.received',
      'issue.added',
      'issue.added',
    ]);
    expect(entries.find(({ type }) => type === 'issue.added')?.data).toEqual({
      ...POINTS[0],
      categoryId: null,
    });
  });

  it('are sorted by staff only, into what can be chosen', async () => {
    const category = expectStatus(
      201,
      await app.as('sam').post<{ id: string }>('/v1/categories', { name: 'Telephone' }),
    );
    const issues = [{ what: 'Nobody answers.', categoryId: category.id }];
    const made = await app.make.complaint('received', { issues });
    expect(made.complaint.issues).toMatchObject([{ what: 'Nobody answers.', state: 'open' }]);
    expect(await its.of(made)).toMatchObject(issues);
    const wrong = (given: object[]) => ({ ...COMPLAINT, issues: given });
    expect(errors(await app.anonymous.post('/v1/complaints', wrong(issues)))).toEqual([
      '/issues/0/categoryId unknown_property',
    ]);
    const nothing = { what: 'x', categoryId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' };
    expect(errors(await app.as('anna').post('/v1/complaints', wrong([...issues, nothing])))).toEqual([
      '/issues/1/categoryId not_found',
    ]);
    const many = Array.from({ length: 21 }, () => ({ what: 'x' }));
    expect(errors(await app.anonymous.post('/v1/complaints', wrong(many)))).toEqual(['/issues max_items']);
    expect(errors(await app.anonymous.post('/v1/complaints', wrong([{}, { what: 'a\u0000' }])))).toEqual([
      '/issues/0/what required',
      '/issues/1/what bad_characters',
    ]);
  });
});

describe('a merge', () => {
  it('takes the points along with what was found, and they count there', async () => {
    const [made, into] = [await app.make.complaint('in_progress'), await app.make.complaint('in_progress')];
    const [decided, open, back] = [
      await its.add(made),
      await its.add(made, 'Zanzibar.'),
      await its.add(made),
    ];
    await its.decide(made, decided, 'upheld');
    await its.withdraw(made, back);
    await merge(app, made, into);
    expect((await its.of(made)).map(({ id }) => id)).toEqual([back.id]);
    const carried = await its.of(into);
    expect(carried.map(({ id, state, version }) => [id, state, version])).toEqual([
      [decided.id, 'decided', 3],
      [open.id, 'open', 2],
    ]);
    const absorbed = (await timeline(app, into)).find(({ type }) => type === 'complaint.absorbed');
    expect(absorbed?.data['issueIds']).toEqual([decided.id, open.id]);
    const found = await app.as('otto').get<{ items: { id: string }[] }>('/v1/complaints?q=zanzibar');
    expect(expectStatus(200, found).items.map(({ id }) => id)).toContain(into.id);
    expect(await its.tracked(made)).toHaveLength(2);
    expect((await its.tell(made, open, 'decide', FOUND.upheld)).status).toBe(404);
    expect(unmet(await its.ask(made, { what: 'x' }))).toEqual(['state_not_allowed']);

    const path = `/v1/complaints/${into.id}/actions/resolve`;
    const body = { explanation: 'So it is.', rootCause: { text: 'Somehow.' } };
    expect(unmet(await app.as('anna').post(path, body))).toEqual(['issue_undecided']);
    await its.decide(into, open, 'not_upheld');
    const { resolution } = expectStatus(
      200,
      await app.as('anna').post<{ resolution: { outcome: string } }>(path, body),
    );
    expect(resolution.outcome).toBe('partly_upheld');
    const letter = (await messages(app, into)).find(({ kind }) => kind === 'decision');
    expect(letter?.body).toContain('2. Zanzibar.');
  });

  /** Deleting the lock of either complaint (`subjects` in `workOnTwo`, cases.service.ts) breaks this. */
  it('loses no point that is added or decided meanwhile', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [made, into] = [await app.make.complaint('in_progress'), await app.make.complaint('in_progress')];
      const issue = await its.add(made, 'There before.');
      const added: number[] = [];
      const tally = await race(6, async (index) => {
        if (index === 2) return tryMerge(app, made, into);
        if (index === 3) return its.tell(made, issue, 'decide', FOUND.upheld);
        const answer = await its.ask(made, { what: `Point ${String(index)}` });
        if (answer.status === 201) added.push(index);
        return answer;
      });
      const late = (tally['404 not_found'] ?? 0) + (tally['409 action_refused'] ?? 0);
      expect((tally['200'] ?? 0) + (tally['201'] ?? 0) + late).toBe(6);
      const whats = (await its.of(into)).map(({ what }) => what).sort();
      expect(whats).toEqual([...added.sort().map((index) => `Point ${String(index)}`), 'There before.']);
      expect((await its.of(into)).find(({ id }) => id === issue.id)?.state).toBe(
        tally['404 not_found'] ? 'open' : 'decided',
      );
    }
  });
});
