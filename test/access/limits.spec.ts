import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { PASSWORD } from '../support/cast.js';
import { race } from '../support/race.js';
import { hire, signIn } from './people.js';

describe('failed sign-ins', () => {
  const app = useTestApp();
  const attempt = (email: string, password = 'not the password') =>
    app.anonymous.post('/v1/sessions', { email, password });

  it('are ten for one account from one address, then even the right password must wait', async () => {
    const person = await hire(app);
    expect(await race(14, () => attempt(person.email))).toEqual({
      '401 invalid_credentials': 10,
      '429 rate_limited': 4,
    });
    const answer = await attempt(person.email.toUpperCase(), PASSWORD);
    expectStatus(429, answer);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(answer.headers.get('ratelimit')).toMatch(/^"sign-in";r=0;t=\d+$/);
    expect(answer.headers.get('ratelimit-policy')).toBe('"sign-in";q=10;w=900');
  });

  it('are counted for an address that nobody has, in the same way', async () => {
    const tally = await race(12, () => attempt('nobody@house.example'));
    expect(tally).toEqual({ '401 invalid_credentials': 10, '429 rate_limited': 2 });
  });

  it('of one account do not keep another out', async () => {
    const [one, other] = [await hire(app), await hire(app)];
    await race(11, () => attempt(one.email));
    await signIn(app, other.email);
  });

  it('are not counted up by sign-ins that succeed', async () => {
    const person = await hire(app);
    expect(await race(12, () => attempt(person.email, PASSWORD))).toEqual({ '201': 12 });
  });
});

describe('calls without a token', () => {
  const app = useTestApp({ env: { RATE_LIMIT_PUBLIC: '30' } });

  it('are so many in ten minutes for an address, refused ones included; users and health are not', async () => {
    const { accessToken } = await signIn(app, 'anna@house.example');
    let tally = await race(40, () => app.anonymous.get('/v1/me'));
    expect(tally['429 rate_limited']).toBeGreaterThanOrEqual(10);
    tally = await race(3, () => app.anonymous.get('/v1/workflow'));
    expect(tally).toEqual({ '429 rate_limited': 3 });
    const refused = await app.anonymous.get('/v1/workflow');
    expect(refused.headers.get('ratelimit-policy')).toBe('"public";q=30;w=600');
    expectStatus(200, await app.anonymous.get('/health/live'));
    expectStatus(200, await app.withToken(accessToken).get('/v1/me'));
    expectStatus(401, await app.withToken('rubbish').get('/v1/me'));
  });

  it('leave no address in the database', async () => {
    const rows = await app.database.read<{ key: string }>('SELECT r.key FROM rate_limits r');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(public|docs|sign-in):[A-Za-z0-9_-]{43}$/);
  });
});
