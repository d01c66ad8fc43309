import { describe, expect, it } from '@jest/globals';
import { AccessBuffer } from '../../../src/audit/access-records/access-buffer.js';
import { type Actor, ANONYMOUS } from '../../../src/kernel/actor.js';
import { Clock } from '../../../src/kernel/clock.js';
import { newId } from '../../../src/kernel/identifiers.js';

const anna: Actor = { kind: 'user', id: newId(), name: 'Anna', roles: ['agent'] };
const complaint = () => ({ type: 'complaint', id: newId() }) as const;

describe('what waits to go on record', () => {
  it('has room for so much, and says how many requests are missing', () => {
    const buffer = new AccessBuffer(new Clock());
    const known = complaint();
    buffer.read(anna, 'getComplaint', known);
    for (let i = 0; i < 10_004; i++) buffer.read(anna, 'getComplaint', complaint());
    buffer.read(anna, 'getComplaint', known);
    const batch = buffer.take(false);
    const [account] = batch?.reads ?? [];
    expect(account?.lines.size).toBe(10_000);
    expect([...(account?.lines.values() ?? [])][0]).toMatchObject({ subjectId: known.id, times: 2 });
    expect(batch?.missed).toMatchObject({ reads: 5, refusals: 0 });
    expect(buffer.take(false)).toBeNull();
  });

  it('has room for a flood of refusals without a token, whatever it asks for', () => {
    const buffer = new AccessBuffer(new Clock());
    for (let i = 0; i < 50_000; i++) buffer.refused(ANONYMOUS, 'getComplaint', 'unauthenticated', null);
    expect(buffer.size).toBe(1);
    expect(buffer.take(false)).toBeNull();
    const [account] = buffer.take(true)?.refusals ?? [];
    expect([...(account?.lines.values() ?? [])]).toMatchObject([{ times: 50_000 }]);
  });

  it('names the first hundred things that somebody asks for in vain, and counts the rest', () => {
    const buffer = new AccessBuffer(new Clock());
    for (let i = 0; i < 5000; i++) buffer.refused(anna, 'getComplaint', 'not_found', complaint());
    const [account] = buffer.take(false)?.refusals ?? [];
    const lines = [...(account?.lines.values() ?? [])];
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toMatchObject({ subjectId: null, times: 4900 });
    expect(account?.requests).toBe(5000);
  });

  it('has room for so many uses of tracking tokens', () => {
    const buffer = new AccessBuffer(new Clock());
    for (let i = 0; i < 10_003; i++) {
      const complainant: Actor = { kind: 'complainant', id: null, name: null, roles: ['complainant'] };
      buffer.trackingUsed({ ...complainant, complaintId: newId() });
    }
    expect(buffer.size).toBe(10_000);
    expect(buffer.take(false)?.missed.reads).toBe(3);
  });

  it('tells callers apart', () => {
    const buffer = new AccessBuffer(new Clock());
    const at = complaint();
    for (const actor of [anna, { ...anna, id: newId() }, ANONYMOUS]) buffer.read(actor, 'getComplaint', at);
    expect(buffer.take(true)?.reads).toHaveLength(3);
  });
});
