import { rolesWith } from '../../../src/access/roles.js';
import type { Role } from '../../../src/kernel/actor.js';
import type { Permission } from '../../../src/kernel/permissions.js';
import type { Api } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import { CAST, type CastName, PASSWORD } from '../../support/cast.js';
import type { Described } from '../../support/document.js';

/** As whom a request is sent; a forger has a token that is none. */
export type Caller = Exclude<Role, 'system'> | 'forger';

export const CALLERS: readonly Caller[] = [
  'anonymous',
  'complainant',
  'agent',
  'supervisor',
  'auditor',
  'admin',
  'forger',
];

const STAFF: Partial<Record<Caller, CastName>> = {
  agent: 'anna',
  supervisor: 'sam',
  auditor: 'otto',
  admin: 'ada',
};

export function mayCall(caller: Caller, { 'x-permission': permission }: Described): boolean {
  return caller !== 'forger' && rolesWith(permission as Permission).includes(caller);
}

/** The API as this caller; `token` is the complainant's or the forger's. */
export async function callerOf(
  app: TestApp,
  caller: Caller,
  token: string | null,
  operation: Described,
): Promise<Api> {
  const name = STAFF[caller];
  if (name === undefined) return token === null ? app.anonymous : app.withToken(token);
  // Who ends a session needs one that nobody else uses.
  if (operation['x-permission'] !== 'session:end') return app.as(name);
  const credentials = { email: CAST[name].email, password: PASSWORD };
  const { body } = await app.anonymous.post<{ accessToken: string }>('/v1/sessions', credentials);
  return app.withToken(body.accessToken);
}
