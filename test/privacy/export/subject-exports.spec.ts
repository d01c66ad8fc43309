import { describe, expect, it } from '@jest/globals';
import { errors, timeline, unmet } from '../../complaints/steps.js';
import { house, NOWHERE } from '../../customers/house.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { type Export, exporting, PATH } from './exporting.js';

const app = useTestApp();
const its = house(app);
const { make, read } = exporting(app);

describe('an export', () => {
  it('is made by a supervisor; that, and each reading, is on record', async () => {
    const { id: complaintId } = await app.make.complaint('received');
    const answer = await make({ complaintId });
    const made = expectStatus(201, answer);
    expect(answer.headers.get('location')).toBe(`${PATH}/${made.id}`);
    expect(made).toMatchObject({
      complaintId,
      customerId: null,
      madeBy: { name: 'Sam Supervisor' },
      version: 1,
    });
    expect(expectStatus(200, await app.as('otto').get(`${PATH}/${made.id}`))).toEqual(made);
    const content = await read(made, 'sue');
    expect(expectStatus(200, content).data['complaints']).toHaveLength(1);
    expect(content.headers.get('content-disposition')).toBe(
      `attachment; filename="subject-export-${made.id}.json"`,
    );
    expect(content.headers.get('content-type')).toMatch(/^application\/json/);
    expect(content.headers.get('cache-control')).toBe('no-store');
    expect((await timeline(app, { id: complaintId } as never)).slice(-2)).toMatchObject([
      { type: 'subject_export.made', actor: { name: 'Sam Supervisor' } },
      { type: 'subject_export.read', actor: { name: 'Sue Supervisor' } },
    ]);
  });

  it('is not for agents, its content not for auditors, and its subject is there', async () => {
    const { id: customerId } = await its.customer();
    const made = expectStatus(201, await make({ customerId }));
    for (const who of ['anna', 'otto'] as const) {
      expectStatus(403, await make({ customerId }, who));
      expectStatus(403, await read(made, who));
    }
    expectStatus(403, await app.as('anna').get(`${PATH}/${made.id}`));
    expectStatus(404, await app.as('sam').get(`${PATH}/${NOWHERE}`));
    expectStatus(404, await read({ id: NOWHERE }));
    expect(errors(await make({}))).toEqual(['/customerId required']);
    expect(errors(await make({ customerId: NOWHERE }))).toEqual(['/customerId not_found']);
    expect(errors(await make({ complaintId: NOWHERE }))).toEqual(['/complaintId not_found']);
    expect(errors(await make({ customerId, complaintId: NOWHERE }))).toEqual(['/complaintId not_applicable']);
  });

  it('is made once when the request is sent again', async () => {
    const { id: customerId } = await its.customer();
    const key = { 'Idempotency-Key': 'a-key-for-one-export-only' };
    const first = expectStatus(201, await make({ customerId }, 'sam', key));
    expect(expectStatus(201, await make({ customerId }, 'sam', key))).toEqual(first);
  });

  it('is neither made nor read by somebody who is complained about in it', async () => {
    const { id: customerId } = await its.customer();
    const complainedAboutUserIds = [await app.idOf('sue')];
    await app.make.complaint('received', { customerId, complainedAboutUserIds });
    expect(unmet(await make({ customerId }, 'sue'))).toEqual(['conflicted']);
    const made = expectStatus(201, await make({ customerId }));
    expect(unmet(await read(made, 'sue'))).toEqual(['conflicted']);
    expectStatus(200, await read(made));
  });

  it('shows how things stand when it is read, for 30 days', async () => {
    const { id: customerId, version } = await its.customer({ name: 'Before' });
    const made = expectStatus(201, await make({ customerId }));
    expectStatus(200, await its.patch({ id: customerId, version }, version, { name: 'Afterwards' }));
    expect(expectStatus(200, await read(made)).data['customers']).toMatchObject([{ name: 'Afterwards' }]);
    await app.passTime({ days: 30 });
    expect(unmet(await read(made))).toEqual(['export_expired']);
    expect(expectStatus(200, await app.as('sam').get<Export>(`${PATH}/${made.id}`)).expiresAt).toBe(
      made.expiresAt,
    );
  });
});
