import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';

/** What can become of a promise, for those who count. One that was released before its time is not counted. */
export const OUTCOMES = ['kept', 'kept_late', 'broken', 'moved'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whose promise it was, and when it was due: what numbers are told apart by. */
export interface Whose {
  week: string;
  kind: string;
  legal: boolean;
  ownerId: string | null;
  /** Of the owner, in the order of their ids. */
  teamIds: string[];
  tier: string | null;
  categoryId: string | null;
}

/** A row of numbers, without the numbers. */
export interface Count extends Whose {
  id: string;
  split: string;
}

const DETAILS = ['owner', 'tier', 'category'] as const;
export type Detail = (typeof DETAILS)[number];

/** The name of a choice of details: `owner category`; empty for none. */
export function splitOf(details: readonly Detail[]): string {
  return DETAILS.filter((detail) => details.includes(detail)).join(' ');
}

/**
 * The rows that a promise is counted in: one for every choice of details. So a question reads the rows of just the
 * details that it asks about, which are as many as there are weeks and owners, however many promises they stand for.
 */
export function countsOf(whose: Whose): Count[] {
  return CHOICES.map((details) => {
    const told = <T>(detail: Detail, value: T, otherwise: T) =>
      details.includes(detail) ? value : otherwise;
    const { week, kind, legal } = whose;
    const row = {
      ...{ split: splitOf(details), week, kind, legal },
      ownerId: told('owner', whose.ownerId, null),
      teamIds: told('owner', whose.teamIds, []),
      tier: told('tier', whose.tier, null),
      categoryId: told('category', whose.categoryId, null),
    };
    return { id: idOf(row), ...row };
  });
}

const CHOICES = DETAILS.reduce<Detail[][]>(
  (choices, detail) => [...choices, ...choices.map((choice) => [...choice, detail])],
  [[]],
);

/** The same for the same row, whoever makes it. */
function idOf(row: Omit<Count, 'id'>): string {
  const hex = createHash('sha256').update(canonicalJson(row)).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
