import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { Breached, List, Problem } from '../../support/resources.js';

export const CAUSE = { cause: { text: 'The carrier lost the leg.' } };

/** What the tests of breaches say again and again. */
export class Breaches {
  constructor(private readonly app: TestApp) {}

  async of({ id }: Made): Promise<Breached[]> {
    const path = `/v1/complaints/${id}/breaches?limit=100`;
    return expectStatus(200, await this.app.as('otto').get<List<Breached>>(path)).items;
  }

  /** The one breach of a kind of promise; fails where there is none or more than one. */
  async one(made: Made, kind: string): Promise<Breached> {
    const [only, ...more] = (await this.of(made)).filter((breach) => breach.kind === kind);
    if (!only || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} breaches of ${kind}`);
    return only;
  }

  tell(made: Made, { id }: Breached, deed: string, body: object, by: CastName = 'anna') {
    const path = `/v1/complaints/${made.id}/breaches/${id}/actions/${deed}`;
    return this.app.as(by).post<Problem & Breached>(path, body);
  }

  answer(made: Made, breach: Breached, body: object = {}, by: CastName = 'anna') {
    return this.tell(made, breach, 'answer', { apology: 'We are sorry for that.', ...CAUSE, ...body }, by);
  }

  /** A call back that was promised and not made; nothing else is due meanwhile. */
  async broken(said: Parameters<TestApp['make']['complaint']>[1] = {}): Promise<Made> {
    const made = await this.app.make.complaint('in_progress', said);
    await this.app.make.callback(made);
    await this.app.passTime({ days: 3 });
    return made;
  }
}
