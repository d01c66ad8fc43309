import { describe, expect, it } from '@jest/globals';
import { classFor, eraseAfter, keepsAsLong } from '../../../src/complaints/retention/retention.js';
import { PROFILES } from '../../../src/standards/profiles/profiles.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { Problem } from '../../support/resources.js';
import { errors, timeline, unmet } from '../steps.js';

const app = useTestApp();
const NOWHERE = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

interface Kept {
  retentionClass: string;
  eraseAfter: string | null;
  version: number;
}

const change = ({ id }: { id: string }, retentionClass: string, by: CastName = 'sam', headers = {}) =>
  app
    .as(by)
    .post<Kept & Problem>(
      `/v1/complaints/${id}/retention`,
      { retentionClass, reason: 'MiFID business.' },
      headers,
    );
const read = async ({ id }: Made) =>
  expectStatus(200, await app.as('otto').get<Kept>(`/v1/complaints/${id}`));

const receivedAt = new Date('2024-02-29T12:00:00.000Z');
const ended = {
  state: 'closed' as const,
  retentionClass: 'standard' as const,
  receivedAt,
  endedAt: null,
  disputableUntil: null,
  closedAt: new Date('2024-03-10T12:00:00.000Z'),
};

describe('the time for which a complaint is kept', () => {
  it('counts from receipt, and ends on the last day of a month that has no such number', () => {
    expect(eraseAfter(ended)?.toISOString()).toBe('2027-02-28T12:00:00.000Z');
    expect(eraseAfter({ ...ended, retentionClass: 'extended' })?.toISOString()).toBe(
      '2029-02-28T12:00:00.000Z',
    );
    expect(eraseAfter({ ...ended, retentionClass: 'long' })?.toISOString()).toBe('2031-02-28T12:00:00.000Z');
  });

  it('is never over before the complaint is, nor before the last window of the customer', () => {
    const late = new Date('2027-05-01T00:00:00.000Z');
    for (const field of ['closedAt', 'endedAt', 'disputableUntil'] as const) {
      expect(eraseAfter({ ...ended, [field]: late })).toEqual(late);
    }
    expect(eraseAfter({ ...ended, state: 'in_progress' })).toBeNull();
    expect(eraseAfter({ ...ended, state: 'resolved' })).toBeNull();
  });

  it('comes from the profile: the shortest class that is as long as the regulator asks', () => {
    const classes = Object.values(PROFILES).map(({ name, retention }) => `${name} ${classFor(retention)}`);
    expect(classes).toEqual([
      'iso_10002 standard',
      'uk_disp standard',
      'uk_disp_payments standard',
      'us_cfpb extended',
      'au_rg271 long',
      'eu_joint_guidelines extended',
      'eu_payment_services extended',
      'hu_consumer_act standard',
    ]);
    expect(classFor('P40M')).toBe('extended');
    expect(() => classFor('P8Y')).toThrow('no class');
    expect([keepsAsLong('long', 'extended'), keepsAsLong('standard', 'extended')]).toEqual([true, false]);
  });
});

describe('the class of a complaint', () => {
  it('is changed by a supervisor with a reason, at any time, and stands in the timeline', async () => {
    const made = await app.make.complaint('received');
    expect(await read(made)).toMatchObject({ retentionClass: 'standard', eraseAfter: null });
    const { version } = await read(made);
    const answer = await change(made, 'extended', 'sam', { 'If-Match': `"${version}"` });
    expect(expectStatus(200, answer)).toMatchObject({
      ...{ retentionClass: 'extended', eraseAfter: null, version: version + 1 },
    });
    expectStatus(412, await change(made, 'long', 'sam', { 'If-Match': `"${version}"` }));
    expect(expectStatus(200, await change(made, 'extended')).version).toBe(version + 1);
    expect((await timeline(app, made)).at(-1)).toMatchObject({
      type: 'complaint.retention_changed',
      data: {
        ...{
          retentionClass: 'extended',
          formerClass: 'standard',
          eraseAfter: null,
          reason: 'MiFID business.',
        },
      },
    });
  });

  it('says when the time is over once the complaint has ended, and not while it is brought back', async () => {
    const made = await app.make.complaint('withdrawn');
    const { complaint } = made;
    const over = new Date(complaint.receivedAt);
    over.setUTCFullYear(over.getUTCFullYear() + 3);
    expect((await read(made)).eraseAfter).toBe(over.toISOString());
    over.setUTCFullYear(over.getUTCFullYear() + 2);
    expect(expectStatus(200, await change(made, 'extended')).eraseAfter).toBe(over.toISOString());
    await app.make.act(made, 'reopen', { reason: 'A new photo came.' }, 'sam');
    expect((await read(made)).eraseAfter).toBeNull();
  });

  it('is done once when the request is sent again', async () => {
    const made = await app.make.complaint('received');
    const key = { 'Idempotency-Key': 'a-key-for-one-class-only' };
    const first = expectStatus(200, await change(made, 'long', 'sam', key));
    const again = await change(made, 'long', 'sam', key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(expectStatus(200, again).version).toBe(first.version);
  });

  it('is for supervisors who are not complained about, and of what is there', async () => {
    const complainedAboutUserIds = [await app.idOf('sue')];
    const made = await app.make.complaint('received', { complainedAboutUserIds });
    expectStatus(403, await change(made, 'long', 'anna'));
    expectStatus(403, await change(made, 'long', 'otto'));
    expectStatus(404, await change({ id: NOWHERE }, 'long'));
    expect(errors(await change(made, 'for_ever'))).toEqual(['/retentionClass is_enum']);
    expect(unmet(await change(made, 'long', 'sue'))).toEqual(['conflicted']);
  });
});

describe('under a regulator who asks for more', () => {
  const strict = useTestApp({ env: { REGULATOR_PROFILE: 'us_cfpb' } });

  it('a complaint comes with a longer class, and gets no shorter one', async () => {
    const { id } = await strict.make.complaint('received');
    const path = `/v1/complaints/${id}/retention`;
    expect(expectStatus(200, await strict.as('otto').get(`/v1/complaints/${id}`))).toMatchObject({
      retentionClass: 'extended',
    });
    const shorter = await strict
      .as('sam')
      .post<Problem>(path, { retentionClass: 'standard', reason: 'Space.' });
    expect(unmet(shorter)).toEqual(['retention_too_short']);
    expectStatus(200, await strict.as('sam').post(path, { retentionClass: 'long', reason: 'A dispute.' }));
    expectStatus(
      200,
      await strict.as('sam').post(path, { retentionClass: 'extended', reason: 'It is over.' }),
    );
  });
});
