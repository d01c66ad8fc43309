import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Problem } from '../../support/resources.js';

export interface Action {
  id: string;
  state: string;
  version: number;
  checkAt: string;
}

export const PATH = '/v1/corrective-actions';
export const CHECK = { effective: true, finding: 'No broken leg in 400 deliveries.' };

/** What people do with corrective actions: Sam where nobody else is named. Anna owns what Sam plans. */
export function correctiveActions(app: TestApp) {
  const plan = async (said: object = {}, by: CastName = 'sam') =>
    app.as(by).post<Action & Problem>(PATH, {
      what: 'Corner guards on every bed',
      ownerId: await app.idOf('anna'),
      dueAt: app.inDays(10),
      checkAt: app.inDays(40),
      ...said,
    });
  return {
    plan,
    planned: async (said: object = {}): Promise<Action> => expectStatus(201, await plan(said)),
    act: (action: Action, name: string, body?: object, by: CastName = 'sam') =>
      app.as(by).post<Action & Problem>(`${PATH}/${action.id}/actions/${name}`, body),
    patch: (action: Action, version: number | null, body: object, by: CastName = 'sam') =>
      app.as(by).patch<Action & Problem>(`${PATH}/${action.id}`, version, body),
  };
}
