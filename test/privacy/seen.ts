import { timeline } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import type { TestApp } from '../support/app.js';
import type { Made } from '../support/make.js';
import type { List, LogEntry } from '../support/resources.js';
import type { PlantedPerson } from './planted.js';

/** An entry, without what was said. */
export type Line = Pick<LogEntry, 'id' | 'type' | 'seq' | 'at'>;

/** What the house sees of a person, before and after. */
export function seen(app: TestApp, person: PlantedPerson) {
  const read = async <T = unknown>(path: string, by: 'anna' | 'sam' = 'anna'): Promise<T> =>
    expectStatus(200, await app.as(by).get<T>(path));
  return {
    read,
    complaint: () => person.complaint as unknown as Made,
    /** The timelines of all that they handed in. */
    lines: async (): Promise<Line[][]> => {
      const all = [];
      for (const one of person.complaints) {
        const items = await timeline(app, one as unknown as Made);
        all.push(items.map(({ id, type, seq, at }) => ({ id, type, seq, at })));
      }
      return all;
    },
    /** What is counted over all complaints. */
    figures: async (): Promise<unknown> => {
      await app.settle();
      const { items } = await read<List<object>>('/v1/insights/punctuality?by=kind');
      const { count } = await read<{ count: number }>('/v1/complaints?count=true');
      return { items, count };
    },
    entries: async (type: string): Promise<LogEntry[]> => {
      await app.settle();
      const found = await app.as('otto').get<List<LogEntry>>(`/v1/audit/entries?type=${type}&limit=100`);
      return expectStatus(200, found).items;
    },
    anotherCustomer: async (): Promise<string> => {
      const made = await app.as('anna').post<{ id: string }>('/v1/customers', { name: 'Béla Nagy' });
      return expectStatus(201, made).id;
    },
  };
}
