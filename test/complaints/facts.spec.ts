import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Fact, List, Problem } from '../support/resources.js';
import { ago, entryTypes, errors, timeline, unmet } from './steps.js';

const app = useTestApp();

const FACT = { statement: 'The leg was broken on arrival.', source: 'customer' };

describe('a fact', () => {
  it('is put on record with its source, and read where Location says', async () => {
    const made = await app.make.complaint();
    const occurredAt = ago(app, 3);
    const path = `/v1/complaints/${made.id}/facts`;
    const answer = await app.as('ben').post<Fact>(path, { ...FACT, occurredAt });
    const fact = expectStatus(201, answer);
    expect(fact).toMatchObject({
      ...FACT,
      standing: 'claimed',
      standingReason: null,
      occurredAt,
      version: 1,
    });
    expect(fact.recordedBy).toEqual({ id: await app.idOf('ben'), name: 'Ben Agent' });
    expect(answer.headers.get('location')).toBe(`${path}/${fact.id}`);
    expect((await app.as('otto').get(`${path}/${fact.id}`)).body).toEqual(fact);
    expect((await app.make.read(made)).version).toBe(2);
  });

  it('is refused with everything that is wrong at once', async () => {
    const made = await app.make.complaint();
    const wrong = { statement: '', source: 'rumour', standing: 'sure', occurredAt: app.inDays(1), by: 'me' };
    const answer = await app.as('anna').post<Problem>(`/v1/complaints/${made.id}/facts`, wrong);
    expect(errors(answer)).toEqual([
      '/by unknown_property',
      '/occurredAt max',
      '/source is_enum',
      '/standing is_enum',
      '/statement not_blank',
    ]);
    const none = await app.as('anna').post<Problem>(`/v1/complaints/${made.id}/facts`);
    expect(errors(none)).toEqual([' required']);
  });

  it('is settled under its own version; the statement never changes', async () => {
    const made = await app.make.complaint();
    const fact = await app.make.fact(made, { standing: 'claimed' });
    const path = `/v1/complaints/${made.id}/facts/${fact.id}`;
    const confirmed = { standing: 'confirmed', reason: 'photo' };
    const anna = app.as('anna');
    expect((await anna.patch(path, null, confirmed)).status).toBe(428);
    expect((await anna.patch<Problem>(path, 7, confirmed)).body).toMatchObject({
      status: 412,
      currentVersion: 1,
    });
    const settled = expectStatus(200, await anna.patch<Fact>(path, 1, confirmed));
    expect(settled).toMatchObject({ standing: 'confirmed', standingReason: 'photo', version: 2 });
    const changed = await anna.patch<Problem>(path, 2, { statement: 'Other.' });
    expect(errors(changed)).toEqual(['/statement unknown_property']);
  });

  it.each(['disputed', 'refuted', 'unprovable'])(
    '%s needs a reason, which is not taken away',
    async (standing) => {
      const made = await app.make.complaint();
      const fact = await app.make.fact(made, { standing: 'claimed' });
      const path = `/v1/complaints/${made.id}/facts/${fact.id}`;
      const anna = app.as('anna');
      expect(errors(await anna.patch<Problem>(path, 1, { standing }))).toEqual(['/reason required']);
      expect(errors(await anna.patch<Problem>(path, 1, { standing, reason: null }))).toEqual([
        '/reason required',
      ]);
      expectStatus(200, await anna.patch(path, 1, { standing, reason: 'The driver says no.' }));
      expect(errors(await anna.patch<Problem>(path, 2, { reason: null }))).toEqual(['/reason required']);
      expect((await anna.patch(path, 2, { standing: 'confirmed', reason: null })).status).toBe(200);
    },
  );

  it('that is already so is no change: no entry, no new version', async () => {
    const made = await app.make.complaint();
    const fact = await app.make.fact(made);
    const before = await entryTypes(app, made);
    const path = `/v1/complaints/${made.id}/facts/${fact.id}`;
    const same = expectStatus(200, await app.as('anna').patch<Fact>(path, 1, { standing: 'confirmed' }));
    expect([same.version, (await app.make.read(made)).version]).toEqual([1, 2]);
    expect(await entryTypes(app, made)).toEqual(before);
  });

  it('is written to only while work goes on', async () => {
    for (const state of ['resolved', 'closed', 'withdrawn', 'declined'] as const) {
      const before = await app.make.complaint('received');
      expect(before.complaint.state).toBe('received');
      const made = await app.make.complaint(state);
      const path = `/v1/complaints/${made.id}/facts`;
      expect(unmet(await app.as('anna').post<Problem>(path, FACT))).toEqual(['state_not_allowed']);
      const [fact] = (await app.as('anna').get<List<Fact>>(path)).body.items;
      if (!fact) continue;
      const settle = await app.as('anna').patch<Problem>(`${path}/${fact.id}`, 1, {
        standing: 'refuted',
        reason: 'A film.',
      });
      expect(unmet(settle)).toEqual(['state_not_allowed']);
    }
  });

  it('leaves its words in the log as personal values and its standing plain', async () => {
    const made = await app.make.complaint();
    const fact = await app.make.fact(made, { standing: 'claimed' });
    await app.as('anna').patch(`/v1/complaints/${made.id}/facts/${fact.id}`, 1, {
      standing: 'refuted',
      reason: 'A film shows it.',
    });
    const entries = (await timeline(app, made)).filter(({ type }) => type.startsWith('fact.'));
    expect(entries.map(({ type, data }) => [type, data.standing])).toEqual([
      ['fact.recorded', 'claimed'],
      ['fact.settled', 'refuted'],
    ]);
    expect(entries[1]?.data).toMatchObject({ formerStanding: 'claimed', reason: 'A film shows it.' });
    expect(entries.every(({ subject }) => subject.id === fact.id)).toBe(true);
  });

  it('of another complaint is not there', async () => {
    const [made, other] = [await app.make.complaint(), await app.make.complaint()];
    const fact = await app.make.fact(other);
    const path = `/v1/complaints/${made.id}/facts/${fact.id}`;
    expect((await app.as('anna').get(path)).status).toBe(404);
    expect((await app.as('anna').patch(path, 1, { standing: 'claimed' })).status).toBe(404);
  });
});

it('facts are listed oldest first, page by page', async () => {
  const made = await app.make.complaint();
  const ids = [];
  for (let index = 0; index < 7; index++) ids.push((await app.make.fact(made)).id);
  const seen: string[] = [];
  let path: string | null = `/v1/complaints/${made.id}/facts?limit=3`;
  const sizes = [];
  while (path) {
    const page: List<Fact> = expectStatus(200, await app.as('otto').get<List<Fact>>(path));
    sizes.push(page.items.length);
    seen.push(...page.items.map(({ id }) => id));
    path = page.nextCursor && `/v1/complaints/${made.id}/facts?limit=3&cursor=${page.nextCursor}`;
  }
  expect([seen, sizes]).toEqual([ids, [3, 3, 1]]);
});
