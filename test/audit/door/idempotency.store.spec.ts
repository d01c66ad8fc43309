import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Actor } from '../../../src/kernel/actor.js';
import type { Call } from '../../../src/kernel/call.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { notFound } from '../../../src/kernel/refusal.js';
import { ANNA, keyed, useTestLog } from '../test-log.js';

const house = useTestLog();
const BEN: Actor = { ...ANNA, id: newId(), name: 'Ben' };

async function write(call: Call) {
  return house.log.escalate(await house.log.complaint(), call);
}

describe('a key', () => {
  it('that comes again is answered with what was written, and the status of then', async () => {
    const first = await write(keyed(ANNA, 'key-again-0000001'));
    const again = await write(keyed(ANNA, 'key-again-0000001'));
    expect(again).toEqual({ ...first, replayed: true, status: 201 });
    expect(again.location).toBe(`/v1/complaints/${first.id}`);
  });

  it('with another body is refused', async () => {
    await write(keyed(ANNA, 'key-body-00000001', 'one'));
    const reused = write(keyed(ANNA, 'key-body-00000001', 'two'));
    await expect(reused).rejects.toMatchObject({ code: 'idempotency_key_reused', members: {} });
  });

  it('of another caller, or on another route, is another key', async () => {
    const key = 'key-of-two-000001';
    const callers: Actor[] = [
      ANNA,
      BEN,
      ANONYMOUS,
      { ...ANONYMOUS, kind: 'complainant', complaintId: newId() },
      { ...ANONYMOUS, kind: 'complainant', complaintId: newId() },
    ];
    for (const caller of callers) expect(await write(keyed(caller, key))).toMatchObject({ replayed: false });
    expect(await write(keyed(ANNA, key, 'digest', 'POST /v1/other'))).toMatchObject({ replayed: false });
    for (const caller of callers) expect(await write(keyed(caller, key))).toMatchObject({ replayed: true });
  });

  it('of a failure is free', async () => {
    const call = keyed(ANNA, 'key-failure-00001');
    const failing = house.log.ledger.write(call, 'fail', [], () => Promise.reject(notFound()));
    await expect(failing).rejects.toMatchObject({ code: 'not_found' });
    expect(await write(call)).toMatchObject({ replayed: false });
  });

  it('of a write that had nothing to change is remembered too', async () => {
    const call = keyed(ANNA, 'key-nothing-00001');
    const nothing = () => house.log.ledger.write(call, 'hear', [], () => Promise.resolve({ id: newId() }));
    const first = await nothing();
    expect(await nothing()).toEqual({ ...first, replayed: true });
  });

  it('is forgotten after 24 hours', async () => {
    await write(keyed(ANNA, 'key-old-000000001'));
    await write(keyed(ANNA, 'key-young-0000001'));
    await house.log.database.read(
      `UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE key = 'key-old-000000001'`,
    );
    expect(await house.log.idempotency.forgetOld()).toBe(1);
    expect(await write(keyed(ANNA, 'key-old-000000001'))).toMatchObject({ replayed: false });
    expect(await write(keyed(ANNA, 'key-young-0000001'))).toMatchObject({ replayed: true });
  });
});
