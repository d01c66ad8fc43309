import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List, Problem } from '../../support/resources.js';
import { five, standard, type StandardShown } from '../standards.js';
import { errors, promise } from '../steps.js';

const app = useTestApp();

interface Previewed {
  id: string;
  standard: { id: string; version: number };
  newStandard: { id: string; version: number };
  promises: { id: string; kind: string; dueAt: string; newDueAt: string }[];
}

function preview({ id }: StandardShown, body?: object, query = '') {
  const path = `/v1/standards/${id}/preview${query}`;
  return app.as('sam').post<List<Previewed> & Problem>(path, body);
}

async function all(of: StandardShown, body?: object): Promise<Previewed[]> {
  const found: Previewed[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: List<Previewed> = expectStatus(
      200,
      await preview(of, body, `?limit=2${cursor && `&cursor=${cursor}`}`),
    );
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

describe('the preview of a standard', () => {
  it('names the open complaints that would change, and how, and changes nothing', async () => {
    const gold = await standard(app, { appliesTo: { tiers: ['gold'] }, promises: five({ resolve: 'P20D' }) });
    const one = await app.make.receive({ tier: 'gold' });
    const plain = await app.make.receive();
    expect(await all(gold)).toEqual([]);
    const shorter = { promises: five({ resolve: 'P10D' }) };
    const before = await promise(app, one, 'resolve');
    const [only, ...more] = await all(gold, shorter);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      id: one.id,
      standard: { version: 1 },
      newStandard: { id: gold.id, version: 2 },
    });
    const [moved] = only?.promises ?? [];
    expect(moved).toMatchObject({ id: before.id, kind: 'resolve', dueAt: before.dueAt });
    expect(Date.parse(moved?.newDueAt ?? '')).toBeLessThan(Date.parse(before.dueAt));
    expect(await promise(app, one, 'resolve')).toEqual(before);
    const wider = await all(gold, { appliesTo: { tiers: [] } });
    expect(wider.map(({ id }) => id)).toEqual([plain.id]);
    const off = await all(gold, { active: false });
    expect(off.map(({ id }) => id)).toEqual([one.id]);
  });

  it('pages, and looks at every open complaint once', async () => {
    const paged = await standard(app, {
      appliesTo: { tiers: ['paged'] },
      promises: five({ resolve: 'P20D' }),
    });
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.push((await app.make.receive({ tier: 'paged' })).id);
    const found = await all(paged, { promises: five({ resolve: 'P9D' }) });
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it('refuses what would be wrong with the standard, and is not for everybody', async () => {
    const one = await standard(app, { appliesTo: { tiers: ['other'] } });
    expect(errors(await preview(one, { closingNotice: 'P30D' }))).toEqual(['/closingNotice max']);
    expect(errors(await preview(one, {}, '?cursor=abc'))).toEqual(['cursor bad_cursor']);
    expect((await preview({ ...one, id: (await app.make.receive()).id })).status).toBe(404);
    expect((await app.anonymous.post(`/v1/standards/${one.id}/preview`, {})).status).toBe(401);
  });
});
