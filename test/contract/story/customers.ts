import { COMPANY } from './companies.js';
import type { Step } from './step.js';

const TIERS: Step[] = [
  {
    operation: 'createTier',
    says: 'Sam makes a tier for those who bring most of the revenue.',
    as: 'sam',
    body: { name: 'gold', rank: 1, rule: { topPercentOfRevenue: 80 } },
    keep: 'gold',
  },
  {
    operation: 'createTier',
    says: 'There is a tier of this name.',
    as: 'sam',
    body: { name: 'gold', rank: 2 },
    refused: 'name_taken',
  },
  {
    operation: 'createTier',
    says: 'There is a tier of this rank.',
    as: 'sam',
    body: { name: 'silver', rank: 1 },
    refused: 'rank_taken',
  },
  {
    operation: 'createTier',
    name: 'byHand',
    says: 'Sam makes one that is given by hand.',
    as: 'sam',
    body: { name: 'silver', rank: 3 },
    keep: 'silver',
  },
  {
    operation: 'updateTier',
    says: 'Sam gives it the next rank.',
    as: 'sam',
    params: { id: '{silver.id}' },
    headers: { 'If-Match': '"{silver.version}"' },
    body: { rank: 2 },
  },
  {
    operation: 'updateTier',
    says: 'The first rank is taken.',
    as: 'sam',
    params: { id: '{silver.id}' },
    headers: { 'If-Match': '*' },
    body: { rank: 1 },
    refused: 'rank_taken',
  },
  { operation: 'getTier', says: 'Anna reads it.', as: 'anna', params: { id: '{silver.id}' } },
  { operation: 'listTiers', says: 'Anna lists the tiers.', as: 'anna' },
];

const MARTA: Step[] = [
  {
    operation: 'createCustomer',
    says: 'Anna records Marta, whose address was seen to be hers.',
    as: 'anna',
    body: {
      name: 'Marta Kis',
      emails: [{ address: 'marta@example.org', verified: true }],
      phones: [{ number: '+36 1 234 5678', verified: false }],
      preferredChannel: 'email',
      salutation: 'Dear Ms Kis',
      accountId: '{hotel.id}',
    },
    keep: 'marta',
  },
  {
    operation: 'updateCustomer',
    says: 'Marta is ill, and agreed that this is noted.',
    as: 'anna',
    params: { id: '{marta.id}' },
    headers: { 'If-Match': '"{marta.version}"' },
    body: {
      vulnerability: {
        note: 'In hospital until spring.',
        basis: 'consent',
        until: '2029-05-20T09:00:00.000Z',
      },
    },
  },
  {
    operation: 'createCustomer',
    name: 'again',
    says: 'Ben records her once more, by telephone.',
    as: 'ben',
    body: { name: 'Kis Marta', phones: [{ number: '0036 1 2345678', verified: true }] },
    keep: 'again',
  },
  { operation: 'getCustomer', says: 'Sam reads the first record.', as: 'sam', params: { id: '{marta.id}' } },
  { operation: 'listCustomers', says: 'Sam looks for Marta.', as: 'sam', query: { q: 'marta' } },
  {
    operation: 'suggestCustomers',
    says: 'Ben asks who writes from this address.',
    as: 'ben',
    query: { email: 'marta@example.org' },
  },
  {
    operation: 'listCustomerDuplicates',
    says: 'Sam looks for records of the same person.',
    as: 'sam',
    params: { id: '{again.id}' },
  },
  {
    operation: 'mergeCustomer',
    says: 'Sam makes one of both.',
    as: 'sam',
    params: { id: '{again.id}' },
    body: { intoId: '{marta.id}', reason: 'She confirmed it on the phone.' },
  },
  {
    operation: 'mergeCustomer',
    says: 'It was merged already.',
    as: 'sam',
    params: { id: '{again.id}' },
    body: { intoId: '{marta.id}', reason: 'She confirmed it on the phone.' },
    refused: 'action_refused',
  },
  {
    operation: 'updateCustomer',
    says: 'A record that was merged stays as it was.',
    as: 'anna',
    params: { id: '{again.id}' },
    headers: { 'If-Match': '*' },
    body: { name: 'Marta' },
    refused: 'action_refused',
  },
];

const VALUE: Step[] = [
  {
    operation: 'importCustomerValue',
    says: 'Sam imports what Marta was worth.',
    as: 'sam',
    params: { id: '{marta.id}' },
    body: { year: 2026, revenue: '1200.00', costToServe: '300.00', currency: 'EUR' },
  },
  {
    operation: 'listCustomerValues',
    says: 'Otto reads it.',
    as: 'otto',
    params: { id: '{marta.id}' },
  },
  {
    operation: 'applyTiers',
    says: 'Sam asks what the rules would change.',
    as: 'sam',
    body: { year: 2026, currency: 'EUR', dryRun: true },
  },
  {
    operation: 'listCustomersByRevenue',
    says: 'Sam ranks the customers.',
    as: 'sam',
    query: { year: 2026, currency: 'EUR' },
  },
  {
    operation: 'summariseCustomersByRevenue',
    says: 'Sam reads what a fifth of them brings.',
    as: 'sam',
    query: { year: 2026, currency: 'EUR' },
  },
];

/** Whom the house serves, and what they are worth. */
export const CUSTOMERS: Step[] = [...TIERS, ...COMPANY, ...MARTA, ...VALUE];
