import type { Step } from './step.js';

const BED = { id: '{bed.id}' };

/** Marta turns to an ombudsman. */
export const REFERRAL_STORY: Step[] = [
  {
    operation: 'makeReferral',
    says: 'Marta turned to the ombudsman; Anna puts that on record.',
    as: 'anna',
    params: BED,
    body: {
      body: 'Furniture Ombudsman',
      kind: 'ombudsman',
      referredBy: 'customer',
      referredAt: '2026-11-20T09:00:00.000Z',
      reference: 'FO-2026-118840',
      note: 'They sent us her letter.',
    },
    keep: 'referral',
  },
  {
    operation: 'makeReferral',
    name: 'byBen',
    says: 'Ben is complained about here.',
    as: 'ben',
    params: BED,
    body: { body: 'A court', kind: 'court', referredBy: 'house', referredAt: '2026-11-20T09:00:00.000Z' },
    refused: 'action_refused',
  },
  {
    operation: 'getReferral',
    says: 'Otto reads it.',
    as: 'otto',
    params: { ...BED, referralId: '{referral.id}' },
  },
  {
    operation: 'recordReferralOutcome',
    says: 'The ombudsman finds for Marta in part.',
    as: 'anna',
    params: { ...BED, referralId: '{referral.id}' },
    body: {
      outcome: 'partly_for_customer',
      decidedAt: '2026-11-20T10:00:00.000Z',
      summary: 'The house pays for the nights on the floor.',
      award: { amount: '60.00', currency: 'EUR' },
    },
  },
  {
    operation: 'recordReferralOutcome',
    name: 'again',
    says: 'It was decided before.',
    as: 'anna',
    params: { ...BED, referralId: '{referral.id}' },
    body: { outcome: 'settled', decidedAt: '2026-11-20T10:00:00.000Z', summary: 'They agreed.' },
    refused: 'action_refused',
  },
  {
    operation: 'listReferrals',
    says: 'Otto lists who was turned to.',
    as: 'otto',
    params: BED,
    query: { limit: 2 },
  },
];
