import type { Page } from '../../page.js';
import type { Exchange } from '../exchange.js';
import { type Guide, guidePage } from '../guide.js';
import { get, post } from './calls-of-staff.js';

const REMEDIES = '/v1/complaints/$COMPLAINT/remedies';

const limit = (role: string, perRemedy: string, perPeriod: string): Exchange =>
  post(
    '/v1/authorities',
    { role, currency: 'EUR', perRemedy, perComplaint: perRemedy, perPeriod, period: 'P30D' },
    { role, perRemedy: `${perRemedy}.00`, validUntil: null },
    201,
    'ADMIN',
  );

const brokenBed = post(
  '/v1/complaints',
  {
    channel: 'phone',
    description: 'The bed arrived with a broken leg.',
    complainant: { name: 'Marta Kis', phone: '+36 1 234 5678' },
  },
  { id: '$COMPLAINT', state: 'received' },
  201,
);

const mine = get('/v1/me/authority?complaintId=$COMPLAINT', {
  complaintId: '$COMPLAINT',
  currencies: [{ currency: 'EUR', amount: '50.00', approvers: { roles: ['supervisor'], users: [] } }],
});

const small = post(
  REMEDIES,
  { type: 'refund', money: { amount: '30.00', currency: 'EUR' }, reason: 'The leg was broken.' },
  { id: '$SMALL', state: 'approved', promiseId: '$PROMISE', approvers: null },
  201,
);

const large = post(
  REMEDIES,
  { type: 'compensation', money: { amount: '30.00', currency: 'EUR' }, reason: 'A week on the floor.' },
  { id: '$LARGE', state: 'pending_approval', promiseId: null, expiresAt: '…' },
  201,
);

const exceeded = post(
  `${REMEDIES}/$LARGE/actions/approve`,
  {},
  { code: 'action_refused', unmet: [{ code: 'own_approval' }, { code: 'authority_exceeded' }] },
  409,
);

const approved = post(
  `${REMEDIES}/$LARGE/actions/approve`,
  { dueAt: '$IN_3_DAYS' },
  { id: '$LARGE', state: 'approved', decidedBy: { name: '…' } },
  200,
  'SUPERVISOR',
);

const PAID = { externalReference: 'PAY-2041', note: 'By bank transfer.' };
const done = { id: '$SMALL', state: 'executed', externalReference: 'PAY-2041', executedAt: '…' };
const paid = post(`${REMEDIES}/$SMALL/actions/execute`, PAID, done);
const otherwise = post(
  `${REMEDIES}/$SMALL/actions/execute`,
  { externalReference: 'PAY-2042' },
  { code: 'action_refused', unmet: [{ code: 'executed_otherwise' }] },
  409,
);

const kept = get('/v1/complaints/$COMPLAINT/promises?limit=100', {
  items: ['…', { what: 'Compensation: 30.00 EUR', state: 'open', dueAt: '$IN_3_DAYS' }],
});

export const REMEDIES_GUIDE: Guide = {
  path: 'how-to-remedies',
  title: 'How to make good',
  purpose:
    'For those who build the screen on which money and goods are granted: who may grant how much, who approves ' +
    'the rest, and how nothing is paid twice.',
  chapter: 'interface',
  given: ['STAFF', 'SUPERVISOR', 'ADMIN', 'IN_3_DAYS'],
  steps: [
    {
      id: 'limits',
      heading: 'Say how much may be granted',
      text:
        'An [authority](glossary#authority) is a limit for one [remedy](glossary#remedy), for one complaint and for ' +
        'a period, in one currency, of a role or of a person. The limit for a complaint counts what everybody ' +
        'granted on it. Where none is set, nobody grants money alone, and nobody raises their own while another ' +
        'administrator could: [`own_authority`](problems/own-authority).',
      exchanges: [limit('agent', '50', '500'), limit('supervisor', '900', '9000')],
    },
    {
      id: 'mine',
      heading: 'Ask what you may grant',
      text:
        '`amount` is what is left at this moment for this complaint, and `approvers` are those who may grant more: ' +
        'show both before anybody types an amount.',
      exchanges: [brokenBed, mine],
    },
    {
      id: 'propose',
      heading: 'Propose it',
      text:
        'What your authority covers is approved at once, and promised to the customer. What goes beyond it waits ' +
        'for somebody else, also where several small amounts come to too much together, as here.',
      exchanges: [small, large],
    },
    {
      id: 'approve',
      heading: 'Have it approved by somebody else',
      text:
        'Nobody approves what they proposed. Whoever approves has to be allowed so much when they do it; after 72 ' +
        'hours without a decision the complaint goes to the next level.',
      exchanges: [exceeded, approved],
    },
    {
      id: 'execute',
      heading: 'Carry it out once',
      text:
        'Put on record what was done with the reference of the system that did it, such as the number of the ' +
        'payment. The same reference again answers the same and changes nothing; another one is ' +
        '[refused](problems/action-refused#executed_otherwise).',
      exchanges: [paid, paid, otherwise],
      after:
        'Its promise is kept by that and in no other way. What is approved and not carried out stays promised:',
    },
    {
      id: 'promised',
      heading: 'See what is promised still',
      text: 'A remedy is a [promise](promises) like any other: it stands in the lists, and breaks when it is late.',
      exchanges: [kept],
    },
  ],
};

export const REMEDIES_GUIDE_PAGE: Page = guidePage(REMEDIES_GUIDE);
