import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Problem } from '../../support/resources.js';
import { ago, errors, promises, unmet } from '../steps.js';

/** What a review found: each of these was wrong once. */

const app = useTestApp();

describe('an answer to a breach', () => {
  async function broken(answerVia: 'tracking' | 'letter' = 'tracking') {
    const made = await app.make.complaint('in_progress', { answerVia });
    await app.make.callback(made);
    await app.passTime({ days: 3 });
    const { body } = await app
      .as('anna')
      .get<{ items: { id: string }[] }>(`/v1/complaints/${made.id}/breaches`);
    const path = `/v1/complaints/${made.id}/breaches/${body.items.at(-1)?.id ?? ''}/actions`;
    const tell = (deed: string, said: object) => app.as('sam').post<Problem>(`${path}/${deed}`, said);
    return { made, tell };
  }

  it('takes no second apology with a cause that is put in later', async () => {
    const { tell } = await broken();
    expectStatus(200, await tell('answer', { apology: 'Sorry.', cause: { notKnownYet: true } }));
    const again = await tell('answer', { apology: 'Sorry again.', cause: { text: 'A flat tyre.' } });
    expect(errors(again)).toEqual(['/apology not_applicable']);
  });

  it('is not written twice while the first one waits to be said', async () => {
    const { tell } = await broken('letter');
    const body = { apology: 'Sorry.', cause: { text: 'A flat tyre.' } };
    expectStatus(200, await tell('answer', body));
    expect(unmet(await tell('answer', body))).toEqual(['state_not_allowed']);
  });

  it('by proof is not from before the promise, nor for one that has another date by now', async () => {
    const { made, tell } = await broken();
    const proof = { keptAt: '1990-01-01T00:00:00.000Z', reason: 'A list.' };
    expect(errors(await tell('withdraw', proof))).toEqual(['/keptAt min']);
    expectStatus(200, await tell('answer', { apology: 'Sorry.', cause: { text: 'A flat tyre.' } }));
    const call = (await promises(app, made)).find(({ kind }) => kind === 'callback');
    const move = { dueAt: app.inDays(2), reason: 'Late.', message: 'On Friday.' };
    const path = `/v1/complaints/${made.id}/promises/${call?.id ?? ''}/actions/move`;
    expectStatus(200, await app.as('sam').post(path, move));
    expect(unmet(await tell('withdraw', { ...proof, keptAt: ago(app, 2) }))).toEqual(['state_not_allowed']);
  });
});

describe('words of apology', () => {
  it('said before a promise was broken do not answer for it', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.callback(made);
    const saidAt = app.now().toISOString();
    await app.passTime({ days: 3 });
    const { body } = await app
      .as('anna')
      .get<{ items: { id: string }[] }>(`/v1/complaints/${made.id}/breaches`);
    const path = `/v1/complaints/${made.id}/breaches/${body.items.at(-1)?.id ?? ''}/actions/answer`;
    const early = { apology: 'Sorry.', cause: { text: 'A flat tyre.' }, said: { how: 'phone', saidAt } };
    expect(errors(await app.as('anna').post<Problem>(path, early))).toEqual(['/said/saidAt min']);
  });
});
