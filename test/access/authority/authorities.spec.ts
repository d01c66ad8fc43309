import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { PASSWORD } from '../../support/cast.js';
import { race } from '../../support/race.js';
import type { List, Problem } from '../../support/resources.js';
import { errors } from '../../complaints/steps.js';

const app = useTestApp();

interface Shown {
  id: string;
  role: string | null;
  perRemedy: string;
  validFrom: string;
  validUntil: string | null;
  version: number;
}

const LIMITS = { perRemedy: '100', perComplaint: '200', perPeriod: '500', period: 'P30D' };

function create(body: object, by: 'ada' | 'sam' = 'ada') {
  return app.as(by).post<Shown & Problem>('/v1/authorities', { ...LIMITS, ...body });
}

function change({ id, version }: Shown, body: object) {
  return app.as('ada').patch<Shown & Problem>(`/v1/authorities/${id}`, version, body);
}

describe('an authority', () => {
  it('is made by an administrator and read by everybody of the house', async () => {
    expect((await create({ role: 'agent', currency: 'EUR' }, 'sam')).status).toBe(403);
    const answer = await create({ role: 'agent', currency: 'EUR' });
    const made = expectStatus(201, answer);
    expect(made).toMatchObject({
      role: 'agent',
      userId: null,
      currency: 'EUR',
      validUntil: null,
      version: 1,
    });
    expect(made).toMatchObject({ perRemedy: '100.00', perComplaint: '200.00', perPeriod: '500.00' });
    const read = await app.as('anna').get<Shown>(answer.headers.get('location') ?? '');
    expect([read.body, read.headers.get('etag')]).toEqual([made, '"1"']);
    const { items } = expectStatus(200, await app.as('otto').get<List<Shown>>('/v1/authorities'));
    expect(items).toContainEqual(made);
  });

  it('is changed with the version that was seen, and only where something changes', async () => {
    const made = expectStatus(201, await create({ role: 'agent', currency: 'USD' }));
    const same = expectStatus(200, await change(made, { perRemedy: '100.0', period: 'P30D' }));
    expect(same.version).toBe(1);
    const validUntil = app.inDays(9);
    const changed = expectStatus(200, await change(made, { perRemedy: '0', validUntil }));
    expect(changed).toMatchObject({ perRemedy: '0.00', version: 2, validUntil });
    expect((await change(made, { perRemedy: '5' })).status).toBe(412);
    expect(expectStatus(200, await change(changed, { validUntil: null })).validUntil).toBeNull();
    await app.settle();
    const entries = await app
      .as('otto')
      .get<List<{ data: { changed: string[]; perRemedy: string } }>>(
        '/v1/audit/entries?type=authority.updated',
      );
    expect(expectStatus(200, entries).items.map(({ data }) => data.changed)).toEqual([
      ['perRemedy', 'validUntil'],
      ['validUntil'],
    ]);
  });

  it.each([
    [{ role: 'auditor' }, ['/role is_enum']],
    [{}, ['/role required']],
    [{ role: 'agent', userId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' }, ['/userId not_applicable']],
    [{ userId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' }, ['/userId not_found']],
    [{ role: 'agent', perRemedy: '1.005', perPeriod: '-1' }, ['/perPeriod is_money', '/perRemedy decimals']],
    [{ role: 'agent', period: 'P0D' }, ['/period min']],
    [{ role: 'agent', period: 'P11Y' }, ['/period max']],
    [{ role: 'agent', period: 'a month' }, ['/period pattern']],
    [
      { role: 'agent', validFrom: '2030-01-02T00:00:00Z', validUntil: '2030-01-02T00:00:00Z' },
      ['/validUntil min'],
    ],
  ])('%j is refused: %j', async (body, codes) => {
    expect(errors(await create({ currency: 'GBP', ...body }))).toEqual(codes);
  });

  it('fits its currency also when it is changed, and ends after it begins', async () => {
    const made = expectStatus(201, await create({ role: 'admin', currency: 'JPY' }));
    expect(errors(await change(made, { perRemedy: '1.5' }))).toEqual(['/perRemedy decimals']);
    expect(errors(await change(made, { validUntil: '2001-01-01T00:00:00Z' }))).toEqual(['/validUntil min']);
  });

  it('overlaps no other of the same holder and currency, though one may follow the other', async () => {
    const until = app.inDays(10);
    const first = expectStatus(201, await create({ role: 'supervisor', currency: 'CHF', validUntil: until }));
    const next = { role: 'supervisor', currency: 'CHF' };
    expect(errors(await create(next))).toEqual(['/validFrom overlaps']);
    expectStatus(201, await create({ ...next, validFrom: until }));
    expect(errors(await change(first, { validUntil: null }))).toEqual(['/validFrom overlaps']);
    expectStatus(201, await create({ ...next, currency: 'SEK' }));
    expectStatus(201, await create({ currency: 'CHF', userId: await app.idOf('sam') }));
  });

  it('is one also where many are made at once (the advisory lock in authorities.service.ts)', async () => {
    const made = await race(20, () => create({ role: 'agent', currency: 'NOK' }));
    expect(made).toEqual({ '201': 1, '400 validation_failed': 19 });
  });
});

describe('what one may grant oneself', () => {
  const told = async (type: string) => {
    await app.settle();
    const path = `/v1/audit/entries?type=${type}&limit=100`;
    const { items } = expectStatus(200, await app.as('otto').get<List<Told>>(path));
    return items.at(-1)?.data.alone;
  };
  interface Told {
    data: { alone: boolean };
  }

  it('is raised by oneself only while nobody else could, and the entry says so', async () => {
    const made = expectStatus(201, await create({ role: 'admin', currency: 'PLN' }));
    expect(await told('authority.created')).toBe(true);
    expectStatus(200, await change(made, { perRemedy: '101' }));
    expect(await told('authority.updated')).toBe(true);
  });

  it('needs another administrator where there is one, by name, by role and in any way', async () => {
    const byRole = expectStatus(201, await create({ role: 'admin', currency: 'CZK' }));
    const me = await app.idOf('ada');
    const narrow = { perRemedy: '10', perComplaint: '10', perPeriod: '10' };
    const byName = expectStatus(201, await create({ userId: me, currency: 'CZK', ...narrow }));
    expect(await told('authority.created')).toBe(false);
    const second = { name: 'Adam Admin', email: 'adam@house.example', roles: ['admin'], password: PASSWORD };
    expectStatus(201, await app.as('ada').post('/v1/users', second));

    const refused = [
      await create({ role: 'admin', currency: 'RON' }),
      await create({ userId: me, currency: 'RON' }),
      await change(byName, { perRemedy: '11' }),
      await change(byName, { period: 'P1D' }),
      await change(byName, { validUntil: app.inDays(1) }), // the wider limit of the role would hold then
    ];
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'own_authority'));
    // What narrows it, does not hold beside what is said by name, or is of others only, needs nobody.
    const narrowed = expectStatus(200, await change(byName, { perPeriod: '9' }));
    expectStatus(200, await change(byRole, { perRemedy: '150' }));
    expectStatus(201, await create({ role: 'agent', currency: 'RON' }));

    const adam = app.withToken(await tokenOf(second.email));
    const path = `/v1/authorities/${byName.id}`;
    expectStatus(200, await adam.patch(path, narrowed.version, { perRemedy: '11' }));
    expect(await told('authority.updated')).toBe(false);
  });
});

async function tokenOf(email: string): Promise<string> {
  const body = { email, password: PASSWORD };
  const answer = await app.anonymous.post<{ accessToken: string }>('/v1/sessions', body);
  return expectStatus(201, answer).accessToken;
}
