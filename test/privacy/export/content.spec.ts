import { beforeAll, describe, expect, it } from '@jest/globals';
import { PERSONAL_DATA } from '../../../src/privacy/personal-data.js';
import { Remedies } from '../../complaints/remedies/remedies.js';
import { useTestApp } from '../../support/app.js';
import { CAST } from '../../support/cast.js';
import { type Content, exporting } from './exporting.js';
import { plant, type Planted } from './planting.js';

const app = useTestApp();
const { contentOf } = exporting(app);

describe('an export of everything that is known about a customer', () => {
  let marta: Planted;
  let peter: Planted;
  let content: Content;
  let text: string;
  beforeAll(async () => {
    await new Remedies(app).authority({ of: 'anna' }, 'CHF');
    marta = await plant(app, 'Marta');
    peter = await plant(app, 'Peter');
    content = await contentOf({ customerId: marta.customerId });
    text = JSON.stringify(content);
  }, 60_000);

  it('has all that was said, and nothing of somebody else', () => {
    expect(marta.words.length).toBeGreaterThan(40);
    expect(marta.words.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain('+36 1 555 3003');
    expect(text).not.toContain('Peter');
    expect(text).not.toContain(peter.customerId);
    expect(text).not.toContain(peter.complaintId);
  });

  it('has each of them in the rows, and again in the log', () => {
    const { timeline: entries = [], ...rows } = content.data;
    expect(marta.words.filter((word) => !JSON.stringify(rows).includes(word))).toEqual([
      'Marta root cause',
      'Marta dispute',
    ]);
    const unsaid = marta.words.filter((word) => !JSON.stringify(entries).includes(word));
    expect(unsaid).toEqual([]);
    const types = new Set(entries.map(({ type }) => type));
    for (const type of ['customer.created', 'customer.merged', 'contact.created', 'complaint.received']) {
      expect(types).toContain(type);
    }
    for (const type of ['message.noted', 'promise.broken', 'legal_hold.set', 'complaint.disputed']) {
      expect(types).toContain(type);
    }
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names nobody of the house, but where a letter told the customer', () => {
    const unsaid = JSON.stringify(content, (key, value: unknown) => (key === 'body' ? '' : value));
    for (const { name, email } of Object.values(CAST)) {
      expect(unsaid).not.toContain(name);
      expect(unsaid).not.toContain(email);
    }
    expect(text).not.toMatch(/salt|password|amt_|bytes/);
  });

  it('explains itself, and has every table that the map gives to a person', () => {
    const { sections, notes, customerIds, contactIds, complaintIds } = content.manifest;
    expect(Object.keys(content.data)).toEqual(sections.map(({ name }) => name));
    const left = ['entry_values', 'complaint_words', 'idempotency_keys', 'subscription_parked'];
    const mapped = Object.entries(PERSONAL_DATA).flatMap(([table, { of }]) => (of ? [table] : []));
    expect(sections.map(({ name }) => name).sort()).toEqual(
      [...mapped.filter((table) => !left.includes(table)), 'timeline'].sort(),
    );
    expect(sections.find(({ name }) => name === 'facts')).toMatchObject({
      ...{ personal: ['statement', 'standing_reason'], leftOut: ['recorded_by_name'] },
    });
    expect(notes.join()).toContain('article 15');
    expect([customerIds.length, contactIds.length, complaintIds.length]).toEqual([2, 1, 2]);
    expect(content.data['customers']?.map(({ id }) => id)).toEqual(expect.arrayContaining(customerIds));
    expect(content.data['customers']?.[0]).not.toHaveProperty('foldedName');
  });

  it('of one complaint leaves the customer and the other complaint out', async () => {
    const { data, manifest } = await contentOf({ complaintId: marta.complaintId });
    expect(manifest).toMatchObject({ customerIds: [], complaintIds: [marta.complaintId] });
    expect(JSON.stringify(data)).toContain('Marta description');
    expect(JSON.stringify(data)).not.toContain('Marta other description');
    expect(data['customers']).toEqual([]);
  });
});
