import { expectStatus } from '../support/api.js';
import type { TestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';
import type { Problem } from '../support/resources.js';

export interface Unit {
  id: string;
  kind: string;
  code: string;
  name: string;
  legalEntityId: string | null;
  brandId: string | null;
  retired: boolean;
  version: number;
}

/** What the tests of legal entities, brands and branches say again and again. */
export class House {
  private count = 0;

  constructor(private readonly app: TestApp) {}

  ask(body: object, by: CastName = 'ada') {
    return this.app.as(by).post<Unit & Problem>('/v1/organisation-units', body);
  }

  async add(kind: string, place: Partial<Pick<Unit, 'legalEntityId' | 'brandId'>> = {}): Promise<Unit> {
    this.count += 1;
    const body = { kind, code: `${kind}-${String(this.count)}`, name: `The ${kind}`, ...place };
    return expectStatus(201, await this.ask(body));
  }

  patch({ id }: Pick<Unit, 'id'>, version: number, body: object, by: CastName = 'ada') {
    return this.app.as(by).patch<Unit & Problem>(`/v1/organisation-units/${id}`, version, body);
  }

  async retire(unit: Unit, retired = true): Promise<Unit> {
    return expectStatus(200, await this.patch(unit, unit.version, { retired }));
  }
}
