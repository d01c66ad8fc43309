import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../support/app.js';
import { errors, offers, timeline, unmet } from '../steps.js';
import { CHECKED, merge, tryMerge } from './merges.js';

const app = useTestApp();

const WAY = ['received', 'acknowledged', 'facts_established', 'in_progress'] as const;

describe('a complaint is merged only', () => {
  it('into one of the same customer, whoever asks', async () => {
    const made = await app.make.complaint('received', {
      complainant: { name: 'Marta', email: 'Marta@Example.org', phone: '+36 1 234-5678' },
    });
    const others = [
      { name: 'Lena', email: 'lena@example.org', phone: null },
      { name: 'Marta', email: null, phone: null, address: 'Far 1' },
    ];
    for (const complainant of others) {
      const other = await app.make.complaint('received', { complainant });
      for (const by of ['anna', 'sam', 'ada'] as const)
        expect(unmet(await tryMerge(app, made, other, by))).toEqual(['target_other_customer']);
    }
    for (const complainant of [
      { name: 'M.', email: 'marta@example.ORG' },
      { name: 'M.', phone: '0036 (1) 2345678' },
    ]) {
      const one = await app.make.complaint('received', { complainant });
      const same = complainant.email ? 200 : 409;
      expect((await tryMerge(app, one, made, 'anna', CHECKED)).status).toBe(same);
    }
    const phone = await app.make.complaint('received', {
      complainant: { name: 'Marta', phone: '+3612345678' },
    });
    await merge(app, phone, made);
  });

  it('after staff looked, where a name, an address or a number differs beside what is the same', async () => {
    const complainant = { name: 'Marta Kis', email: 'kis@example.org', phone: '+3612345678' };
    const into = await app.make.complaint('received', { complainant });
    const doubtful = [
      { ...complainant, name: 'Ilona Nagy' },
      { ...complainant, email: 'nagy@example.org' },
      { ...complainant, phone: '+3687654321' },
      { name: 'M.', email: complainant.email },
    ];
    for (const other of doubtful) {
      const made = await app.make.complaint('received', { complainant: other });
      for (const said of [{}, { confirmedSamePerson: false }]) {
        expect(unmet(await tryMerge(app, made, into, 'anna', said))).toEqual(['person_unconfirmed']);
      }
      expect((await tryMerge(app, made, into, 'anna', CHECKED)).status).toBe(200);
      const merged = (await timeline(app, made)).find(({ type }) => type === 'complaint.merged');
      expect(merged?.data).toMatchObject(CHECKED);
    }
    for (const other of [
      complainant,
      { ...complainant, name: 'KIS  Márta' },
      { ...complainant, phone: null },
    ]) {
      await merge(app, await app.make.complaint('received', { complainant: other }), into);
    }
    const stranger = await app.make.complaint('received', {
      complainant: { name: 'Marta Kis', email: 'other@example.org' },
    });
    expect(unmet(await tryMerge(app, stranger, into, 'ada', CHECKED))).toEqual(['target_other_customer']);
  });

  it('into one that is open', async () => {
    for (const state of ['resolved', 'closed', 'withdrawn', 'declined', 'merged'] as const) {
      const made = await app.make.complaint();
      expect(unmet(await tryMerge(app, made, await app.make.complaint(state)))).toEqual(['target_not_open']);
    }
  });

  it('into one that has come as far', async () => {
    for (const [place, state] of WAY.entries()) {
      for (const [far, target] of WAY.entries()) {
        const [made, into] = [await app.make.complaint(state), await app.make.complaint(target)];
        const answer = await tryMerge(app, made, into);
        expect([state, target, answer.status]).toEqual([state, target, far < place ? 409 : 200]);
        if (far < place) expect(unmet(answer)).toEqual(['target_behind']);
      }
    }
  });

  it('where one waits for the customer it counts as where it was asked', async () => {
    const waits = await app.make.complaint('awaiting_customer');
    expect(unmet(await tryMerge(app, waits, await app.make.complaint('facts_established')))).toEqual([
      'target_behind',
    ]);
    await merge(app, await app.make.complaint('in_progress'), waits);
    await merge(app, waits, await app.make.complaint('in_progress'));
  });

  it('into another than itself, and than one that ended in it', async () => {
    const [made, into] = [await app.make.complaint(), await app.make.complaint()];
    expect(unmet(await tryMerge(app, made, made))).toEqual(['merge_cycle']);
    await merge(app, made, into);
    expect(unmet(await tryMerge(app, into, made))).toEqual(['target_not_open', 'merge_cycle']);
    const last = await app.make.complaint();
    await merge(app, into, last);
    expect(unmet(await tryMerge(app, last, made))).toEqual(['target_not_open', 'merge_cycle']);
  });

  it('with all that is missing named in its order', async () => {
    const made = await app.make.complaint('in_progress');
    const other = { complainant: { name: 'Lena', email: 'lena@example.org' } };
    const behind = await app.make.complaint('received', other);
    expect(unmet(await tryMerge(app, made, behind))).toEqual(['target_other_customer', 'target_behind']);
    const over = await app.make.complaint('withdrawn', other);
    expect(unmet(await tryMerge(app, made, over))).toEqual(['target_other_customer', 'target_not_open']);
  });

  it('into one that exists', async () => {
    const made = await app.make.complaint();
    const nothing = { id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' };
    expect(errors(await tryMerge(app, made, nothing))).toEqual(['/intoId not_found']);
    expect((await tryMerge(app, nothing, made)).status).toBe(404);
  });

  it('with its own version where one was named', async () => {
    const [made, into] = [await app.make.complaint(), await app.make.complaint('acknowledged')];
    const body = { intoId: into.id, reason: 'The same.' };
    const path = `/v1/complaints/${made.id}/actions/merge`;
    expect((await app.as('anna').post(path, body, { 'If-Match': '"2"' })).status).toBe(412);
    expect((await app.as('anna').post(path, body, { 'If-Match': '"1"' })).status).toBe(200);
  });
});

it('what depends on the other complaint stands in no list of what is missing', async () => {
  const offered = (await offers(app, await app.make.complaint())).find(({ action }) => action === 'merge');
  expect(offered).toMatchObject({ allowed: true, unmet: [], asks: ['intoId', 'reason'] });
});
