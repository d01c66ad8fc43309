import type { Step } from './step.js';

/** What became of words on their way, and how Marta gets back to her complaint. */
export const MAIL_STORY: Step[] = [
  {
    operation: 'writeMessage',
    name: 'said',
    says: 'Anna has told Marta on the telephone, and read it back to her.',
    as: 'anna',
    at: '2026-12-20T09:00:00.000Z',
    params: { id: '{bed.id}' },
    body: {
      audience: 'customer',
      body: 'The new leg comes on Tuesday.',
      said: {
        how: 'phone',
        saidAt: '2026-12-20T08:55:00.000Z',
        number: '+36 1 234 5678',
        readBack: true,
      },
    },
    keep: 'called',
  },
  {
    operation: 'listDeliveries',
    says: 'No mail server had to be asked.',
    as: 'anna',
    params: { id: '{bed.id}', messageId: '{called.id}' },
  },
  {
    operation: 'renewTrackingToken',
    says: 'Marta has lost the way to her complaint.',
    as: 'nobody',
    body: { reference: '{bed.reference}', email: 'marta@example.org' },
  },
];
