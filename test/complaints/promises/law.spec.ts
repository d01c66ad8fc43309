import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Message, Problem, Promised } from '../../support/resources.js';
import { attempt, DECISION, messages, promises, unmet } from '../steps.js';
import { writtenOut } from '../written-out.js';

const disp = useTestApp({ env: { REGULATOR_PROFILE: 'uk_disp' } });
const payments = useTestApp({ env: { REGULATOR_PROFILE: 'uk_disp_payments' } });

type App = typeof disp;

async function owed(app: App, made: Made, kind = 'resolve', state = 'open'): Promise<Promised> {
  const found = (await promises(app, made)).find(
    (one) => one.kind === kind && one.state === state && one.madeBy.kind === 'law',
  );
  if (!found) throw new Error(`the law does not ask for ${kind}`);
  return found;
}

function move(app: App, made: Made, { id }: Promised, dueAt: string) {
  const body = { dueAt, reason: 'It is hard.', message: 'It takes longer.' };
  return app
    .as('anna')
    .post<Promised & Problem>(`/v1/complaints/${made.id}/promises/${id}/actions/move`, body);
}

describe('a promise of the law', () => {
  it('stands beside that of the house, and says which rule it comes from', async () => {
    const made = await disp.make.receive({ receivedAt: '2026-11-02T10:00:00.000Z' });
    const legal = await owed(disp, made);
    expect(legal).toMatchObject({ legal: true, madeBy: { kind: 'law', name: 'uk_disp' } });
    expect(legal.what).toContain('1.6.2');
    expect(legal.dueAt).toBe('2026-12-28T10:00:00.000Z');
    const house = (await promises(disp, made)).filter(({ kind }) => kind === 'resolve');
    expect(house.map(({ madeBy }) => madeBy.kind).sort()).toEqual(['law', 'standard']);
    expect(made.complaint).toMatchObject({ profile: 'uk_disp' });
  });

  it('stands with its date in the acknowledgement (DISP 1.6.1R)', async () => {
    const made = await disp.make.complaint('acknowledged');
    const letter = (await messages(disp, made)).find(({ kind }) => kind === 'acknowledgement');
    expect(letter?.body).toContain(writtenOut((await owed(disp, made)).dueAt));
    expect(letter?.body).toContain('1.6.2');
  });

  it('never waits for the customer', async () => {
    const made = await disp.make.complaint('awaiting_customer');
    const before = await owed(disp, made);
    expect(before.pausedSince).toBeNull();
    disp.advance({ days: 3 });
    await disp.make.byCustomer(made, 'messages', { body: 'The left one.' }, 201);
    expect((await owed(disp, made)).dueAt).toBe(before.dueAt);
  });

  it('is kept by the same letter as that of the house', async () => {
    const made = await disp.make.complaint('in_progress');
    await disp.make.act(made, 'resolve', DECISION);
    await owed(disp, made, 'resolve', 'kept');
    expect(
      (await promises(disp, made)).filter(({ kind, state }) => kind === 'resolve' && state === 'kept'),
    ).toHaveLength(2);
  });

  it('is not counted anew by a dispute: the routes outside are open then', async () => {
    const made = await disp.make.complaint('resolved');
    expectStatus(200, await attempt(disp, made, 'dispute'));
    await expect(owed(disp, made)).rejects.toThrow('does not ask');
  });

  it('moves where the law sets no further limit, and the letter names the routes outside', async () => {
    const made = await disp.make.complaint('in_progress');
    const moved = expectStatus(200, await move(disp, made, await owed(disp, made), disp.inDays(100)));
    expect(moved.state).toBe('moved');
    expect((await owed(disp, made)).dueAt).toBe(
      (await promises(disp, made)).find(({ id }) => id === moved.movedToId)?.dueAt,
    );
    const letter: Message | undefined = (await messages(disp, made)).at(-1);
    expect(letter?.body).toContain('ombudsman');
  });

  it('moves to the next limit and no further: 15 business days, then 35', async () => {
    const made = await payments.make.receive({ receivedAt: '2026-11-23T10:00:00.000Z' });
    const legal = await owed(payments, made);
    expect(legal.dueAt).toBe('2026-12-14T17:00:00.000Z');
    expect(unmet(await move(payments, made, legal, '2027-01-14T17:00:00.001Z'))).toEqual(['legal_limit']);
    expectStatus(200, await move(payments, made, legal, '2027-01-13T17:00:00.000Z'));
    const again = await owed(payments, made);
    expect(unmet(await move(payments, made, again, '2027-02-14T17:00:00.000Z'))).toEqual(['legal_limit']);
  });

  it('is not released by the customer', async () => {
    const made = await disp.make.complaint('in_progress');
    const { id } = await owed(disp, made);
    const said = { said: { how: 'phone', saidAt: disp.now().toISOString() } };
    const path = `/v1/complaints/${made.id}/promises/${id}/actions/release`;
    expect(unmet(await disp.as('anna').post<Problem>(path, said))).toEqual(['not_releasable']);
  });
});
