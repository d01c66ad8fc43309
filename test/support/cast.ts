import { type Api, expectAnswer } from './api.js';
import type { User } from './resources.js';

type Person = Pick<User, 'name' | 'email' | 'roles'>;

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
  const { client } = ada;
  const { id } = await expectAnswer(200, client.GET('/v1/me'));
  const path = { id };
  const { version } = await expectAnswer(200, client.GET('/v1/users/{id}', { params: { path } }));
  const params = { path, header: { 'If-Match': `"${version}"` } };
  await expectAnswer(200, client.PATCH('/v1/users/{id}', { params, body: { name: CAST.ada.name } }));
  for (const { name, email, roles } of Object.values(CAST)) {
    const body = { name, email, roles: [...roles], password: PASSWORD };
    if (email !== CAST.ada.email) await expectAnswer(201, client.POST('/v1/users', { body }));
  }
}
