import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { race } from '../support/race.js';
import { hire, signIn, type SignedIn } from './people.js';

const app = useTestApp();
const refresh = (refreshToken: string) =>
  app.anonymous.post<SignedIn>('/v1/sessions/refresh', { refreshToken });
const me = (accessToken: string) => app.withToken(accessToken).get('/v1/me');

describe('a session', () => {
  it('is renewed by its refresh token, which gives the next one', async () => {
    const person = await hire(app);
    const first = await signIn(app, person.email);
    const second = expectStatus(201, await refresh(first.refreshToken));
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expectStatus(200, await me(second.accessToken));
    expectStatus(201, await refresh(second.refreshToken));
  });

  it('ends when a refresh token comes back after its use', async () => {
    const person = await hire(app);
    const first = await signIn(app, person.email);
    const second = expectStatus(201, await refresh(first.refreshToken));
    const again = await refresh(first.refreshToken);
    expectStatus(401, again);
    expect(again.body).toMatchObject({ code: 'invalid_credentials' });
    expectStatus(401, await refresh(second.refreshToken));
    expectStatus(401, await me(first.accessToken));
    expectStatus(401, await me(second.accessToken));
  });

  it('leaves the other sessions of the user alone when it ends', async () => {
    const person = await hire(app);
    const [one, other] = [await signIn(app, person.email), await signIn(app, person.email)];
    expectStatus(204, await app.withToken(one.accessToken).delete('/v1/sessions/current'));
    expectStatus(401, await me(one.accessToken));
    expectStatus(200, await me(other.accessToken));
    expectStatus(201, await refresh(other.refreshToken));
  });

  it('is over at once for its own tokens when the user signs out', async () => {
    const person = await hire(app);
    const { accessToken, refreshToken } = await signIn(app, person.email);
    expectStatus(200, await me(accessToken));
    expectStatus(204, await app.withToken(accessToken).delete('/v1/sessions/current'));
    expectStatus(401, await me(accessToken));
    expectStatus(401, await refresh(refreshToken));
    expectStatus(401, await app.withToken(accessToken).delete('/v1/sessions/current'));
  });

  it('gives one new pair, not two, when its refresh token is used twice at the same time', async () => {
    const person = await hire(app);
    const { refreshToken } = await signIn(app, person.email);
    const tally = await race(6, () => refresh(refreshToken));
    expect(tally).toEqual({ '201': 1, '401 invalid_credentials': 5 });
  });

  it('is renewed by nothing else', async () => {
    const person = await hire(app);
    const { accessToken, refreshToken } = await signIn(app, person.email);
    for (const token of [accessToken.slice(0, 100), `${refreshToken}x`, refreshToken.slice(0, -1), 'amr_']) {
      expectStatus(401, await refresh(token));
    }
    expectStatus(400, await refresh(''));
    expectStatus(201, await refresh(refreshToken));
  });
});

describe('time', () => {
  it('ends the access token after 15 minutes and lets the refresh token live', async () => {
    const person = await hire(app);
    const { accessToken, refreshToken } = await signIn(app, person.email);
    expectStatus(200, await me(accessToken));
    app.advance({ minutes: 15 });
    expectStatus(401, await me(accessToken));
    expectStatus(201, await refresh(refreshToken));
  });

  it('ends a refresh token after 14 days', async () => {
    const person = await hire(app);
    const { refreshToken } = await signIn(app, person.email);
    app.advance({ days: 14 });
    expectStatus(401, await refresh(refreshToken));
  });
});

describe('a disabled user', () => {
  it('is refused at once here, with every session and at the door', async () => {
    const person = await hire(app);
    const { accessToken, refreshToken } = await signIn(app, person.email);
    expectStatus(200, await me(accessToken));
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 1, { disabled: true }));
    expectStatus(401, await me(accessToken));
    expectStatus(401, await refresh(refreshToken));
  });

  it('comes back with a new sign-in, not with an old session', async () => {
    const person = await hire(app);
    const { accessToken, refreshToken } = await signIn(app, person.email);
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 1, { disabled: true }));
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 2, { disabled: false }));
    expectStatus(401, await me(accessToken));
    expectStatus(401, await refresh(refreshToken));
    expectStatus(200, await me((await signIn(app, person.email)).accessToken));
  });
});
