import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { everythingStored, foundIn } from './everything-stored.js';
import { PlantedPerson } from './planted.js';

const app = useTestApp();
const person = new PlantedPerson(app);

beforeAll(() => person.live());

describe('a person', () => {
  it('left words in every place', async () => {
    expect(foundIn(await everythingStored(app.database), person.words)).toEqual(person.words);
    expect(person.words.length).toBeGreaterThan(50);
  });

  it('is gone', async () => {
    const { id } = expectStatus(
      201,
      await app.as('sam').post<{ id: string }>('/v1/erasures', {
        customerId: person.customer.id,
        basis: 'request',
        reason: `Asked for by ${person.words[0] ?? ''}.`,
      }),
    );
    const done = expectStatus(200, await app.as('ada').post(`/v1/erasures/${id}/actions/approve`));
    console.log(JSON.stringify(done, null, 1));
    await app.settle();
    const found = foundIn(await everythingStored(app.database), person.words);
    expect(person.planted.filter(({ word }) => found.includes(word)).map(({ place }) => place)).toEqual([]);
    console.log(JSON.stringify((await app.as('sam').get(`/v1/erasures/${id}/certificate`)).body, null, 1));
  });
});
