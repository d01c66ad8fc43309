import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Exchange, Given } from '../../src/documentation/guides/exchange.js';
import type { Guide } from '../../src/documentation/guides/guide.js';
import { FOLLOWING_GUIDE } from '../../src/documentation/guides/evidence/how-to-follow.page.js';
import { INTEGRATION_GUIDE } from '../../src/documentation/guides/how-to/how-to-integrate.page.js';
import { LOCKING_GUIDE } from '../../src/documentation/guides/how-to/how-to-lock.page.js';
import { PAGING_GUIDE } from '../../src/documentation/guides/how-to/how-to-page.page.js';
import { ON_THE_SPOT_GUIDE } from '../../src/documentation/guides/handling/how-to-on-the-spot.page.js';
import { PROMISES_GUIDE } from '../../src/documentation/guides/handling/how-to-promises.page.js';
import { CUSTOMERS_GUIDE } from '../../src/documentation/guides/handling/how-to-customers.page.js';
import { MAIL_GUIDE } from '../../src/documentation/guides/handling/how-to-mail.page.js';
import { REMEDIES_GUIDE } from '../../src/documentation/guides/handling/how-to-remedies.page.js';
import { RETRY_GUIDE } from '../../src/documentation/guides/how-to/how-to-retry.page.js';
import {
  VERIFICATION,
  WEBHOOKS_GUIDE,
} from '../../src/documentation/guides/evidence/how-to-webhooks.page.js';
import { HASHES_SQL } from '../../src/documentation/guides/evidence/how-to-verify.page.js';
import { Webhook } from 'standardwebhooks';
import { expectStatus } from '../support/api.js';
import { type TestApp, useTestApp } from '../support/app.js';
import { CAST, type CastName, PASSWORD } from '../support/cast.js';
import { InboundMails } from '../complaints/mail/mails.js';
import { compare, run, type Seen, type Variables } from './exchanges.js';

const app = useTestApp();
const empty = useTestApp();

describe('a guide', () => {
  it('for the first hour shows requests that work as they stand, on a server without complaints', async () => {
    expect(await followed(INTEGRATION_GUIDE, empty)).toEqual([]);
  });

  it.each(
    [
      PROMISES_GUIDE,
      REMEDIES_GUIDE,
      ON_THE_SPOT_GUIDE,
      CUSTOMERS_GUIDE,
      MAIL_GUIDE,
      RETRY_GUIDE,
      PAGING_GUIDE,
      LOCKING_GUIDE,
      FOLLOWING_GUIDE,
      WEBHOOKS_GUIDE,
    ].map(named),
  )('%s shows requests that work as they stand, and answers that come', async (_, guide) => {
    for (let count = 0; count < 3; count++) await app.make.complaint();
    expect(await followed(guide, app)).toEqual([]);
  });
});

it('a call by webhook is verified by what the guide shows', async () => {
  const address = `data:text/javascript;base64,${Buffer.from(VERIFICATION).toString('base64')}`;
  const { isGenuine } = (await import(address)) as { isGenuine: (...given: unknown[]) => boolean };
  const secret = `whsec_${Buffer.alloc(32, 'x').toString('base64')}`;
  const now = app.now();
  const seconds = now.getTime() / 1000;
  const headers = {
    'webhook-id': 'one',
    'webhook-timestamp': String(Math.floor(seconds)),
    'webhook-signature': `v1,bm90IGl0 ${new Webhook(secret).sign('one', now, 'body')}`,
  };
  expect(isGenuine(headers, 'body', secret, seconds)).toBe(true);
  expect(isGenuine(headers, 'another body', secret, seconds)).toBe(false);
  expect(isGenuine(headers, 'body', `whsec_${Buffer.alloc(32, 'y').toString('base64')}`, seconds)).toBe(
    false,
  );
  expect(isGenuine(headers, 'body', secret, seconds + 301)).toBe(false);
});

