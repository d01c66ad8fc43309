import type { Step } from './step.js';

/** Where the house can be reached. */
export const CONTACT_POINTS: Step[] = [
  {
    operation: 'createContactPoint',
    says: 'Sam says where the complaints line is.',
    as: 'sam',
    body: {
      kind: 'phone',
      label: 'Complaints line',
      value: '+36 1 234 5678',
      languages: ['hu', 'en'],
      note: 'Free of charge',
      place: 10,
    },
    keep: 'line',
  },
  {
    operation: 'updateContactPoint',
    says: 'The line is down for two days: one change.',
    as: 'sam',
    params: { id: '{line.id}' },
    headers: { 'If-Match': '"{line.version}"' },
    body: {
      closures: [
        { from: '2027-01-04T00:00:00.000Z', to: '2027-01-06T00:00:00.000Z', note: 'New telephones' },
      ],
    },
  },
  { operation: 'getContactPoint', says: 'Anybody reads it.', as: 'nobody', params: { id: '{line.id}' } },
  { operation: 'listContactPoints', says: 'Anybody sees who answers now.', as: 'nobody' },
];
