import { type Actor, ANONYMOUS, system } from '../../kernel/actor.js';
import { newId } from '../../kernel/identifiers.js';
import type { Change, Changed } from '../ledger.service.js';
import type { AccessRecord } from './access-record.entity.js';
import type { Batch } from './access-buffer.js';
import type { Concerned } from './concerned.js';
import type { Account } from './tally.js';

/** Lines of one entry; a longer batch goes on in a further one. */
const LINES = 200;

/** Writes a batch: an entry for each caller and kind, and an index of whom they concern. */
export async function putOnRecord(c: Change, batch: Batch): Promise<Changed> {
  const index: AccessRecord[] = [];
  const record = (about: Concerned[]) => {
    const id = newId();
    for (const { type, id: subjectId } of once(about)) index.push({ id, subjectType: type, subjectId });
    return { type: 'access_record', id } as const;
  };
  for (const { actor, lines, ...during } of batch.reads.flatMap(parts))
    c.record('personal_data.read', record(concernedOf(lines)), { ...during, reads: lines }, undefined, actor);
  for (const { actor, lines, ...during } of batch.logReads.flatMap(parts))
    c.record('log.read', record(concernedOf(lines)), { ...during, reads: lines }, undefined, actor);
  for (const { actor, complaintId, at } of batch.trackingUses) {
    const subject = record([{ type: 'complaint', id: complaintId }]);
    const said = { usedAt: at.toISOString(), aboutComplaintId: complaintId };
    c.record('tracking.used', subject, said, undefined, unnamed(actor));
  }
  for (const { actor, lines, ...during } of batch.refusals.flatMap(parts)) {
    const said = { ...during, refusals: lines };
    c.record('access.refused', record(concernedOf(lines)), said, undefined, actor);
  }
  for (const { lines, ...during } of batch.refusedSignIns.flatMap(parts)) {
    const { from, to, requests } = during;
    const users = lines.flatMap(({ userId }) =>
      userId === null ? [] : [{ type: 'user', id: userId } as const],
    );
    c.record('session.refused', record(users), { from, to, requests, attempts: lines }, undefined, ANONYMOUS);
  }
  recordMissed(c, batch, record([]));
  await c.tx.insert('access_records', index);
  return { id: newId() };
}

function recordMissed(c: Change, { missed }: Batch, subject: { type: 'access_record'; id: string }): void {
  const { from, to, reads, refusals } = missed;
  if (reads + refusals === 0) return;
  const said = { from: from.toISOString(), to: to.toISOString(), reads, refusals };
  c.record('access.unrecorded', subject, said, undefined, system('access-records'));
}

interface Part<Line> {
  actor: Actor;
  from: string;
  to: string;
  requests: number;
  lines: Line[];
}

/** What goes into one entry each. The requests are counted in the first. */
function parts<Line>({ actor, from, to, requests, lines }: Account<Line>): Part<Line>[] {
  const all = [...lines.values()];
  const during = { actor: unnamed(actor), from: from.toISOString(), to: to.toISOString() };
  return Array.from({ length: Math.ceil(all.length / LINES) }, (_, i) => ({
    ...during,
    requests: i === 0 ? requests : 0,
    lines: all.slice(i * LINES, (i + 1) * LINES),
  }));
}

/** Who looked at a complaint by its token is told by the complaint; a name in the log would have to be erased. */
function unnamed(actor: Actor): Actor {
  return actor.kind === 'complainant' ? { ...actor, name: null } : actor;
}

interface Concerning {
  subjectType: Concerned['type'] | null;
  subjectId: string | null;
}

function concernedOf(lines: readonly Concerning[]): Concerned[] {
  return lines.flatMap(({ subjectType: type, subjectId: id }) =>
    type === null || id === null ? [] : [{ type, id }],
  );
}

function once(about: Concerned[]): Concerned[] {
  return [...new Map(about.map((one) => [`${one.type} ${one.id}`, one])).values()];
}
