import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { PASSWORD } from '../support/cast.js';
import { race } from '../support/race.js';
import { hire, type Person, signIn } from './people.js';

const app = useTestApp();
const NOBODY = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

interface List {
  items: Person[];
  nextCursor: string | null;
}

describe('a new user', () => {
  const body = {
    email: 'Nora@house.example',
    name: 'Nora New',
    roles: ['agent', 'supervisor'],
    password: PASSWORD,
  };

  it('is made by an administrator and can sign in', async () => {
    const answer = await app.as('ada').post<Person>('/v1/users', { ...body, phone: '+36 1 234' });
    const nora = expectStatus(201, answer);
    expect(nora).toMatchObject({
      email: body.email,
      name: body.name,
      phone: '+36 1 234',
      version: 1,
      disabled: false,
    });
    expect(Object.keys(nora).sort()).toEqual(
      ['createdAt', 'disabled', 'email', 'id', 'name', 'phone', 'roles', 'updatedAt', 'version'].sort(),
    );
    expect(answer.headers.get('location')).toBe(`/v1/users/${nora.id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    await signIn(app, 'nora@HOUSE.example');
  });

  it('has an address of their own, in any case', async () => {
    const answer = await app.as('ada').post('/v1/users', { ...body, email: 'NORA@HOUSE.EXAMPLE' });
    expectStatus(409, answer);
    expect(answer.body).toMatchObject({ code: 'email_taken' });
  });

  it('is made once when two ask at the same time', async () => {
    const twin = { ...body, email: 'twin@house.example' };
    const tally = await race(6, () => app.as('ada').post('/v1/users', twin));
    expect(tally).toEqual({ '201': 1, '409 email_taken': 5 });
  });

  it('is made once when the request is sent again', async () => {
    const again = { ...body, email: 'again@house.example' };
    const key = { 'Idempotency-Key': 'a-key-of-sixteen-or-more' };
    const first = await app.as('ada').post<Person>('/v1/users', again, key);
    const second = await app.as('ada').post<Person>('/v1/users', again, key);
    expect(expectStatus(201, second)).toEqual(expectStatus(201, first));
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it.each<[string, object, string, string]>([
    ['no role', { roles: [] }, '/roles', 'min_length'],
    ['a role twice', { roles: ['agent', 'agent'] }, '/roles/1', 'unique_items'],
    ['a role that is none', { roles: ['system'] }, '/roles/0', 'is_enum'],
    ['a short password', { password: 'elevenchars' }, '/password', 'min_length'],
    ['a long password', { password: 'x'.repeat(201) }, '/password', 'max_length'],
    ['no name', { name: ' ' }, '/name', 'not_blank'],
    ['no address', { email: 'nora' }, '/email', 'is_email'],
  ])('is refused with %s', async (_, wrong, pointer, code) => {
    const answer = await app.as('ada').post('/v1/users', { ...body, email: 'wrong@house.example', ...wrong });
    expectStatus(400, answer);
    expect(answer.body).toMatchObject({ errors: [{ pointer, code }] });
  });
});

describe('a user', () => {
  it('is read by supervisor, auditor and administrator', async () => {
    const id = await app.idOf('anna');
    for (const reader of ['sam', 'otto', 'ada'] as const) {
      expect(expectStatus(200, await app.as(reader).get<Person>(`/v1/users/${id}`)).name).toBe('Anna Agent');
    }
  });

  it('is read by an agent only where it is themselves; others are as absent as nobody', async () => {
    const [anna, ben] = [await app.idOf('anna'), await app.idOf('ben')];
    expectStatus(200, await app.as('anna').get(`/v1/users/${anna}`));
    const other = await app.as('anna').get<object>(`/v1/users/${ben}`);
    const absent = await app.as('anna').get<object>(`/v1/users/${NOBODY}`);
    expect(expectStatus(404, { ...other, body: { ...other.body, requestId: '' } })).toEqual(
      expectStatus(404, { ...absent, body: { ...absent.body, requestId: '' } }),
    );
  });

  it('is changed by an administrator, who must know the version', async () => {
    const person = await hire(app);
    const ada = app.as('ada');
    expectStatus(428, await ada.patch(`/v1/users/${person.id}`, null, { name: 'Tim' }));
    const answer = await ada.patch<Person>(`/v1/users/${person.id}`, 1, { name: 'Tim', phone: '112' });
    expect(expectStatus(200, answer)).toMatchObject({
      name: 'Tim',
      phone: '112',
      version: 2,
      roles: ['agent'],
    });
    expect(answer.headers.get('etag')).toBe('"2"');
    const stale = await ada.patch(`/v1/users/${person.id}`, 1, { name: 'Tom' });
    expectStatus(412, stale);
    expect(stale.body).toMatchObject({ code: 'version_mismatch', currentVersion: 2 });
    expect(
      expectStatus(200, await ada.patch<Person>(`/v1/users/${person.id}`, 2, { phone: null })).phone,
    ).toBeNull();
    expectStatus(403, await app.as('sam').patch(`/v1/users/${person.id}`, 3, { name: 'Sam' }));
  });

  it('keeps the version over a change that changes nothing', async () => {
    const person = await hire(app, { roles: ['agent', 'auditor'] });
    const same = { name: person.name, roles: ['auditor', 'agent'], disabled: false, phone: null };
    const answer = await app.as('ada').patch<Person>(`/v1/users/${person.id}`, 1, same);
    expect(expectStatus(200, answer)).toEqual(person);
  });

  it('cannot lose name, roles or state to null, nor change the address', async () => {
    const person = await hire(app);
    const wrong = { name: null, roles: null, disabled: null, email: 'other@house.example' };
    const answer = await app.as('ada').patch(`/v1/users/${person.id}`, 1, wrong);
    expectStatus(400, answer);
    const { errors } = answer.body as { errors: { pointer: string; code: string }[] };
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/disabled required',
      '/email unknown_property',
      '/name required',
      '/roles required',
    ]);
  });

  it('works with new roles at the next call', async () => {
    const person = await hire(app);
    const { accessToken } = await signIn(app, person.email);
    expectStatus(403, await app.withToken(accessToken).get('/v1/audit/entries'));
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 1, { roles: ['auditor'] }));
    expectStatus(200, await app.withToken(accessToken).get('/v1/audit/entries'));
    expectStatus(403, await app.withToken(accessToken).post('/v1/complaints', {}));
  });
});

describe('the list of users', () => {
  it('can be filtered, and goes on behind its cursor', async () => {
    await hire(app);
    const seen: string[] = [];
    let path: string | null = '/v1/users?role=agent&limit=2';
    while (path !== null) {
      const { items, nextCursor }: List = expectStatus(200, await app.as('ada').get<List>(path));
      expect(items.every(({ roles }) => roles.includes('agent'))).toBe(true);
      seen.push(...items.map(({ id }) => id));
      path = nextCursor && `/v1/users?role=agent&limit=2&cursor=${nextCursor}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(await app.idOf('anna'));
    expect(seen).toEqual([...seen].sort());
  });

  it('refuses the cursor of another filter', async () => {
    const { nextCursor } = expectStatus(200, await app.as('ada').get<List>('/v1/users?limit=1'));
    const answer = await app.as('ada').get(`/v1/users?limit=1&role=agent&cursor=${String(nextCursor)}`);
    expectStatus(400, answer);
    expect(answer.body).toMatchObject({ errors: [{ parameter: 'cursor', code: 'bad_cursor' }] });
  });

  it('shows the disabled ones where asked', async () => {
    const person = await hire(app);
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 1, { disabled: true }));
    const { items } = expectStatus(200, await app.as('ada').get<List>('/v1/users?disabled=true'));
    expect(items.map(({ id }) => id)).toEqual([person.id]);
  });

  it('shows an agent nobody but themselves', async () => {
    const { items } = expectStatus(200, await app.as('ben').get<List>('/v1/users'));
    expect(items.map(({ id }) => id)).toEqual([await app.idOf('ben')]);
  });
});
