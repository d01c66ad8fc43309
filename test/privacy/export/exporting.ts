import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Problem } from '../../support/resources.js';

export const PATH = '/v1/subject-exports';

export interface Export {
  id: string;
  version: number;
  expiresAt: string;
}

export interface Content {
  manifest: {
    customerIds: string[];
    contactIds: string[];
    complaintIds: string[];
    sections: { name: string; personal: string[]; leftOut: string[] }[];
    notes: string[];
  };
  data: Record<string, Record<string, unknown>[]>;
}

/** What supervisors do with exports: Sam where nobody else is named. */
export function exporting(app: TestApp) {
  const make = (body: object, by: CastName = 'sam', headers = {}) =>
    app.as(by).post<Export & Problem>(PATH, body, headers);
  const read = ({ id }: { id: string }, by: CastName = 'sam') =>
    app.as(by).get<Content & Problem>(`${PATH}/${id}/content`);
  return {
    make,
    read,
    contentOf: async (body: object): Promise<Content> =>
      expectStatus(200, await read(expectStatus(201, await make(body)))),
  };
}
