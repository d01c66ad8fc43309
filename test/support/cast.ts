import type { UserRole } from '../../src/kernel/actor.js';
import { type Api, expectStatus } from './api.js';
import type { User } from './resources.js';

interface Person {
  name: string;
  email: string;
  roles: UserRole[];
}

/** Who appears in the tests. Made through the API, once in a run, in the template that every file gets a copy of. */
export const CAST = {
  ada: { name: 'Ada Admin', email: 'ada@house.example', roles: ['admin'] },
  sam: { name: 'Sam Supervisor', email: 'sam@house.example', roles: ['supervisor'] },
  sue: { name: 'Sue Supervisor', email: 'sue@house.example', roles: ['supervisor'] },
  anna: { name: 'Anna Agent', email: 'anna@house.example', roles: ['agent'] },
  ben: { name: 'Ben Agent', email: 'ben@house.example', roles: ['agent'] },
  otto: { name: 'Otto Auditor', email: 'otto@house.example', roles: ['auditor'] },
} as const satisfies Record<string, Person>;

export type CastName = keyof typeof CAST;

/** Everybody's password. */
export const PASSWORD = 'a bed with four whole legs';

/** Ada, made by the first start, gives everybody else an account. */
export async function engage(ada: Api): Promise<void> {
  const me = expectStatus(200, await ada.get<User>('/v1/me'));
  const account = expectStatus(200, await ada.get<User>(`/v1/users/${me.id}`));
  expectStatus(200, await ada.patch(`/v1/users/${me.id}`, account.version, { name: CAST.ada.name }));
  for (const [key, person] of Object.entries(CAST)) {
    if (key !== 'ada') expectStatus(201, await ada.post('/v1/users', { ...person, password: PASSWORD }));
  }
}
