import type { Case } from '../case/case.js';
import type { Fact } from '../facts/fact.entity.js';
import { MAX_TAGS } from '../intake/complaint.intake.dto.js';

/** What the complaint that goes on has of the other one afterwards. */
export interface TakenOver {
  level: number;
  tags: string[];
  factIds: string[];
}

/**
 * The complaint that goes on stands as high as the higher of the two, and is found by the tags of both. What is claimed
 * in the other one is looked into here: a fact that nobody settled moves as it is. What was settled is history there.
 */
export function takeOver(c: Case, target: Case, claimed: readonly Fact[]): TakenOver {
  const { complaint } = target;
  complaint.level = Math.max(complaint.level, c.complaint.level);
  complaint.tags = [...new Set([...complaint.tags, ...c.complaint.tags])].slice(0, MAX_TAGS);
  for (const fact of claimed) carryFact(c, target, fact);
  const { level, tags } = complaint;
  return { level, tags, factIds: claimed.map(({ id }) => id) };
}

function carryFact(c: Case, target: Case, fact: Fact): void {
  c.view.claimedFactIds = c.view.claimedFactIds.filter((id) => id !== fact.id);
  target.alter('fact', fact, { complaintId: target.complaint.id, updatedAt: target.now });
  target.view.claimedFactIds.push(fact.id);
  target.findableBy(fact.statement);
}
