import { apologise } from '../../complaints/steps.js';
import { house } from '../../customers/house.js';
import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';

/** Somebody of whom much was said. */
export interface Planted {
  customerId: string;
  complaintId: string;
  /** Every text that was said, each with a mark of its own. */
  words: string[];
}

type Say = (what: string) => string;

interface Thing {
  id: string;
}

/** Lets staff and customer say everything that they can say of somebody. @param mark stands in each text */
export async function plant(on: TestApp, mark: string): Promise<Planted> {
  const words: string[] = [];
  const say: Say = (what) => {
    words.push(`${mark} ${what}`);
    return `${mark} ${what}`;
  };
  const { customer, merge, account } = house(on);
  const anna = on.as('anna');
  const until = on.inDays(300);
  const made = await customer({
    ...{ name: say('name'), address: say('home'), salutation: say('salutation') },
    emails: [{ address: `${mark}-one@example.org`, verified: true }],
    phones: [{ number: mark === 'Marta' ? '+36 1 555 1001' : '+36 1 555 2002', verified: false }],
    doNotContact: { channels: ['phone'], reason: say('sleeps by day') },
    vulnerability: { note: say('hard of hearing'), basis: 'consent', until },
  });
  words.push(`${mark}-one@example.org`);
  const merged = await customer({ name: say('other name') });
  const { id: accountId } = await account();
  const contact = { name: say('contact'), role: say('role'), notes: say('notes'), customerId: made.id };
  expectStatus(201, await anna.post(`/v1/accounts/${accountId}/contacts`, contact));
  const complaint = await on.make.complaint('received', {
    ...{ customerId: merged.id, subject: say('subject'), description: say('description') },
    ...{ desiredOutcome: say('wish'), product: say('product'), orderReference: say('order') },
    ...{ externalId: say('external'), tags: [say('tag')] },
    complainant: { name: say('complainant'), phone: '+36 1 555 3003', address: say('address') },
  });
  expectStatus(200, await merge(merged, made));
  const other = await on.make.complaint('received', {
    description: say('other description'),
    customerId: made.id,
  });
  await on.settle();
  await work(on, say, complaint, other.id);
  await hold(on, say, made.id);
  return { customerId: made.id, complaintId: complaint.id, words };
}

/** From the first answer to a decision that is disputed. */
async function work(on: TestApp, say: Say, complaint: Made, otherId: string): Promise<void> {
  const [anna, sam] = [on.as('anna'), on.as('sam')];
  const path = `/v1/complaints/${complaint.id}`;
  const acknowledged = await on.make.act(complaint, 'acknowledge', { message: say('sorry') });
  await on.make.fact(acknowledged, { statement: say('fact'), standing: 'confirmed' });
  await on.make.act(acknowledged, 'establish-facts', {
    summary: say('summary'),
    assessment: {
      ...{ severity: 'low', safety: false, complexity: 'low' },
      ...{ impact: say('impact'), immediateAction: say('at once') },
    },
  });
  const agreedActions = [{ what: say('action'), dueAt: on.inDays(60) }];
  const owned = await on.make.act(acknowledged, 'assign-owner', {
    ownerId: await on.idOf('anna'),
    agreedActions,
  });
  await on.make.message(owned, { audience: 'internal', body: say('internal note') });
  await on.make.byCustomer(complaint, 'messages', { body: say('own words') }, 201);
  await on.make.message(owned, { body: say('answer') });
  await on.make.callback(owned, { what: say('call') });
  expectStatus(
    201,
    await anna.post(`${path}/links`, { type: 'related', complaintId: otherId, note: say('link') }),
  );
  const remedy = { type: 'refund', money: { amount: '12.34', currency: 'CHF' }, reason: say('refund') };
  const { id: remedyId } = expectStatus(201, await anna.post<Thing>(`${path}/remedies`, remedy));
  const paid = { externalReference: say('payment'), note: say('paid') };
  expectStatus(200, await anna.post(`${path}/remedies/${remedyId}/actions/execute`, paid));
  await on.passTime({ days: 8 });
  const breaches = await sam.get<{ items: Thing[] }>(`${path}/breaches`);
  const breach = expectStatus(200, breaches).items[0]?.id ?? '';
  const answered = { apology: say('apology'), cause: { text: say('cause of breach') } };
  expectStatus(200, await on.as('sam').post(`${path}/breaches/${breach}/actions/answer`, answered));
  await apologise(on, complaint);
  await on.make.act(owned, 'resolve', {
    ...{ outcome: 'upheld', explanation: say('explanation'), rootCause: { text: say('root cause') } },
  });
  await on.make.byCustomer(complaint, 'actions/dispute', { reason: say('dispute') });
}

async function hold(on: TestApp, say: Say, customerId: string): Promise<void> {
  const held = await on.as('sam').post<Thing>('/v1/legal-holds', { customerId, reason: say('hold') });
  const { id: holdId } = expectStatus(201, held);
  const over = { reason: say('release') };
  expectStatus(200, await on.as('sam').post(`/v1/legal-holds/${holdId}/actions/release`, over));
}
