import { describe, expect, it, jest } from '@jest/globals';
import { AccessRecords } from '../../../src/audit/access-records/access-records.service.js';
import { Ledger } from '../../../src/audit/ledger.service.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { CAST, PASSWORD } from '../../support/cast.js';
import { recordAccess, records } from './records.js';

const app = useTestApp();

describe('a refusal', () => {
  it('for the role is on record with who asked for what', async () => {
    const { id } = await app.make.complaint('received');
    for (let i = 0; i < 2; i++)
      expectStatus(403, await app.as('anna').post(`/v1/complaints/${id}/actions/decline`, {}));
    const found = await records(app, { type: 'access.refused', accessTo: id });
    expect(found).toMatchObject([
      {
        actor: { kind: 'user', name: 'Anna Agent' },
        complaintId: null,
        data: {
          refusals: [
            {
              operation: 'declineComplaint',
              code: 'forbidden',
              subjectType: 'complaint',
              subjectId: id,
              times: 2,
            },
          ],
        },
      },
    ]);
  });

  it('of what is not there for somebody who signed in is on record', async () => {
    const id = newId();
    expectStatus(404, await app.as('ben').get(`/v1/customers/${id}`));
    const found = await records(app, { type: 'access.refused', accessTo: id });
    expect(found.flatMap(({ data }) => data.refusals)).toEqual([
      { operation: 'getCustomer', code: 'not_found', subjectType: 'customer', subjectId: id, times: 1 },
    ]);
  });

  it('of the case or of the input is none of access', async () => {
    const { id } = await app.make.complaint('received');
    expectStatus(400, await app.as('sue').get('/v1/complaints?limit=0'));
    expectStatus(
      409,
      await app.as('sue').post(`/v1/complaints/${id}/actions/reopen`, { reason: 'It goes on.' }),
    );
    expect(await records(app, { type: 'access.refused', actorId: await app.idOf('sue') })).toEqual([]);
  });

  it('to callers who are not signed in is counted together, once a minute', async () => {
    const written = async () => {
      await app.get(AccessRecords).flush();
      const rows = await app.database.read<{ bytes: Buffer }>(ANONYMOUS_REFUSALS);
      return rows.map(({ bytes }) => JSON.parse(bytes.toString()) as { data: { refusals: object[] } });
    };
    await recordAccess(app);
    const before = (await written()).length;
    for (let i = 0; i < 30; i++) await app.anonymous.get(`/v1/complaints/${newId()}`);
    expect(await written()).toHaveLength(before);
    app.advance({ minutes: 1 });
    const after = await written();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.data.refusals).toEqual([
      { operation: 'getComplaint', code: 'unauthenticated', subjectType: null, subjectId: null, times: 30 },
    ]);
  });
});

describe('a sign-in that fails', () => {
  const signIn = (email: string, password: string) => app.anonymous.post('/v1/sessions', { email, password });

  it('is on record with the user and the reason, and nothing of what was typed', async () => {
    const anna = await app.idOf('anna');
    await signIn(CAST.anna.email, 'wrong-password-1');
    await signIn(CAST.anna.email, 'wrong-password-2');
    await signIn('hunter2@nowhere.example', PASSWORD);
    const [found, ...more] = await records(app, { type: 'session.refused' });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      actor: { kind: 'anonymous', id: null },
      data: {
        requests: 3,
        attempts: [
          { userId: anna, reason: 'wrong_password', times: 2 },
          { userId: null, reason: 'unknown_address', times: 1 },
        ],
      },
    });
    expect(await records(app, { type: 'session.refused', accessTo: anna })).toHaveLength(1);
    const kept = await app.database.read('SELECT 1 FROM entry_values v WHERE v.value::text LIKE $1', [
      '%hunter2%',
    ]);
    expect(kept).toEqual([]);
  });

  it('too often is counted as that', async () => {
    for (let i = 0; i < 11; i++) await signIn('flood@nowhere.example', 'not the password');
    const found = await records(app, { type: 'access.refused' });
    expect(found.flatMap(({ data }) => data.refusals)).toContainEqual(
      expect.objectContaining({ operation: 'startSession', code: 'rate_limited', times: 1 }),
    );
  });
});

describe('a database that is away', () => {
  it('spoils no answer, and what was read meanwhile goes on record later', async () => {
    const { id } = await app.make.complaint('received');
    const ben = await app.idOf('ben');
    await recordAccess(app);
    const write = jest.spyOn(app.get(Ledger), 'write').mockRejectedValue(new Error('connection lost'));
    expectStatus(200, await app.as('ben').get(`/v1/complaints/${id}`));
    await recordAccess(app);
    expectStatus(200, await app.as('ben').get(`/v1/complaints/${id}/facts`));
    await recordAccess(app);
    write.mockRestore();
    const found = await records(app, { type: 'personal_data.read', accessTo: id, actorId: ben });
    expect(found.flatMap(({ data }) => data.reads ?? []).map(({ operation }) => operation)).toEqual([
      'getComplaint',
      'listFacts',
    ]);
  });
});

const ANONYMOUS_REFUSALS = `
  SELECT e.bytes FROM entries e WHERE e.type = 'access.refused' AND e.actor_kind = 'anonymous' ORDER BY e.seq`;
