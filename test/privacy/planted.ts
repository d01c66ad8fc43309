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

interface Thing {
  id: string;
  version: number;
}

interface Received extends Thing {
  trackingToken: string;
}

/** A person who left words of their own in every place that takes words, put there by calls that people make. */
export class PlantedPerson {
  readonly planted: Planted[] = [];
  customer: Thing;
  /** Another record of the same person, merged into it. */
  merged: Thing;
  contact: Thing;
  /** A complaint that went all the way; one that was merged into it; one that was withdrawn. */
  complaint: Received;
  twin: Received;
  withdrawn: Received;
  /** What came after all of this. */
  readonly later: Pick<Received, 'id' | 'trackingToken'>[] = [];
  /** A complaint of somebody else, linked to the first. */
  other: Thing;

  constructor(private readonly app: TestApp) {}

  /** What is to be found nowhere afterwards. */
  get words(): string[] {
    return this.planted.map(({ word }) => word);
  }

  async live(): Promise<void> {
    await this.becomesCustomer();
    await this.complains();
    await this.isServed();
    await this.waitsInVain();
    await this.disputes();
    await this.app.settle();
  }

  private async becomesCustomer(): Promise<void> {
    const until = this.app.inDays(900);
    this.customer = await this.post('anna', '/v1/customers', {
      name: this.say('customer name'),
      emails: [{ address: `${this.say('customer email', 'plain')}@example.org`, verified: true }],
      phones: [{ number: this.say('customer phone', 'digits'), verified: false }],
      address: this.say('customer address'),
      salutation: this.say('salutation'),
      doNotContact: { channels: ['phone'], reason: this.say('do not contact') },
      vulnerability: { note: this.say('vulnerability'), basis: 'consent', until },
    });
    this.merged = await this.post('anna', '/v1/customers', {
      name: this.say('name of another record'),
      emails: [{ address: `${this.say('email of another record', 'plain')}@example.org`, verified: false }],
    });
    const into = { intoId: this.customer.id, reason: this.say('why customers were merged') };
    await this.post('sam', `/v1/customers/${this.merged.id}/actions/merge`, into, 200);
    const account = await this.post('anna', '/v1/accounts', { name: 'Hotel Duna' });
    this.contact = await this.post('anna', `/v1/accounts/${account.id}/contacts`, {
      name: this.say('contact name'),
      role: this.say('contact role'),
      email: `${this.say('contact email', 'plain')}@example.org`,
      phone: this.say('contact phone', 'digits'),
      notes: this.say('contact notes'),
      customerId: this.customer.id,
    });
  }

  private async complains(): Promise<void> {
    const said = () => ({
      channel: 'web',
      description: this.say('description'),
      complainant: {
        name: this.say('complainant name'),
        email: `${this.say('complainant email', 'plain')}@example.org`,
        phone: this.say('complainant phone', 'digits'),
        address: this.say('complainant address'),
      },
      answerVia: 'tracking',
      answerViaReason: this.say('why this way'),
      customerId: this.customer.id,
    });
    this.complaint = await this.post('anna', '/v1/complaints', {
      ...said(),
      subject: this.say('first subject'),
      desiredOutcome: this.say('desired outcome'),
      product: this.say('product'),
      orderReference: this.say('order'),
      externalId: this.say('external id'),
      tags: [this.say('tag')],
    });
    this.twin = await this.post('anna', '/v1/complaints', said());
    this.withdrawn = await this.post('anna', '/v1/complaints', said());
    await this.byCustomer(this.withdrawn, 'actions/withdraw', { reason: this.say('why withdrawn') });
    const merge = { intoId: this.complaint.id, reason: this.say('why merged') };
    await this.act('merge', merge, this.twin);
    const subject = { subject: this.say('second subject') };
    const path = `/v1/complaints/${this.complaint.id}`;
    const { version } = expectStatus(200, await this.app.as('anna').get<Thing>(path));
    expectStatus(200, await this.app.as('anna').patch(path, version, subject));
    this.other = (await this.app.make.complaint()).complaint;
  }

