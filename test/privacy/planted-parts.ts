import { expectStatus } from '../support/api.js';
import { FORM_HEADERS, formBody } from '../support/form.js';
import { Planter, type Thing } from './planter.js';

/** What hangs on a complaint where it has points, somebody who speaks for the person, and a body outside the house. */
export abstract class PlantedParts extends Planter {
  protected async hasPoints(): Promise<void> {
    const point = await this.part('issues', {
      what: this.say('point'),
      product: this.say('product of a point'),
    });
    await this.of('issues', point, 'decide', {
      outcome: 'upheld',
      explanation: this.say('explanation of a point'),
      rootCause: { text: this.say('root cause of a point') },
    });
  }

  protected async isSpokenFor(): Promise<void> {
    const daughter = await this.part('representatives', {
      name: this.say('representative'),
      email: `${this.say('email of a representative', 'plain')}@example.org`,
      phone: this.say('phone of a representative', 'digits'),
      address: this.say('address of a representative'),
      organisation: this.say('organisation of a representative'),
      relation: 'family',
    });
    const authority = {
      kind: 'written_authority',
      grantedAt: this.app.inDays(-1),
      evidence: this.say('evidence of authority'),
      scope: 'full',
    };
    await this.of('representatives', daughter, 'confirm', { authority });
  }

  /** The ombudsman has it, and says what it thinks. */
  protected async turnsElsewhere(): Promise<void> {
    const now = this.app.now().toISOString();
    const referral = await this.part('referrals', {
      body: this.say('outside body'),
      kind: 'ombudsman',
      referredBy: 'customer',
      referredAt: now,
      reference: this.say('reference of an outside body'),
      note: this.say('note of a referral'),
    });
    await this.outcome(referral);
  }

  /** A file of the person's, and one of the house's. */
  protected async hasFiles(): Promise<void> {
    const name = () => `${this.say('name of a file')}.txt`;
    const type = `text/${this.say('type of a file', 'plain').toLowerCase()}`;
    const form = (description: string) =>
      formBody([{ content: 'A letter.', name: name(), type }], { description });
    await this.byCustomer(
      this.complaint,
      'attachments',
      form(this.say('description of a file')),
      201,
      FORM_HEADERS,
    );
    const path = `/v1/complaints/${this.complaint.id}/attachments`;
    const words = form(this.say('description of a file of the house'));
    expectStatus(201, await this.app.as('anna').post(path, words, FORM_HEADERS));
  }

  private outcome(referral: Thing): Promise<unknown> {
    const said = { outcome: 'for_customer', decidedAt: this.app.now().toISOString() };
    return this.of('referrals', referral, 'record-outcome', { ...said, summary: this.say('what it said') });
  }
}
