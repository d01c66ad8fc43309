import type { Step } from './step.js';

const BED = { id: '{bed.id}' };

/** Who may grant how much alone. */
const AUTHORITIES: Step[] = [
  {
    operation: 'createAuthority',
    says: 'Ada says how much each agent may grant alone.',
    as: 'ada',
    body: {
      role: 'agent',
      currency: 'EUR',
      perRemedy: '40.00',
      perComplaint: '100.00',
      perPeriod: '500.00',
      period: 'P30D',
    },
    keep: 'authority',
  },
  {
    operation: 'createAuthority',
    name: 'ofSam',
    says: 'Sam may grant more than others.',
    as: 'ada',
    body: {
      userId: '{sam.id}',
      currency: 'EUR',
      perRemedy: '500.00',
      perComplaint: '1000.00',
      perPeriod: '5000.00',
      period: 'P30D',
    },
  },
  {
    operation: 'updateAuthority',
    says: 'Fifty euros are easier to remember.',
    as: 'ada',
    params: { id: '{authority.id}' },
    headers: { 'If-Match': '"{authority.version}"' },
    body: { perRemedy: '50.00' },
  },
  {
    operation: 'getAuthority',
    says: 'Anna reads what agents may grant.',
    as: 'anna',
    params: { id: '{authority.id}' },
  },
  { operation: 'listAuthorities', says: 'Otto lists who may grant how much.', as: 'otto' },
  {
    operation: 'getMyAuthority',
    says: 'Anna asks what she may grant Marta alone.',
    as: 'anna',
    query: { complaintId: BED.id },
  },
];

/** A remedy that is proposed, and an answer that is kept under its name. */
function proposed(name: string, says: string, amount: string, type = 'compensation'): Step {
  const body = { type, money: { amount, currency: 'EUR' }, reason: 'Marta slept on the floor for a week.' };
  return { operation: 'proposeRemedy', name, says, as: 'anna', params: BED, body, keep: name };
}

function told(operation: string, as: Step['as'], says: string, remedy: string, body?: object): Step {
  return { operation, as, says, params: { ...BED, remedyId: `{${remedy}.id}` }, body };
}

const PAID = { externalReference: 'PAY-2026-11-0042' };

/** What makes good what happened to Marta. */
export const REMEDY_STORY: Step[] = [
  { operation: 'getMe', says: 'Sam.', as: 'sam', keep: 'sam', quiet: true },
  ...AUTHORITIES,
  proposed('approved', 'Anna refunds the delivery, which she may grant alone.', '29.00', 'refund'),
  proposed('waiting', 'A compensation is more than she may grant.', '80.00'),
  {
    ...proposed('byBen', 'Ben is complained about here.', '10.00'),
    as: 'ben',
    refused: 'action_refused',
  },
  {
    ...told('approveRemedy', 'anna', 'Anna proposed it herself.', 'waiting', {}),
    refused: 'action_refused',
  },
  told('approveRemedy', 'sam', 'Sam approves it.', 'waiting', { dueAt: '2026-12-05T12:00:00.000Z' }),
  proposed('voucher', 'Anna proposes a voucher.', '400.00', 'voucher'),
  told('refuseRemedy', 'sam', 'Sam does not grant it.', 'voucher', {
    reason: 'The compensation is enough.',
  }),
  {
    ...told('refuseRemedy', 'sam', 'It was refused before.', 'voucher', {
      reason: 'The compensation is enough.',
    }),
    refused: 'action_refused',
  },
  told('executeRemedy', 'anna', 'The refund is paid.', 'approved', PAID),
  {
    ...told('executeRemedy', 'anna', 'It was paid before.', 'approved', {
      externalReference: 'PAY-2026-11-0043',
    }),
    refused: 'action_refused',
  },
  told('reverseRemedy', 'sam', 'The carrier pays the compensation instead.', 'waiting', {
    reason: 'The carrier pays it.',
  }),
  {
    ...told('reverseRemedy', 'sam', 'It was taken back before.', 'waiting', {
      reason: 'The carrier pays it.',
    }),
    refused: 'action_refused',
  },
  told('getRemedy', 'otto', 'Otto reads what became of the refund.', 'approved'),
  {
    operation: 'listRemedies',
    says: 'Otto lists what was proposed.',
    as: 'otto',
    params: BED,
    query: { limit: 2 },
  },
];
