import { BED_STORY } from './bed.js';
import { BREACH_STORY } from './breaches.js';
import { ENDING } from './ending.js';
import { LAMP_AGAIN, LAMP_STORY, TABLE_STORY } from './others.js';
import { PROMISES_STORY } from './promises.js';
import type { Step } from './step.js';
import { BED_WORK } from './work.js';

const LAMP = '{lamp.id}';
const BED = '{bed.id}';
const TABLE = '{table.id}';
const LENA = '{lamp.trackingToken}';
const MARTA = '{receipt.trackingToken}';

const TAKEN = [
  ...BED_STORY,
  ...PROMISES_STORY,
  ...TABLE_STORY,
  ...LAMP_STORY,
  ...LAMP_AGAIN,
  ...BED_WORK,
  ...BREACH_STORY,
  ...ENDING,
];

/** What the story sends to this operation elsewhere. */
function bodyOf(operation: string): unknown {
  return TAKEN.find((step) => step.operation === operation)?.body;
}

/** An action that the case does not allow; the body is one that is taken elsewhere. */
function refused(operation: string, as: Step['as'], params: Step['params'], says: string): Step {
  return { operation, as, params, says, body: bodyOf(operation), refused: 'action_refused' };
}

function tooLate(operation: string, as: Step['as'] = 'sam', params: Step['params'] = { id: LAMP }): Step {
  return refused(operation, as, params, 'The complaint was declined.');
}

/** Each action, where it is not possible. */
export const REFUSED_ACTIONS: Step[] = [
  {
    operation: 'listPromises',
    says: 'What was promised to Lena.',
    as: 'sam',
    params: { id: LAMP },
    keep: 'over',
    quiet: true,
  },
  {
    operation: 'getComplaint',
    says: 'Its version.',
    as: 'sam',
    params: { id: BED },
    keep: 'now',
    quiet: true,
  },
  {
    ...refused('updateComplaint', 'ben', { id: BED }, 'Ben is complained about here.'),
    headers: { 'If-Match': '"{now.version}"' },
    body: { tags: [] },
  },
  refused('writeMessage', 'ben', { id: BED }, 'Ben is complained about here.'),
  refused('handOverMessage', 'ben', { id: TABLE, messageId: '{said.id}' }, 'It was handed over before.'),
  refused('hearMessage', 'ben', { id: TABLE, messageId: '{said.id}' }, 'These are words of the house.'),
  refused('reopenComplaint', 'sam', { id: BED }, 'Work goes on.'),
  refused('reopenOwnComplaint', MARTA, undefined, 'Work goes on.'),
  ...['acknowledgeComplaint', 'askCustomer', 'resumeComplaint'].map((one) => tooLate(one)),
  ...['acceptForCustomer', 'disputeForCustomer', 'withdrawForCustomer'].map((one) => tooLate(one)),
  ...['declineComplaint', 'escalateComplaint', 'recordFact', 'makePromise', 'restandardiseComplaint'].map(
    (one) => tooLate(one),
  ),
  {
    ...tooLate('settleFact', 'sam', { id: LAMP, factId: '{dark.id}' }),
    headers: { 'If-Match': '"{dark.version}"' },
  },
  ...['keepPromise', 'movePromise', 'releasePromise'].map((one) =>
    tooLate(one, 'sam', { id: LAMP, promiseId: '{over.items.0.id}' }),
  ),
  ...['acceptDecision', 'disputeDecision', 'withdrawOwnComplaint', 'escalateOwnComplaint'].map((one) =>
    tooLate(one, LENA, undefined),
  ),
];
