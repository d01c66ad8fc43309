import type { Term } from '../kernel/term.js';

/** What the house promises to whom: one version of a standard, as a value. */
export interface Standard {
  id: string;
  name: string;
  version: number;
  /** Standards are asked in this order, the lowest first; the first that fits holds. */
  rank: number;
  appliesTo: AppliesTo;
  /** Null: a standard in elapsed time only, its days counted in UTC. */
  calendarId: string | null;
  /** Exactly one for each kind. */
  promises: StandardPromise[];
  /** How often, and for how long at most, promises wait for the customer. */
  pauses: { most: number; longest: string };
  /** Silence for so long after the decision closes the complaint … */
  closingWindow: string;
  /** … and the customer is told so much earlier. */
  closingNotice: string;
  /** For so long after the decision, or after an ending, the customer may bring the complaint back. */
  disputeWindow: string;
}

/** The kinds of promises that come from a standard; `update` is a rhythm. */
export const STANDARD_KINDS = ['acknowledge', 'establish_facts', 'name_owner', 'update', 'resolve'] as const;
export type StandardKind = (typeof STANDARD_KINDS)[number];

export interface StandardPromise extends Term {
  kind: StandardKind;
  /** The share of its time, in percent, after which a promise is near its end. */
  warnAtPercent: number;
  /** Waits while the customer is asked. Never where it is legal. */
  pausable: boolean;
  /** Owed by law or contract: it never pauses, and moves only as far as the law allows. */
  legal: boolean;
}

/** Whom a standard is for: an empty list is everybody, and all that are given must fit. */
export interface AppliesTo {
  tiers: string[];
  channels: string[];
  categoryIds: string[];
  severities: string[];
  /** Language tags; `hu` fits `hu-HU` as well. */
  languages: string[];
}

/** What a standard is chosen by. */
export interface Traits {
  tier: string | null;
  channel: string;
  categoryId: string | null;
  severity: string | null;
  language: string;
}
