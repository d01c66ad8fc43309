import type { Step } from './step.js';

const LAMP = { id: '{flicker.id}' };
const AT_THE_DESK = '2027-06-07T10:00:00.000Z';

/** What Anna knows when Pia leaves the desk. */
const SETTLED = {
  message: 'I am sorry that you had to come back for this.',
  said: { how: 'visit', saidAt: AT_THE_DESK },
  facts: [{ statement: 'The lamp flickers.', source: 'customer', standing: 'confirmed' }],
  summary: 'The lamp flickers; the contact in its socket is loose.',
  assessment: {
    severity: 'low',
    safety: false,
    complexity: 'low',
    impact: 'The customer came back for it.',
  },
  agreedActions: [{ what: 'Hand over a new lamp', done: true }],
  remedies: [{ type: 'apology', reason: 'She came twice.' }],
  outcome: 'upheld',
  explanation: 'The socket was faulty. You have a new lamp.',
  rootCause: { text: 'The socket was not tested.' },
  accepted: { how: 'visit', saidAt: AT_THE_DESK },
};

/** Pia comes back to the shop, and leaves it content. */
export const ON_THE_SPOT_STORY: Step[] = [
  {
    operation: 'receiveComplaint',
    name: 'desk',
    says: 'Pia stands at the desk with her lamp.',
    as: 'anna',
    at: AT_THE_DESK,
    body: {
      channel: 'visit',
      complainant: { name: 'Pia Holm', email: 'pia@example.org' },
      subject: 'Lamp flickers',
      description: 'The lamp that I bought yesterday flickers.',
    },
    keep: 'flicker',
    quiet: true,
  },
  {
    operation: 'resolveOnTheSpot',
    says: 'Anna has not put on record what Pia says, nor what was agreed.',
    as: 'anna',
    params: LAMP,
    body: { ...SETTLED, facts: [], agreedActions: [] },
    refused: 'action_refused',
  },
  {
    operation: 'resolveOnTheSpot',
    says: 'Anna settles it while Pia is there, and Pia is content.',
    as: 'anna',
    params: LAMP,
    body: SETTLED,
  },
];
