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

  private outcome(referral: Thing): Promise<unknown> {
    const said = { outcome: 'for_customer', decidedAt: this.app.now().toISOString() };
    return this.of('referrals', referral, 'record-outcome', { ...said, summary: this.say('what it said') });
  }
}
