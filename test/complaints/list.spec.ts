import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Complaint, List, Problem } from '../support/resources.js';
import { ago, apologise, attempt } from './steps.js';

const app = useTestApp();

const all: Complaint[] = [];
const find = async (query: string) =>
  expectStatus(200, await app.as('otto').get<List<Complaint>>(`/v1/complaints?${query}`)).items;
const references = async (query: string) => (await find(`${query}&limit=100`)).map(({ id }) => id).sort();
const those = (test: (one: Complaint) => boolean) =>
  all
    .filter(test)
    .map(({ id }) => id)
    .sort();

/** 36 complaints, received at only four moments, so that most sort keys are equal; some are at work, some over. */
beforeAll(async () => {
  const moments = [4, 3, 2, 1].map((days) => ago(app, days));
  const made = [];
  for (let index = 0; index < 36; index++) {
    made.push(
      await app.make.receive({
        receivedAt: moments[index % 4],
        channel: index % 3 === 0 ? 'phone' : 'web',
        severity: index % 5 === 0 ? 'high' : 'low',
        tags: index % 2 === 0 ? ['even', 'Ágy'] : [],
        ...(index === 7 && { externalId: 'crm-7' }),
      }),
    );
  }
  const [owned, withdrawn, escalated, closed] = made;
  if (!owned || !withdrawn || !escalated || !closed) throw new Error('too few');
  for (const one of [owned, closed]) {
    for (const action of ['acknowledge', 'establish-facts', 'assign-owner'] as const) {
      if (action === 'establish-facts') await app.make.fact(one);
      expectStatus(200, await attempt(app, one, action));
    }
  }
  await apologise(app, closed);
  expectStatus(200, await attempt(app, closed, 'resolve'));
  expectStatus(200, await attempt(app, closed, 'accept'));
  expectStatus(200, await attempt(app, withdrawn, 'withdraw'));
  expectStatus(200, await attempt(app, escalated, 'escalate'));
  for (const one of made) all.push(await app.make.read(one));
});

describe('a filter', () => {
  it('by state, one or several, or all that are open', async () => {
    expect(await references('state=received')).toEqual(those(({ state }) => state === 'received'));
    const over = ['withdrawn', 'closed'];
    expect(await references('state=withdrawn,closed')).toEqual(those(({ state }) => over.includes(state)));
    expect(await references('state=open')).toEqual(those(({ state }) => !over.includes(state)));
    expect(await references('state=open,closed')).toEqual(those(({ state }) => state !== 'withdrawn'));
  });

  it('by owner, or by having none', async () => {
    const anna = await app.idOf('anna');
    expect(await references(`ownerId=${anna}`)).toEqual(those(({ owner }) => owner?.id === anna));
    expect(await references('ownerId=none')).toEqual(those(({ owner }) => owner === null));
  });

  it('by channel, severity, level, tag and external id', async () => {
    expect(await references('channel=phone')).toEqual(those(({ channel }) => channel === 'phone'));
    // Establishing the facts may assess another severity than was given at intake.
    expect(await references('severity=high')).toEqual(those(({ severity }) => severity === 'high'));
    expect(await references('level=1')).toEqual(those(({ level }) => level === 1));
    expect(await references('tag=%C3%81gy')).toEqual(those(({ tags }) => tags.includes('Ágy')));
    expect(await references('tag=%C3%81')).toEqual([]);
    expect(await references('externalId=crm-7')).toEqual(those(({ externalId }) => externalId === 'crm-7'));
  });

  it('by when it was received, from and before, and by what is due', async () => {
    const [, second = '', third = ''] = [...new Set(all.map(({ receivedAt }) => receivedAt))].sort();
    const between = (at: string) => at >= second && at < third;
    expect(await references(`receivedFrom=${second}&receivedTo=${third}`)).toEqual(
      those(({ receivedAt }) => between(receivedAt)),
    );
    const due = all.flatMap(({ nextDueAt }) => nextDueAt ?? []).sort()[20] ?? '';
    expect(await references(`dueBefore=${due}`)).toEqual(
      those(({ nextDueAt }) => nextDueAt !== null && nextDueAt < due),
    );
  });

  it('by a customer or category that there is not finds nothing', async () => {
    const nowhere = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
    expect(await find(`customerId=${nowhere}`)).toEqual([]);
    expect(await find(`categoryId=${nowhere}`)).toEqual([]);
  });

  it('holds together with others', async () => {
    expect(await references('state=open&ownerId=none&channel=phone&tag=even')).toEqual(
      those(
        (one) =>
          one.state !== 'withdrawn' && !one.owner && one.channel === 'phone' && one.tags.includes('even'),
      ),
    );
  });

  it('that is none is 400, each named', async () => {
    const wrong = 'state=openn&ownerId=me&severity=x&level=4&limit=0&sort=name&receivedFrom=today&color=red';
    const answer = await app.as('otto').get<Problem>(`/v1/complaints?${wrong}&channel=web&channel=web`);
    expect(answer.body.errors?.map(({ parameter, code }) => `${parameter ?? ''} ${code}`).sort()).toEqual([
      'channel repeated',
      'color unknown_parameter',
      'level max',
      'limit min',
      'ownerId is_uuid',
      'receivedFrom is_time',
      'severity is_enum',
      'sort is_enum',
      'state is_enum',
    ]);
  });
});

