import { describe, expect, it } from '@jest/globals';
import type { Schema } from '../../../src/commands/client/amends.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List, Received } from '../../support/resources.js';

const app = useTestApp();

type Found = Schema<'PossibleDuplicateDto'>;
type Body = Partial<Schema<'StaffComplaintBody'>>;

const LENA = { name: 'Lena', email: 'lena@example.org' };
let customer = 0;
/** Somebody who never complained before. */
const somebody = () => ({ name: 'New', email: `new${String((customer += 1))}@example.org` });

const receive = async (said: Body) => {
  const body = { channel: 'phone', description: 'It broke.', complainant: somebody(), ...said };
  return expectStatus(201, await app.as('anna').post<Received>('/v1/complaints', body));
};
const reasons = ({ possibleDuplicates }: Received) =>
  possibleDuplicates.map(({ id, reasons: why }) => [id, ...why]);
const found = async (id: string) =>
  expectStatus(200, await app.as('otto').get<List<Found>>(`/v1/complaints/${id}/duplicates`)).items;

describe('when staff put a complaint on record', () => {
  it('they see what may be the same, and what they have in common', async () => {
    const phone = '+36 30 111-2222';
    const first = await receive({
      ...{ subject: 'Yellow lamp flickers at night', orderReference: 'L-77', externalId: 'crm-9' },
      complainant: { ...LENA, phone },
    });
    expect(first.possibleDuplicates).toEqual([]);
    const cases: [Body, string[]][] = [
      [{ complainant: { name: 'L.', email: 'LENA@example.org' } }, ['same_email']],
      [{ complainant: { name: 'L.', phone: '+36301112222' } }, ['same_phone']],
      [{ orderReference: 'l-77' }, ['same_order']],
      [{ externalId: 'CRM-9' }, ['same_external']],
      [{ subject: 'A yellow LÁMP hums at nights' }, []],
      [{ subject: 'The lamp (yellow) flickers, night' }, ['similar_words']],
    ];
    for (const [said, why] of cases) {
      const found = (await receive(said)).possibleDuplicates.find(({ id }) => id === first.id);
      expect([said, found?.reasons ?? []]).toEqual([said, why]);
      expect(found?.reference ?? first.reference).toBe(first.reference);
    }
    const { possibleDuplicates } = await receive({ orderReference: 'L-77', complainant: { ...LENA, phone } });
    expect(possibleDuplicates[0]).toMatchObject({
      ...{ id: first.id, reasons: ['same_email', 'same_phone', 'same_order'], score: 100 },
      ...{ state: 'received', subject: first.subject, receivedAt: first.receivedAt },
    });
    const scores = possibleDuplicates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('where there is no subject the beginning of the description counts', async () => {
    const description = 'Chandelier crackles whenever somebody whistles.';
    const first = await receive({ description });
    expect(reasons(await receive({ description }))).toEqual([[first.id, 'similar_words']]);
    expect(reasons(await receive({ subject: 'Chandelier', description: 'x' }))).toEqual([]);
  });

  it('the public never sees any', async () => {
    const body = { channel: 'web', description: 'It broke.', complainant: LENA };
    const answer = await app.anonymous.post('/v1/complaints', body);
    expect(expectStatus(201, answer)).not.toHaveProperty('possibleDuplicates');
    expect(JSON.stringify(answer.body)).not.toContain('earlierComplaints');
  });
});

describe('of a complaint that is there', () => {
  it('the same is asked at any time; never itself, none that is merged, none that is long over', async () => {
    const complainant = somebody();
    const old = await app.make.complaint('withdrawn', { complainant, subject: null });
    await app.passTime({ days: 60 });
    const over = await app.make.complaint('withdrawn', { complainant, subject: null });
    await app.passTime({ days: 40 });
    const resolved = await app.make.complaint('resolved', { complainant, subject: null });
    const merged = await app.make.complaint('received', { complainant, subject: null });
    const into = await app.make.complaint('received', { complainant, subject: null });
    await app.make.act(merged, 'merge', { intoId: into.id, reason: 'The same.' });
    const all = (await found(into.id)).filter(({ reasons: why }) => why.includes('same_email'));
    expect(all.map(({ id }) => id).sort()).toEqual([over.id, resolved.id].sort());
    expect(all.map(({ id }) => id)).not.toContain(old.id);
  });

  it('there are ten at most', async () => {
    const complainant = somebody();
    for (let index = 0; index < 12; index += 1) await receive({ complainant });
    expect((await receive({ complainant })).possibleDuplicates).toHaveLength(10);
  });
});

describe('how often somebody complained before', () => {
  it('is counted when a complaint comes, and stays', async () => {
    const { email } = somebody();
    const phone = '+36 30 999-0000';
    const first = await receive({ complainant: { name: 'A', email, phone } });
    const second = await receive({ complainant: { name: 'A', email: email.toUpperCase() } });
    const third = await receive({ complainant: { name: 'A', email, phone: '0036 30 999 0000' } });
    const fourth = await receive({ complainant: { name: 'A', phone: '+36309990000' } });
    expect([first, second, third, fourth].map((one) => one.earlierComplaints)).toEqual([0, 1, 2, 1]);
    const { body } = await app.as('anna').get(`/v1/complaints/${first.id}`);
    expect(body).toMatchObject({ earlierComplaints: 0, version: 1 });
  });

  it('counts what came before, not what was put on record before', async () => {
    const complainant = somebody();
    await receive({ complainant });
    const older = await receive({ complainant, receivedAt: app.inDays(-3) });
    expect(older.earlierComplaints).toBe(0);
    expect((await receive({ complainant })).earlierComplaints).toBe(2);
  });

  it('says nothing of who cannot be told from others', async () => {
    const complainant = { name: 'Nobody', address: 'Here 1' };
    await receive({ complainant });
    expect((await receive({ complainant })).earlierComplaints).toBe(0);
  });
});
