import type { Standard, StandardKind, StandardPromise } from './standard.js';

export const BUILT_IN_ID = '019ab000-0000-7000-8000-000000000001';

/**
 * The standard that every house begins with, as the database is given it: it fits every complaint and is asked last. A
 * house may change what it promises; then its later versions stand in the database only.
 */
export const BUILT_IN: Standard = {
  id: BUILT_IN_ID,
  name: 'built-in',
  version: 1,
  rank: 1_000_000,
  appliesTo: { tiers: [], channels: [], categoryIds: [], severities: [], languages: [] },
  calendarId: null,
  promises: [
    { ...elapsed('acknowledge', 'PT24H'), pausable: false },
    elapsed('establish_facts', 'P5D'),
    elapsed('name_owner', 'P1D'),
    elapsed('update', 'P7D'),
    elapsed('resolve', 'P28D'),
  ],
  pauses: { most: 2, longest: 'P14D' },
  closingWindow: 'P14D',
  closingNotice: 'P3D',
  disputeWindow: 'P6M',
};

function elapsed(kind: StandardKind, target: string): StandardPromise {
  return { kind, target, time: 'elapsed', warnAtPercent: 80, pausable: true, legal: false };
}
