import type { Case } from '../case/case.js';
import type { NewFactBody } from './fact.dto.js';
import type { Fact } from './fact.entity.js';

/** Puts a statement on record; from then on the needs of the case know of it. */
export function recordFact(c: Case, body: NewFactBody): Fact {
  const { statement, source, standing = 'claimed' } = body;
  const fact = c.add<Fact>('fact', {
    statement,
    source,
    standing,
    standingReason: null,
    occurredAt: body.occurredAt ? new Date(body.occurredAt) : null,
    recordedById: c.actor.id,
    recordedByName: c.actor.name,
    updatedAt: c.now,
  });
  if (source === 'customer') c.view.customerHeard = true;
  if (standing === 'claimed') c.view.claimedFactIds.push(fact.id);
  c.findableBy(statement);
  const occurredAt = body.occurredAt ?? null;
  c.record('fact.recorded', { type: 'fact', id: fact.id }, { source, standing, occurredAt, statement });
  return fact;
}
