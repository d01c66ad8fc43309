import { describe, expect, it } from '@jest/globals';
import { durationFlaw } from '../../../src/kernel/duration.js';
import { termFlaw, type Term } from '../../../src/kernel/term.js';
import { chooseProfile } from '../../../src/standards/profiles/chosen-profile.js';
import type { Profile } from '../../../src/standards/profiles/profile.js';
import { PROFILE_NAMES, PROFILES } from '../../../src/standards/profiles/profiles.js';
import { StartError } from '../../../src/platform/start-error.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List } from '../../support/resources.js';

type ShownProfile = Profile & { chosen: boolean };

const profiles: [string, Profile][] = Object.entries(PROFILES);

function termsOf({ promises, timeBands }: Profile): Term[] {
  const limits = promises.map(({ extension }) => extension?.limit);
  const bands = timeBands.map(({ upTo }) => upTo);
  return [...promises, ...limits, ...bands].filter((term) => term !== null && term !== undefined);
}

describe('every profile', () => {
  it.each(profiles)('%s goes by its name, in a zone that exists', (name, profile) => {
    expect(profile.name).toBe(name);
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(() => new Intl.DateTimeFormat('en', { timeZone: profile.zone })).not.toThrow();
  });

  it.each(profiles)(
    '%s has terms that can be counted, in business time where it has business days',
    (_, profile) => {
      expect(termsOf(profile).map(termFlaw).filter(Boolean)).toEqual([]);
      expect(durationFlaw(profile.retention)).toBeNull();
      expect(termsOf(profile).some(({ time }) => time === 'business')).toBe(profile.businessDays !== null);
    },
  );

  it.each(profiles)('%s promises each thing once, and lets none wait', (_, { promises, pauseRule }) => {
    const kinds = promises.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(pauseRule.pauses).toBe(false);
  });

  it.each(profiles)(
    '%s has each letter that an extension asks for, and each letter says something',
    (_, profile) => {
      const letters = profile.letters.map(({ name }) => name);
      const asked = profile.promises.flatMap(({ extension }) => extension?.letter ?? []);
      expect(letters).toEqual(expect.arrayContaining(asked));
      expect(new Set(letters).size).toBe(letters.length);
      expect(profile.letters.every(({ mustSay }) => mustSay.length > 0)).toBe(true);
    },
  );

  it.each(profiles)('%s ends its bands with the open one, and with no other', (_, { timeBands }) => {
    expect(timeBands.map(({ upTo }) => upTo === null)).toEqual(
      timeBands.map((_, i) => i === timeBands.length - 1),
    );
  });

  it('promises what its text says', () => {
    const said = profiles.map(([name, { promises }]) => [
      name,
      promises.map(({ kind, target, time, extension }) => {
        const limit =
          extension && (extension.limit ? `${extension.limit.target} ${extension.limit.time}` : 'open');
        return `${kind} ${target} ${time}, at most ${limit ?? 'that'}`;
      }),
    ]);
    expect(Object.fromEntries(said)).toEqual({
      iso_10002: [],
      uk_disp: ['resolve P56D elapsed, at most open'],
      uk_disp_payments: ['resolve P15D business, at most P35D business'],
      us_cfpb: ['resolve P15D elapsed, at most P60D elapsed'],
      au_rg271: ['acknowledge P1D business, at most that', 'resolve P30D elapsed, at most open'],
      eu_joint_guidelines: [],
      eu_payment_services: ['resolve P15D business, at most P35D business'],
      hu_consumer_act: ['resolve P30D elapsed, at most that'],
    });
  });
});

describe('the chosen profile', () => {
  const app = useTestApp({ env: { REGULATOR_PROFILE: 'uk_disp' } });

  it('is the one that the environment names', async () => {
    const { items } = expectStatus(200, await app.as('anna').get<List<ShownProfile>>('/v1/profiles'));
    expect(items.map(({ name }) => name)).toEqual(PROFILE_NAMES);
    expect(items.filter(({ chosen }) => chosen).map(({ name }) => name)).toEqual(['uk_disp']);
    const { chosen, ...profile } = expectStatus(
      200,
      await app.as('otto').get<ShownProfile>('/v1/profiles/uk_disp'),
    );
    expect(profile).toEqual(PROFILES.uk_disp);
    expect(chosen).toBe(true);
  });

  it('is read page by page, and an unknown one is not there', async () => {
    const { nextCursor } = expectStatus(
      200,
      await app.as('anna').get<List<ShownProfile>>('/v1/profiles?limit=3'),
    );
    const next = await app
      .as('anna')
      .get<List<ShownProfile>>(`/v1/profiles?limit=5&cursor=${String(nextCursor)}`);
    expect(expectStatus(200, next).items.map(({ name }) => name)).toEqual(PROFILE_NAMES.slice(3));
    expect(next.body.nextCursor).toBeNull();
    expectStatus(404, await app.as('anna').get('/v1/profiles/constructor'));
    expectStatus(401, await app.anonymous.get('/v1/profiles'));
  });

  it.each(['fr_amf', 'constructor'])('cannot be %s: the start says which there are', async (name) => {
    const refused = chooseProfile({ regulatorProfile: name });
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(`REGULATOR_PROFILE must be one of ${PROFILE_NAMES.join(', ')}.`);
  });
});
