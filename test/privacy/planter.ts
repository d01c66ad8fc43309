import { fold } from '../../src/kernel/fold.js';
import { expectStatus } from '../support/api.js';
import type { TestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';

/** Something that a person typed, by the place where it was typed. */
interface Planted {
  place: string;
  /** One word that stands nowhere else. */
  word: string;
}

export interface Thing {
  id: string;
  version: number;
}

export interface Received extends Thing {
  trackingToken: string;
}

/** Makes words that nobody else says, and the calls that leave them somewhere. */
export abstract class Planter {
  readonly planted: Planted[] = [];
  /** The complaint that most of it is about. */
  complaint: Received;

  constructor(protected readonly app: TestApp) {}

  /** What is to be found nowhere afterwards. */
  get words(): string[] {
    return this.planted.map(({ word }) => word);
  }

  /** A word for this place, which nobody else ever said. */
  protected say(place: string, form: 'word' | 'plain' | 'digits' = 'word'): string {
    const letters = [...String(1000 + this.planted.length)]
      .map((digit) => 'bcdfghjklm'[Number(digit)])
      .join('ú');
    const words = {
      word: `Qű${letters}őth`,
      plain: fold(`Qű${letters}oth`),
      digits: `+36 70 55${8_100_000 + this.planted.length * 7919}`,
    };
    const word = words[form];
    this.planted.push({ place, word });
    return word;
  }

  protected post<T = Received>(by: CastName, path: string, body: object, status = 201): Promise<T> {
    return this.app
      .as(by)
      .post<T>(path, body)
      .then((answer) => expectStatus(status, answer));
  }

  protected act(action: string, body: object, on: Thing = this.complaint): Promise<unknown> {
    return this.post('anna', `/v1/complaints/${on.id}/actions/${action}`, body, 200);
  }

  protected part(parts: string, body: object): Promise<Thing> {
    return this.post('anna', `/v1/complaints/${this.complaint.id}/${parts}`, body);
  }

  protected of(parts: string, { id }: { id: string }, action: string, body: object, by: CastName = 'anna') {
    return this.post(by, `/v1/complaints/${this.complaint.id}/${parts}/${id}/actions/${action}`, body, 200);
  }

  protected keep(promise: { id: string }): Promise<unknown> {
    return this.of('promises', promise, 'keep', { note: this.say('how a promise was kept') });
  }

  protected async promises(kind: string): Promise<Thing[]> {
    const path = `/v1/complaints/${this.complaint.id}/promises?limit=100`;
    type Listed = Thing & { kind: string; state: string };
    const { items } = expectStatus(200, await this.app.as('anna').get<{ items: Listed[] }>(path));
    return items.filter((one) => one.kind === kind && one.state === 'open');
  }

  protected async byCustomer(
    of: Received,
    path: string,
    body: object,
    status = 200,
    headers?: Record<string, string>,
  ): Promise<void> {
    const customer = this.app.withToken(of.trackingToken);
    expectStatus(status, await customer.post(`/v1/tracking/${path}`, body, headers));
  }
}