describe('the check of a log without our program', () => {
  it('counts every sealed entry as unchanged', async () => {
    await app.make.complaint('acknowledged');
    await app.settle();
    const [row] = await app.database.read<{ sealed: number; unchanged: number }>(HASHES_SQL);
    expect(row?.sealed).toBeGreaterThan(3);
    expect(row?.unchanged).toBe(row?.sealed);
  });
});

describe('the comparison with what a page shows', () => {
  const exchange: Exchange = {
    method: 'GET',
    path: '/',
    answer: {
      status: 200,
      headers: { ETag: '"1"' },
      body: { id: '$ID', items: [{ a: 1 }], more: ['x', '…'] },
    },
  };
  const seen = (): Seen => ({
    status: 200,
    headers: new Headers({ ETag: '"1"' }),
    body: { id: 'i', items: [{ a: 1, b: 2 }], more: ['x', 'y'], other: null },
  });
  const body = (changes: object): Seen => ({ ...seen(), body: { ...(seen().body as object), ...changes } });

  it('finds nothing where the answer is as shown, and learns the variables', () => {
    const variables: Variables = {};
    expect(compare(exchange, seen(), variables)).toEqual([]);
    expect(variables).toEqual({ ID: 'i' });
  });

  it.each<[string, Seen]>([
    ['status', { ...seen(), status: 201 }],
    ['ETag', { ...seen(), headers: new Headers({ ETag: '"2"' }) }],
    ['ETag', { ...seen(), headers: new Headers() }],
    ['body.id', body({ id: 'other' })],
    ['body.items.length', body({ items: [{ a: 1 }, { a: 2 }] })],
    ['body.items[0].a', body({ items: [{ a: '1' }] })],
    ['body.items[0].a', body({ items: [{}] })],
    ['body.more[0]', body({ more: ['y', 'x'] })],
    ['body.more.length', body({ more: [] })],
    ['body', { ...seen(), body: undefined }],
  ])('finds a difference in %s', (where, altered) => {
    const found = compare(exchange, altered, { ID: 'i' });
    expect(found.map((line) => line.split(': ')[0])).toEqual([where]);
  });
});

function named(guide: Guide): [string, Guide] {
  return [guide.path, guide];
}

/** Does what a guide says, from its beginning. @returns what went otherwise, a line each */
async function followed(guide: Guide, on: TestApp): Promise<string[]> {
  const variables = await given(guide, on);
  const exchanges = guide.steps.flatMap((step) => step.exchanges ?? []);
  expect(exchanges.length).toBeGreaterThan(3);
  for (const exchange of exchanges) {
    await on.settle();
    const differences = compare(exchange, await run(exchange, variables), variables);
    if (differences.length > 0) return [`${exchange.method} ${exchange.path}`, ...differences];
  }
  return [];
}

/** What a reader has before beginning. */
async function given(guide: Guide, on: TestApp): Promise<Variables> {
  const values: Record<Given, string> = {
    URL: on.baseUrl,
    EMAIL: CAST.anna.email,
    PASSWORD,
    STAFF: await tokenOf('anna', on),
    SUPERVISOR: await tokenOf('sam', on),
    ADMIN: await tokenOf('ada', on),
    AUDITOR: await tokenOf('otto', on),
    MAIL_KEY: new InboundMails(on).key,
    KEY: randomUUID(),
    A_MINUTE_AGO: on.inDays(-1 / 1440),
    A_WEEK_AGO: on.inDays(-7),
    IN_3_DAYS: on.inDays(3),
  };
  const names: Given[] = ['URL', ...guide.given];
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

async function tokenOf(name: CastName, on: TestApp): Promise<string> {
  const credentials = { email: CAST[name].email, password: PASSWORD };
  const answer = await on.anonymous.post<{ accessToken: string }>('/v1/sessions', credentials);
  return expectStatus(201, answer).accessToken;
}
