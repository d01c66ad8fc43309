import { expectStatus } from '../support/api.js';
import { PlantedParts } from './planted-parts.js';
import type { Received, Thing } from './planter.js';

/** A person who left words of their own in every place that takes words, put there by calls that people make. */
export class PlantedPerson extends PlantedParts {
  customer: Thing;
  /** Another record of the same person, merged into it. */
  merged: Thing;
  contact: Thing;
  /** One that was merged into the complaint; one that was withdrawn. */
  twin: Received;
  withdrawn: Received;
  /** What came after all of this. */
  readonly later: Pick<Received, 'id' | 'trackingToken'>[] = [];
  /** A complaint of somebody else, linked to the first. */
  other: Thing;

  /** All that they handed in. */
  get complaints(): Pick<Received, 'id' | 'trackingToken'>[] {
    return [this.complaint, this.twin, this.withdrawn, ...this.later];
  }

  async live(): Promise<void> {
    await this.becomesCustomer();
    await this.complains();
    await this.isServed();
    await this.hasPoints();
    await this.isSpokenFor();
    await this.turnsElsewhere();
    await this.hasFiles();
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
}
