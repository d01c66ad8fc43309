import { merge } from '../../complaints/merging/merges.js';
import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { List, Problem } from '../../support/resources.js';

export const DUE = '/v1/retention/due';
export const RUNS = '/v1/retention/runs';
export const THREE_YEARS = { days: 1100 };

export interface Due {
  id: string;
  withCustomerId: string | null;
  hindrances: { code: string; ids: string[] }[];
}

export interface Run {
  id: string;
  state: string;
  planned: number;
  done: number;
  refused: number;
  refusedFor: { code: string; count: number }[];
  version: number;
}

export interface Item {
  complaintId: string;
  state: string;
  refusedFor: { code: string }[];
  erasureId: string | null;
}

/** What people do about complaints that were kept for long enough: Sam where nobody else is named, Otto reads. */
export function retaining(app: TestApp) {
  const due = async (query = '', by: CastName = 'sam'): Promise<List<Due>> =>
    expectStatus(200, await app.as(by).get<List<Due>>(`${DUE}?limit=100${query}`));
  const hindrancesOf = async ({ id }: Made, by: CastName = 'sam'): Promise<string[] | undefined> =>
    (await due('', by)).items.find((one) => one.id === id)?.hindrances.map(({ code }) => code);
  const plan = (body?: object, by: CastName = 'sam', headers = {}) =>
    app.as(by).post<Run & Problem>(RUNS, body, headers);
  const act = ({ id }: { id: string }, verb: 'approve' | 'cancel', by: CastName, headers = {}) =>
    app.as(by).post<Run & Problem>(`${RUNS}/${id}/actions/${verb}`, undefined, headers);
  const read = async ({ id }: { id: string }): Promise<Run> =>
    expectStatus(200, await app.as('otto').get<Run>(`${RUNS}/${id}`));
  const itemsOf = async ({ id }: { id: string }, query = ''): Promise<Item[]> =>
    expectStatus(200, await app.as('otto').get<List<Item>>(`${RUNS}/${id}/complaints?limit=100${query}`))
      .items;
  const classed = async ({ id }: Made, retentionClass: string) =>
    expectStatus(
      200,
      await app.as('sam').post(`/v1/complaints/${id}/retention`, { retentionClass, reason: 'MiFID.' }),
    );
  const held = async (body: object): Promise<{ id: string }> =>
    expectStatus(
      201,
      await app.as('sam').post<{ id: string }>('/v1/legal-holds', { reason: 'Court.', ...body }),
    );
  const erasedAt = async ({ id }: { id: string }, of = 'complaints'): Promise<string | null> =>
    expectStatus(200, await app.as('otto').get<{ erasedAt: string | null }>(`/v1/${of}/${id}`)).erasedAt;

  const ended = (said: object = {}) => app.make.complaint('withdrawn', said);

  /** Two that were merged, the second of which was withdrawn. */
  const mergedPair = async (): Promise<[Made, Made]> => {
    const [source, target] = [
      await app.make.complaint('in_progress'),
      await app.make.complaint('in_progress'),
    ];
    await merge(app, source, target);
    const said = { how: 'phone', saidAt: app.now().toISOString(), reason: 'Found another bed.' } as const;
    await app.make.act(target, 'withdraw', said);
    return [source, target];
  };

  return { due, hindrancesOf, plan, act, read, itemsOf, classed, held, erasedAt, ended, mergedPair };
}
