import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { List } from '../../support/resources.js';

/** One line of the punctuality board. */
export interface Group {
  key: string | null;
  name: string | null;
  kept: number;
  keptLate: number;
  broken: number;
  moved: number;
  total: number;
  share: number | null;
}
export type Board = List<Group> & { asOf: number };

/** As an auditor reads it when everything is counted. */
export async function board(app: TestApp, query: string): Promise<Board> {
  await app.settle();
  return expectStatus(200, await app.as('otto').get<Board>(`/v1/insights/punctuality?${query}`));
}
