import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Made } from '../support/make.js';
import type { Complaint, Problem } from '../support/resources.js';
import { entryTypes, errors, standing, timeline } from './steps.js';

const app = useTestApp();

const patch = (made: Made, version: number | null, body: unknown) =>
  app.as('anna').patch<Problem & Complaint>(`/v1/complaints/${made.id}`, version, body);

describe('a merge patch', () => {
  it('changes what is given, clears what is null and leaves the rest', async () => {
    const made = await app.make.receive({ product: 'Aurora', orderReference: 'A-1', tags: ['bed'] });
    const body = {
      subject: 'Leg',
      product: null,
      tags: ['leg', 'new'],
      severity: 'low',
      externalId: 'crm-1',
    };
    const changed = expectStatus(200, await patch(made, 1, body));
    expect(changed).toMatchObject({ ...body, orderReference: 'A-1', version: 2, state: 'received' });
    const { updatedAt, version, ...rest } = changed;
    expect(rest).toEqual({ ...made.complaint, ...body, updatedAt: undefined, version: undefined });
    expect([version, updatedAt > made.complaint.updatedAt]).toEqual([2, true]);
  });

  it('of the complainant changes one part, or all', async () => {
    const made = await app.make.receive({ answerVia: 'tracking' });
    const one = expectStatus(200, await patch(made, 1, { complainant: { phone: '+36 1', email: null } }));
    expect(one.complainant).toEqual({ name: 'Marta Kis', email: null, phone: '+36 1', address: null });
    const none = expectStatus(200, await patch(made, 2, { complainant: null }));
    expect(none.complainant).toBeNull();
  });

  it('may be sent under its own name', async () => {
    const made = await app.make.complaint();
    const headers = { 'Content-Type': 'application/merge-patch+json', 'If-Match': '"1"' };
    const path = `/v1/complaints/${made.id}`;
    const answer = await app.as('anna').send({ method: 'PATCH', path, body: { subject: 'Leg' }, headers });
    expect(answer.status).toBe(200);
  });

  it('that says what is so already is no change', async () => {
    const made = await app.make.complaint();
    const before = await entryTypes(app, made);
    for (const body of [
      {},
      { subject: 'Broken bed' },
      { complainant: { name: 'Marta Kis' } },
      { tags: [] },
    ]) {
      expect(expectStatus(200, await patch(made, 1, body)).version).toBe(1);
    }
    expect(await entryTypes(app, made)).toEqual(before);
  });

  it('of anything else is unknown, and nothing of it is done', async () => {
    const made = await app.make.complaint();
    const never = {
      state: 'closed',
      level: 3,
      description: 'New.',
      reference: 'x',
      owner: null,
      receivedAt: null,
      version: 9,
      channel: 'web',
      subject: 'Leg',
    };
    const expected = Object.keys(never).filter((name) => name !== 'subject');
    expect(errors(await patch(made, 1, never))).toEqual(
      expected.map((name) => `/${name} unknown_property`).sort(),
    );
    expect(errors(await patch(made, 1, { tags: null, answerVia: null, severity: 'dire' }))).toEqual([
      '/answerVia required',
      '/severity is_enum',
      '/tags required',
    ]);
    expect(await app.make.read(made)).toEqual(made.complaint);
  });

  it('is possible in every state, and changes no promise', async () => {
    for (const state of ['in_progress', 'resolved', 'closed', 'withdrawn', 'declined'] as const) {
      const made = await app.make.complaint(state);
      const before = await standing(app, made);
      const { version } = await app.make.read(made);
      expect(expectStatus(200, await patch(made, version, { severity: 'critical' })).state).toBe(state);
      expect(await standing(app, made)).toEqual(before);
    }
  });

  it('leaves an entry with what was changed', async () => {
    const made = await app.make.complaint();
    expectStatus(200, await patch(made, 1, { subject: 'Leg', severity: 'low' }));
    const entry = (await timeline(app, made)).at(-1);
    expect(entry).toMatchObject({ type: 'complaint.updated', complaintVersion: 2 });
    expect((entry?.data.changed as string[]).toSorted()).toEqual(['severity', 'subject']);
  });

  it('to an external id that is taken is 409 with the complaint that has it', async () => {
    const [one, other] = [await app.make.receive({ externalId: 'crm-2' }), await app.make.receive()];
    const taken = await patch(other, 1, { externalId: 'crm-2' });
    expect([taken.status, taken.body]).toMatchObject([
      409,
      { code: 'external_id_taken', existing: { id: one.id, href: `/v1/complaints/${one.id}` } },
    ]);
  });

  it('to no way of answering needs the reason', async () => {
    const made = await app.make.complaint();
    expect(errors(await patch(made, 1, { answerVia: 'none' }))).toEqual(['/answerViaReason required']);
    expectStatus(200, await patch(made, 1, { answerVia: 'none', answerViaReason: 'Letters come back.' }));
  });
});

describe('the version', () => {
  it('is asked for, and compared', async () => {
    const made = await app.make.complaint();
    expect((await patch(made, null, { subject: 'Leg' })).body.code).toBe('if_match_required');
    expect((await patch(made, 5, { subject: 'Leg' })).body).toMatchObject({
      status: 412,
      code: 'version_mismatch',
      currentVersion: 1,
    });
  });

  const tags: [string, number][] = [
    ['*', 200],
    ['"1"', 200],
    ['"0", "1"', 200],
    ['W/"1"', 412],
    ['1', 412],
    ['"2", "3"', 412],
  ];

  it.each(tags)('If-Match %s is answered with %i', async (tag, status) => {
    const made = await app.make.complaint();
    const headers = { 'If-Match': tag };
    const path = `/v1/complaints/${made.id}`;
    const patched = await app.as('anna').send({ method: 'PATCH', path, body: { subject: 'Leg' }, headers });
    const other = await app.make.complaint();
    const act = `/v1/complaints/${other.id}/actions/escalate`;
    const acted = await app.as('anna').post(act, { reason: 'Now.' }, headers);
    expect([patched.status, acted.status]).toEqual([status, status]);
  });

  it('of a complaint rises with every write to a part, and stands in the ETag', async () => {
    const made = await app.make.complaint();
    await app.make.fact(made);
    await app.make.message(made);
    await app.make.callback(made);
    const answer = await app.as('anna').get<Complaint>(`/v1/complaints/${made.id}`);
    expect([answer.body.version, answer.headers.get('etag')]).toEqual([4, '"4"']);
  });

  it('comes after what is wrong with the body and what is not there', async () => {
    const made = await app.make.complaint();
    expect((await patch(made, null, { subject: 1 })).status).toBe(400);
    const nowhere = { ...made, id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' };
    expect((await patch(nowhere, null, { subject: 'Leg' })).status).toBe(428);
    expect((await patch(nowhere, 7, { subject: 'Leg' })).status).toBe(404);
  });
});
