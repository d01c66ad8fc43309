import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import type { List, LogEntry } from '../support/resources.js';
import { timeline } from './steps.js';

const app = useTestApp();

describe('the timeline', () => {
  it('tells everything in order, with the versions the complaint had', async () => {
    const made = await app.make.complaint('closed');
    const entries = await timeline(app, made);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).toSorted((a, b) => a - b));
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
    const versions = entries.map(({ complaintVersion }) => complaintVersion ?? 0);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect([...new Set(versions)]).toEqual(Array.from({ length: 7 }, (_, index) => index + 1));
    expect(entries.every(({ complaintId }) => complaintId === made.id)).toBe(true);
    expect((await app.make.read(made)).version).toBe(versions.at(-1));
  });

  it('says who did what under which request', async () => {
    const made = await app.make.complaint();
    const requestId = 'my-own-request-1';
    const path = `/v1/complaints/${made.id}/actions/acknowledge`;
    const answer = await app.as('ben').post(path, { message: 'Sorry.' }, { 'X-Request-Id': requestId });
    expect(answer.headers.get('x-request-id')).toBe(requestId);
    const ours = (await timeline(app, made)).filter((entry) => entry.requestId === requestId);
    expect(ours.map(({ type }) => type)).toEqual([
      'complaint.acknowledged',
      'message.sent',
      'promise.kept',
      'promise.made',
      'promise.made',
    ]);
    for (const { actor } of ours) expect(actor).toMatchObject({ kind: 'user', name: 'Ben Agent' });
  });

  it('is read page by page without a line missing or twice', async () => {
    const made = await app.make.complaint('resolved');
    const whole = (await timeline(app, made, 'anna')).map(({ id }) => id);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const path: string = `/v1/complaints/${made.id}/timeline?limit=4${next && `&cursor=${next}`}`;
      const page: List<LogEntry> = expectStatus(200, await app.as('anna').get<List<LogEntry>>(path));
      seen.push(...page.items.map(({ id }) => id));
      next = page.nextCursor;
    }
    expect(seen).toEqual(whole);
  });

  it('is sealed within a second, and then the same to the auditor', async () => {
    const made = await app.make.complaint();
    const sealed = await eventually(async () => {
      const entries = await timeline(app, made);
      expect(entries.every(({ position }) => position !== null)).toBe(true);
      return entries;
    }, 1000);
    const path = `/v1/audit/entries?complaintId=${made.id}&limit=100`;
    expect(expectStatus(200, await app.as('otto').get<List<LogEntry>>(path)).items).toEqual(sealed);
    expect((await app.as('sam').get(path)).status).toBe(403);
  });

  it('is nobody else’s and not there where the complaint is not', async () => {
    const made = await app.make.complaint();
    const path = `/v1/complaints/${made.id}/timeline`;
    expect((await app.anonymous.get(path)).status).toBe(401);
    expect((await app.withToken(made.trackingToken).get(path)).status).toBe(401);
    const nowhere = path.replace(made.id, '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071');
    expect((await app.as('anna').get(nowhere)).status).toBe(404);
  });
});

it('a refused action leaves no line', async () => {
  const made = await app.make.complaint();
  await app.settle();
  const before = await timeline(app, made);
  const path = `/v1/complaints/${made.id}/actions/resolve`;
  const body = { outcome: 'not_upheld', explanation: 'No.' };
  expect((await app.as('anna').post(path, body)).status).toBe(409);
  expect(await timeline(app, made)).toEqual(before);
});
