import type { Page } from '../../page.js';
import { type Guide, guidePage } from '../guide.js';
import { get, post } from './calls-of-staff.js';

const AT = '/v1/complaints/$COMPLAINT';
const ON_THE_SPOT = `${AT}/actions/resolve-on-the-spot`;

const atTheDesk = post(
  '/v1/complaints',
  {
    channel: 'visit',
    description: 'The lamp that I bought yesterday flickers.',
    complainant: { name: 'Marta Kis', phone: '+36 1 234 5678' },
  },
  { id: '$COMPLAINT', state: 'received' },
  201,
);

const possible = get(`${AT}/actions`, {
  items: [
    '…',
    {
      action: 'resolve-on-the-spot',
      allowed: true,
      unmet: [],
      asks: [
        'message',
        'summary',
        'assessment',
        'facts',
        'agreedActions',
        'outcome',
        'explanation',
        'rootCause',
        'notDeterminedReason',
      ],
    },
  ],
});

const ASSESSMENT = {
  severity: 'low',
  safety: false,
  complexity: 'low',
  impact: 'The customer came back for it.',
};

const SETTLED = {
  message: 'I am sorry that you had to come back for this.',
  said: { how: 'visit', saidAt: '$A_MINUTE_AGO' },
  facts: [{ statement: 'The lamp flickers.', source: 'customer', standing: 'confirmed' }],
  summary: 'The lamp flickers; the contact in its socket is loose.',
  assessment: ASSESSMENT,
  agreedActions: [{ what: 'Hand over a new lamp', done: true }],
  outcome: 'upheld',
  explanation: 'The socket was faulty. You have a new lamp.',
  rootCause: { text: 'The socket was not tested.' },
  accepted: { how: 'visit', saidAt: '$A_MINUTE_AGO' },
};

const missing = post(
  ON_THE_SPOT,
  { ...SETTLED, facts: [], agreedActions: [] },
  { code: 'action_refused', unmet: [{ code: 'customer_not_heard' }, { code: 'action_required' }] },
  409,
);

const settled = post(ON_THE_SPOT, SETTLED, {
  id: '$COMPLAINT',
  state: 'closed',
  owner: { name: '…' },
  resolution: { outcome: 'upheld' },
});

const promised = get(`${AT}/promises?limit=100`, {
  items: ['…', { kind: 'action', what: 'Hand over a new lamp', state: 'kept' }],
});

export const ON_THE_SPOT_GUIDE: Guide = {
  path: 'how-to-on-the-spot',
  title: 'How to resolve a complaint on the spot',
  purpose:
    'For those who build the screen at a desk or on the phone, where one person settles everything while the ' +
    'customer is there.',
  chapter: 'interface',
  given: ['STAFF', 'A_MINUTE_AGO'],
  steps: [
    {
      id: 'ask',
      heading: 'Ask what is asked',
      text:
        'One action stands for all [steps](workflow) that are still to come up to the decision. `asks` names what ' +
        'its body has to bring for those: the further the complaint has come, the less. What belongs to a step that ' +
        'was taken before is refused, so that nothing that somebody typed is lost.',
      exchanges: [atTheDesk, possible],
    },
    {
      id: 'missing',
      heading: 'See everything that is missing at once',
      text:
        'What any of the steps lacks is [named](problems/action-refused#needs) in one answer, in their order. ' +
        'Nothing is changed until nothing is missing.',
      exchanges: [missing],
    },
    {
      id: 'settle',
      heading: 'Settle it',
      text:
        'The caller becomes the owner where nobody else is named. `said` holds for all words of the call: told to ' +
        'the face of the customer, they count as handed over then. What is `done` already is promised and kept at ' +
        'once; what is not has a date. `remedies` are granted within the [authority](glossary#authority) of the ' +
        'caller. With `accepted`, the complaint is closed.',
      exchanges: [settled],
    },
    {
      id: 'afterwards',
      heading: 'Find it as if it had been done step by step',
      text:
        'Each step has written its own [entries](entries), and each [promise](promises) was made and kept: who ' +
        'counts or proves anything later sees no difference.',
      exchanges: [promised],
    },
  ],
};

export const ON_THE_SPOT_GUIDE_PAGE: Page = guidePage(ON_THE_SPOT_GUIDE);
