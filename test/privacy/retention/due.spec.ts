import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { List } from '../../support/resources.js';
import { DUE, type Due, retaining, THREE_YEARS } from './retaining.js';

const app = useTestApp();
const { due, hindrancesOf, classed, held, ended, mergedPair } = retaining(app);

describe('what is due', () => {
  it('is what has ended and was kept for its time, each with what hinders its erasure', async () => {
    const before = new Set((await due()).items.map(({ id }) => id));
    const complainedAboutUserIds = [await app.idOf('sue')];
    const [plain, onHold, longer, conflicted, open] = [
      await ended(),
      await ended(),
      await ended(),
      await ended({ complainedAboutUserIds }),
      await app.make.complaint('received'),
    ];
    const [source, target] = await mergedPair();
    await classed(target, 'extended');
    await classed(longer, 'extended');
    const { id: holdId } = await held({ complaintId: onHold.id });
    const ahead = (await due(`&asOf=${app.inDays(1100)}`)).items.map(({ id }) => id);
    expect(ahead).toEqual(expect.arrayContaining([plain.id, onHold.id]));
    expect(new Set((await due()).items.map(({ id }) => id))).toEqual(before);
    await app.passTime(THREE_YEARS);

    const { items } = await due();
    const of = ({ id }: Made) => items.find((one) => one.id === id);
    expect(of(plain)).toMatchObject({ state: 'withdrawn', retentionClass: 'standard', hindrances: [] });
    expect(of(onHold)?.hindrances).toMatchObject([{ code: 'legal_hold', ids: [holdId] }]);
    expect(of(source)?.hindrances).toMatchObject([{ code: 'not_due', ids: [target.id] }]);
    expect([of(longer), of(target), of(open)]).toEqual([undefined, undefined, undefined]);
    expect(await hindrancesOf(conflicted)).toEqual([]);
    expect(await hindrancesOf(conflicted, 'sue')).toEqual(['conflicted']);
  });

  it('is read page by page, by supervisors and auditors', async () => {
    const { items } = await due('', 'otto');
    const first = expectStatus(200, await app.as('otto').get<List<Due>>(`${DUE}?limit=1`));
    const cursor = `&cursor=${encodeURIComponent(first.nextCursor ?? '')}`;
    const second = expectStatus(200, await app.as('otto').get<List<Due>>(`${DUE}?limit=1${cursor}`));
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
      items.slice(0, 2).map(({ id }) => id),
    );
    expectStatus(403, await app.as('anna').get(DUE));
  });
});
