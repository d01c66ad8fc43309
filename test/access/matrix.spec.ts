import { beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../../src/app.module.js';
import { rolesWith } from '../../src/access/roles.js';
import type { Role } from '../../src/kernel/actor.js';
import type { Config } from '../../src/platform/config.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { CAST, type CastName } from '../support/cast.js';
import { type Route, routesOf } from './endpoints.js';
import { signIn } from './people.js';

const app = useTestApp();
const routes = routesOf(AppModule.forRoot({} as Config, { url: '', poolRole: null }));
const ABSENT = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

/** Who plays which role. */
const PLAYERS: Partial<Record<Role, CastName>> = {
  agent: 'anna',
  supervisor: 'sam',
  auditor: 'otto',
  admin: 'ada',
};

let trackingToken: string;
beforeAll(async () => {
  ({ trackingToken } = await app.make.receive());
});

describe('every endpoint', () => {
  it('is found', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length);
  });

  it.each(routes.map((route) => [`${route.method} ${route.route}`, route] as const))(
    '%s lets in whom the table names',
    async (_, route) => {
      for (const role of ['anonymous', 'complainant', ...(Object.keys(PLAYERS) as Role[])] as Role[]) {
        expect(`${role} ${await outcome(route, role)}`).toBe(`${role} ${expected(route, role)}`);
      }
    },
  );

  it.each(routes.map((route) => [`${route.method} ${route.route}`, route] as const))(
    '%s refuses a bad token',
    async (_, { method, route }) => {
      expectStatus(401, await app.withToken('rubbish').send({ method, path: pathOf(route) }));
    },
  );
});

/** 401 for who is nobody here, 403 for who is somebody but may not. */
function expected({ permission, route }: Route, role: Role): string {
  if (role === 'complainant' && !route.startsWith('/v1/tracking')) return '401';
  if (rolesWith(permission).includes(role)) return 'in';
  return role === 'anonymous' ? '401' : '403';
}

/** Asks without a body and for what does not exist: whoever is let in is refused, or served, for another reason. */
async function outcome({ method, route }: Route, role: Role): Promise<string> {
  const { status, body } = await (
    await apiOf(role, method)
  ).send<{ code?: string } | null>({ method, path: pathOf(route) });
  const shut = (status === 401 && body?.code === 'unauthenticated') || status === 403;
  return shut ? String(status) : 'in';
}

async function apiOf(role: Role, method: string) {
  if (role === 'anonymous') return app.anonymous;
  if (role === 'complainant') return app.withToken(trackingToken);
  const player = PLAYERS[role] ?? 'anna';
  // Signing out must not end the session of the other rows.
  return method === 'DELETE'
    ? app.withToken((await signIn(app, CAST[player].email)).accessToken)
    : app.as(player);
}

const pathOf = (route: string) => route.replace(/:code/g, 'not-found').replace(/:\w+/g, ABSENT);
