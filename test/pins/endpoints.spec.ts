import { it } from '@jest/globals';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/platform/config.js';
import { routesOf } from '../access/endpoints.js';
import { expectPinned, table } from './pin.js';

it('the endpoints are as pinned', () => {
  const routes = routesOf(AppModule.forRoot(readConfig({}), { url: '', poolRole: null }));
  const rows = routes.map((spec) => [
    spec.route,
    spec.method,
    spec.operationId,
    spec.permission,
    String(spec.status ?? 200),
    conditionsOf(spec),
  ]);
  expectPinned('endpoints.txt', table([HEAD, ...rows.sort((a, b) => (a.join() < b.join() ? -1 : 1))]));
});

const HEAD = ['path', 'method', 'operation', 'permission', 'success', 'conditions'];

/** What a caller can or must send beside the body. */
function conditionsOf({ method, ifMatch, idempotent }: ReturnType<typeof routesOf>[number]): string {
  const needed = ifMatch ?? (method === 'PATCH' ? 'required' : undefined);
  return [needed && `If-Match ${needed}`, method === 'POST' && idempotent !== false && 'Idempotency-Key']
    .filter(Boolean)
    .join(', ');
}