describe('a sort', () => {
  const key: Record<string, (one: Complaint) => string> = {
    receivedAt: ({ receivedAt }) => receivedAt,
    '-receivedAt': ({ receivedAt }) => receivedAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    '-updatedAt': ({ updatedAt }) => updatedAt,
    due: ({ nextDueAt }) => nextDueAt ?? '9999',
  };

  it.each(Object.keys(key))(
    '%s is the same page by page, by cursor and by link, none missing, none twice',
    async (sort) => {
      const of = key[sort] ?? (() => '');
      const seen: Complaint[] = [];
      let path: string | null = `/v1/complaints?sort=${sort}&limit=7`;
      while (path) {
        const answer: Answer<List<Complaint>> = await app.as('otto').get<List<Complaint>>(path);
        const page: List<Complaint> = expectStatus(200, answer);
        seen.push(...page.items);
        const link: string | null = answer.headers.get('link');
        const next: string | undefined = link?.match(/^<([^>]+)>; rel="next"$/)?.[1];
        expect(next === undefined).toBe(page.nextCursor === null);
        path = next ?? null;
      }
      expect(seen.map(({ id }) => id).sort()).toEqual(those(() => true));
      const keys = seen.map(of);
      expect(keys).toEqual(sort.startsWith('-') ? keys.toSorted().reverse() : keys.toSorted());
    },
  );

  it('is by the latest received where nothing is said', async () => {
    expect(await find('limit=100')).toEqual(await find('limit=100&sort=-receivedAt'));
  });
});

describe('a cursor', () => {
  const cursor = async (query: string) =>
    expectStatus(200, await app.as('otto').get<List<Complaint>>(`/v1/complaints?${query}`)).nextCursor ?? '';

  it('is bound to its filter, its order, its caller and its list', async () => {
    const query = 'sort=due&limit=2&state=open';
    const next = await cursor(query);
    expect(
      (await app.as('otto').get(`/v1/complaints?sort=due&limit=5&state=open&cursor=${next}`)).status,
    ).toBe(200);
    const foreign = [
      app.as('otto').get<Problem>(`/v1/complaints?sort=due&state=open,closed&cursor=${next}`),
      app.as('otto').get<Problem>(`/v1/complaints?state=open&cursor=${next}`),
      app.as('anna').get<Problem>(`/v1/complaints?${query}&cursor=${next}`),
      app.as('otto').get<Problem>(`/v1/complaints/${all[0]?.id ?? ''}/facts?cursor=${next}`),
      app.as('otto').get<Problem>(`/v1/audit/entries?cursor=${next}`),
    ];
    for (const { status, body } of await Promise.all(foreign)) {
      expect([status, body.errors?.[0]]).toMatchObject([400, { parameter: 'cursor' }]);
    }
  });

  it('altered anywhere is none', async () => {
    const next = await cursor('limit=2');
    for (let place = 0; place < next.length; place += 5) {
      const altered = `${next.slice(0, place)}${next[place] === 'A' ? 'B' : 'A'}${next.slice(place + 1)}`;
      const answer = await app.as('otto').get<Problem>(`/v1/complaints?limit=2&cursor=${altered}`);
      expect(answer.body.errors).toMatchObject([{ parameter: 'cursor', code: 'bad_cursor' }]);
    }
    for (const bad of ['x', '%20', 'null', `${next}=`, `${next}A`]) {
      expect((await app.as('otto').get(`/v1/complaints?limit=2&cursor=${bad}`)).status).toBe(400);
    }
  });
});
