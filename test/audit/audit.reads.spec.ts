import { beforeAll, describe, expect, it } from '@jest/globals';
import { EntryQuery } from '../../src/audit/audit.dto.js';
import { AuditReads } from '../../src/audit/audit.reads.js';
import type { Entry } from '../../src/audit/entries/entry.js';
import type { Actor } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/identifiers.js';
import { Cursors } from '../../src/platform/http/cursors.js';
import type { Keys } from '../../src/platform/keys.js';
import { ANNA, callBy, useTestLog } from './test-log.js';

const house = useTestLog();
const OTTO: Actor = { kind: 'user', id: newId(), name: 'Otto Auditor', roles: ['auditor'] };
let reads: AuditReads;
let complaint: string;
let aboutOtto: string;

beforeAll(async () => {
  const { log } = house;
  reads = new AuditReads(log.database, new Cursors({ secret: () => Buffer.alloc(32, 1) } as unknown as Keys));
  complaint = await log.complaint();
  aboutOtto = await log.complaint([OTTO.id ?? '']);
  for (const id of [complaint, aboutOtto]) {
    await log.escalate(id, callBy(ANNA));
    await note(id);
    await log.escalate(id);
  }
  await log.sealer.sealAll();
});

async function note(complaintId: string): Promise<void> {
  await house.log.ledger.write(callBy(ANNA), 'note', [{ type: 'complaint', id: complaintId }], async (c) => {
    await c.tx.rows('UPDATE complaints SET version = version + 1 WHERE id = $1', [complaintId]);
    const id = newId();
    c.record(
      'message.noted',
      { type: 'message', id },
      { body: 'He is lying.' },
      { id: complaintId, version: 3 },
    );
    return { id };
  });
}

const typesOf = (entries: Entry[]) => entries.map((entry) => entry.type);
const query = (more: Partial<EntryQuery> = {}): EntryQuery => Object.assign(new EntryQuery(), more);

describe('a timeline', () => {
  it('tells what happened, by seq, with the names and the words', async () => {
    const { items } = await reads.timeline(ANNA, complaint, {});
    expect(typesOf(items)).toEqual(['complaint.escalated', 'message.noted', 'complaint.escalated']);
    expect(items[0]).toMatchObject({
      format: 1,
      actor: { kind: 'user', id: ANNA.id, name: 'Anna Berg' },
      subject: { type: 'complaint', id: complaint },
      complaintId: complaint,
      complaintVersion: 2,
      data: { reason: 'it takes too long' },
    });
    expect(items[2]?.actor).toEqual({ kind: 'system', id: null, name: 'test' });
  });

  it('leaves out internal notes where the viewer is complained about', async () => {
    const { items } = await reads.timeline(OTTO, aboutOtto, {});
    expect(typesOf(items)).toEqual(['complaint.escalated', 'complaint.escalated']);
  });

  it('comes page by page, also to its unsealed end', async () => {
    const id = await house.log.complaint();
    for (let round = 0; round < 3; round++) await house.log.escalate(id);
    const first = await reads.timeline(ANNA, id, { limit: 2 });
    const last = await reads.timeline(ANNA, id, { limit: 2, cursor: first.nextCursor ?? '' });
    const all = [...first.items, ...last.items];
    expect(all.map((entry) => entry.complaintVersion)).toEqual([2, 3, 4]);
    expect(all.map((entry) => entry.position)).toEqual([null, null, null]);
    expect(last.nextCursor).toBeNull();
  });

  it('keeps its cursor to its complaint', async () => {
    const { nextCursor } = await reads.timeline(ANNA, complaint, { limit: 1 });
    const elsewhere = reads.timeline(ANNA, aboutOtto, { cursor: nextCursor ?? '' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('shows an erased value as null', async () => {
    const id = await house.log.complaint();
    await house.log.escalate(id, callBy(ANNA));
    await house.log.database.read(
      'DELETE FROM entry_values v USING entries e WHERE e.id = v.entry_id AND e.complaint_id = $1',
      [id],
    );
    const { items } = await reads.timeline(ANNA, id, {});
    expect(items[0]).toMatchObject({ actor: { id: ANNA.id, name: null }, data: { level: 1, reason: null } });
  });
});

describe('a search of the log', () => {
  it('finds entries by position, without the notes about oneself', async () => {
    const { items } = await reads.entries(OTTO, query());
    expect(items.map((entry) => entry.position)).toEqual([1, 2, 3, 4, 6]);
    const others = await reads.entries(ANNA, query());
    expect(others.items.map((entry) => entry.position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each<[Partial<EntryQuery>, () => Partial<EntryQuery>, number[]]>([
    [{ type: 'message.noted' }, () => ({}), [2]],
    [{}, () => ({ actorId: ANNA.id ?? '' }), [1, 2, 4]],
    [{}, () => ({ complaintId: [aboutOtto] }), [4, 6]],
    [{}, () => ({ complaintId: [aboutOtto, complaint], type: 'message.noted' }), [2]],
    [{ subjectType: 'message' }, () => ({}), [2]],
    [{ actorKind: 'user', after: 1 }, () => ({}), [2, 4]],
    [{ requestId: 'no-such-request' }, () => ({}), []],
    [{ after: 3 }, () => ({}), [4, 6]],
    [{ type: 'complaint.escalated', after: 1 }, () => ({ complaintId: [complaint] }), [3]],
    [{ from: '2999-01-01T00:00:00.000Z' }, () => ({}), []],
    [{ to: '2999-01-01T00:00:00.000Z', limit: 1, after: 5 }, () => ({}), [6]],
  ])('keeps to all of its conditions: %j', async (fixed, made, positions) => {
    const { items } = await reads.entries(OTTO, query({ ...fixed, ...made() }));
    expect(items.map((entry) => entry.position)).toEqual(positions);
  });

  it('comes page by page', async () => {
    const seen: (number | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await reads.entries(OTTO, query({ limit: 2, cursor }));
      seen.push(...page.items.map((entry) => entry.position));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([1, 2, 3, 4, 6]);
  });
});