  private async isServed(): Promise<void> {
    await this.act('acknowledge', { message: this.say('acknowledgement') });
    const statement = this.say('fact');
    const fact = await this.part('facts', { statement, source: 'customer' });
    const settled = { standing: 'confirmed', reason: this.say('why it is a fact') };
    const path = `/v1/complaints/${this.complaint.id}/facts/${fact.id}`;
    expectStatus(200, await this.app.as('anna').patch(path, fact.version, settled));
    await this.act('establish-facts', {
      summary: this.say('summary'),
      assessment: {
        severity: 'high',
        safety: false,
        complexity: 'low',
        impact: this.say('impact'),
        immediateAction: this.say('immediate action'),
      },
    });
    const what = this.say('agreed action');
    await this.act('assign-owner', {
      ownerId: await this.app.idOf('anna'),
      agreedActions: [{ what, dueAt: this.app.inDays(60) }],
    });
    const key = { 'Idempotency-Key': `${this.say('idempotency key', 'plain')}-of-mine` };
    await this.byCustomer(
      this.complaint,
      'messages',
      { body: this.say('message of the customer') },
      201,
      key,
    );
    await this.part('messages', { audience: 'customer', body: this.say('message to the customer') });
    await this.part('messages', { audience: 'internal', body: this.say('internal note') });
    const callback = { kind: 'callback', what: this.say('callback'), dueAt: this.app.inDays(2) };
    await this.keep(await this.part('promises', callback));
    for (const { id } of await this.promises('action')) await this.keep({ id });
    const remedy = await this.part('remedies', { type: 'replacement', reason: this.say('why a remedy') });
    const executed = {
      externalReference: this.say('reference of payment'),
      note: this.say('note of a remedy'),
    };
    await this.of('remedies', remedy, 'execute', executed);
    for (const { id } of await this.promises('action')) await this.keep({ id });
    const note = { complaintId: this.other.id, type: 'related', note: this.say('note of a link') };
    await this.part('links', note);
  }

  /** An update that was promised does not come, and is apologised for. */
  private async waitsInVain(): Promise<void> {
    await this.app.passTime({ days: 40 });
    const path = `/v1/complaints/${this.complaint.id}/breaches?limit=100`;
    const { items } = expectStatus(200, await this.app.as('anna').get<{ items: Thing[] }>(path));
    const [first, second] = items;
    if (!first || !second) throw new Error('too few promises were broken');
    await this.of('breaches', second, 'waive', { reason: this.say('why waived') }, 'sam');
    const cause = { text: this.say('cause of a breach') };
    await this.of('breaches', first, 'answer', { apology: this.say('apology'), cause });
  }

  private async disputes(): Promise<void> {
    const decision = () => ({
      outcome: 'upheld',
      explanation: this.say('explanation'),
      rootCause: { text: this.say('root cause') },
    });
    await this.act('resolve', decision());
    await this.byCustomer(this.complaint, 'actions/dispute', { reason: this.say('why disputed') });
    await this.act('escalate', { reason: this.say('why escalated') });
    await this.act('resolve', decision());
    await this.byCustomer(this.complaint, 'actions/accept', {});
  }

  /** A word for this place, which nobody else ever said. */
  private say(place: string, form: 'word' | 'plain' | 'digits' = 'word'): string {
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

  private post<T = Received>(by: CastName, path: string, body: object, status = 201): Promise<T> {
    return this.app
      .as(by)
      .post<T>(path, body)
      .then((answer) => expectStatus(status, answer));
  }

  private act(action: string, body: object, on: Thing = this.complaint): Promise<unknown> {
    return this.post('anna', `/v1/complaints/${on.id}/actions/${action}`, body, 200);
  }

  private part(parts: string, body: object): Promise<Thing> {
    return this.post('anna', `/v1/complaints/${this.complaint.id}/${parts}`, body);
  }

  private of(parts: string, { id }: { id: string }, action: string, body: object, by: CastName = 'anna') {
    return this.post(by, `/v1/complaints/${this.complaint.id}/${parts}/${id}/actions/${action}`, body, 200);
  }

  private keep(promise: { id: string }): Promise<unknown> {
    return this.of('promises', promise, 'keep', { note: this.say('how a promise was kept') });
  }

  private async promises(kind: string): Promise<Thing[]> {
    const path = `/v1/complaints/${this.complaint.id}/promises?limit=100`;
    type Listed = Thing & { kind: string; state: string };
    const { items } = expectStatus(200, await this.app.as('anna').get<{ items: Listed[] }>(path));
    return items.filter((one) => one.kind === kind && one.state === 'open');
  }

  private async byCustomer(
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
