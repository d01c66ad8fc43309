import type { Step } from './step.js';

const ELAPSED = { time: 'elapsed', pausable: true } as const;

/** What gold customers may expect. */
const GOLD = {
  name: 'Gold customers',
  rank: 100,
  appliesTo: { tiers: ['gold'] },
  promises: [
    { kind: 'acknowledge', target: 'PT4H', time: 'elapsed' },
    { kind: 'establish_facts', target: 'P2D', ...ELAPSED },
    { kind: 'name_owner', target: 'P1D', ...ELAPSED },
    { kind: 'update', target: 'P3D', ...ELAPSED },
    { kind: 'resolve', target: 'P14D', warnAtPercent: 70, ...ELAPSED },
  ],
  pauses: { most: 1, longest: 'P7D' },
};

/** What the house promises before the first complaint, and what the law asks of it. */
export const STANDARDS_STORY: Step[] = [
  {
    operation: 'createStandard',
    says: 'Ada promises gold customers more.',
    as: 'ada',
    body: GOLD,
    keep: 'gold',
  },
  {
    operation: 'updateStandard',
    says: 'Gold customers hear from the house every other day.',
    as: 'ada',
    params: { id: '{gold.id}' },
    headers: { 'If-Match': '"{gold.version}"' },
    body: {
      promises: GOLD.promises.map((one) => (one.kind === 'update' ? { ...one, target: 'P2D' } : one)),
      closingNotice: 'P5D',
    },
  },
  { operation: 'getStandard', says: 'Sam reads it.', as: 'sam', params: { id: '{gold.id}' } },
  {
    operation: 'getStandardVersion',
    says: 'Sam reads what it was before.',
    as: 'sam',
    params: { id: '{gold.id}', version: '1' },
  },
  {
    operation: 'listStandards',
    says: 'Anna reads in which order standards are asked.',
    as: 'anna',
    query: { limit: 5 },
  },
  {
    operation: 'listProfiles',
    says: 'Otto reads which regulators the product knows: the first two.',
    as: 'otto',
    query: { limit: 2 },
  },
  {
    operation: 'getProfile',
    says: 'Otto reads what one of them asks.',
    as: 'otto',
    params: { name: 'uk_disp' },
  },
  {
    operation: 'createStandard',
    says: 'Another standard has this rank.',
    as: 'ada',
    body: { ...GOLD, name: 'Silver customers', appliesTo: { tiers: ['silver'] } },
    refused: 'rank_taken',
  },
  {
    operation: 'updateStandard',
    says: 'Several things are wrong, and all are named at once.',
    as: 'ada',
    params: { id: '{gold.id}' },
    headers: { 'If-Match': '"2"' },
    body: {
      promises: GOLD.promises.map((one) => ({ ...one, pausable: true, target: 'two days' })),
      closingWindow: 'P3D',
      closingNotice: 'P3D',
    },
    refused: 'validation_failed',
  },
];
