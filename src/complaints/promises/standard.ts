import { after } from '../../kernel/duration.js';
import type { PromiseKind } from '../complaint.words.js';

/** The built-in standard: which promises the house makes and how long each may take, in elapsed time. */
export const STANDARD = {
  name: 'built-in',
  version: 1,
  /** ISO 8601. Kinds that are not listed have no time of their own: a person says by when. */
  targets: {
    acknowledge: 'PT24H',
    establish_facts: 'P5D',
    name_owner: 'P1D',
    update: 'P7D',
    resolve: 'P28D',
  } as Partial<Record<PromiseKind, string>>,
  /** The share of the time after which a promise is near its end. */
  warnShare: 0.8,
  /** Kinds that wait while the customer is asked. The first answer never does, and no promise owed by law. */
  pausable: ['update', 'resolve', 'establish_facts', 'name_owner', 'action'] as readonly PromiseKind[],
  pauses: { most: 2, longest: 'P14D' },
  /** Silence for so long after the decision closes the complaint. */
  closingWindow: 'P14D',
  /** For so long after the decision, or after an ending, the customer may bring the complaint back. */
  disputeWindow: 'P6M',
  highestLevel: 3,
};

/** Name and version as a complaint keeps them. */
export const STANDARD_NAME = `${STANDARD.name}/${STANDARD.version}`;

/** When a promise of this kind made now is due; null where the standard sets no time. */
export function standardDue(kind: PromiseKind, from: Date): Date | null {
  const target = STANDARD.targets[kind];
  return target === undefined ? null : after(from, target);
}
