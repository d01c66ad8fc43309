import type { Step } from './step.js';

const THIS = { id: '{erasing.id}' };

/** Nora takes her complaint back, and asks to be forgotten. */
const NORA: Step[] = [
  {
    operation: 'createCustomer',
    says: 'Anna records Nora.',
    as: 'anna',
    body: { name: 'Nora Vas', emails: [{ address: 'nora@example.org', verified: true }] },
    keep: 'nora',
    quiet: true,
  },
  {
    operation: 'receiveComplaint',
    says: 'Nora complains about a shelf.',
    as: 'anna',
    body: {
      channel: 'phone',
      customerId: '{nora.id}',
      description: 'The shelf came down in the night.',
      complainant: { name: 'Nora Vas', email: 'nora@example.org' },
    },
    keep: 'shelf',
    quiet: true,
  },
  {
    operation: 'planErasure',
    says: 'Her complaint is still open.',
    as: 'sam',
    body: { customerId: '{nora.id}', basis: 'request', reason: 'Asked for on the phone.' },
    refused: 'action_refused',
  },
  {
    operation: 'withdrawOwnComplaint',
    says: 'Nora takes it back.',
    as: '{shelf.trackingToken}',
    body: { reason: 'The wall was too soft.' },
    quiet: true,
  },
];

const ERASING: Step[] = [
  {
    operation: 'planErasure',
    says: 'Sam plans to erase what is known of Nora.',
    as: 'sam',
    body: { customerId: '{nora.id}', basis: 'request', reason: 'Asked for by letter.' },
    keep: 'mistaken',
  },
  {
    operation: 'cancelErasure',
    says: 'The letter was about something else.',
    as: 'sam',
    params: { id: '{mistaken.id}' },
  },
  {
    operation: 'cancelErasure',
    says: 'It was cancelled already.',
    as: 'sam',
    params: { id: '{mistaken.id}' },
    refused: 'action_refused',
  },
  {
    operation: 'planErasure',
    says: 'Nora writes again, and is clear about it.',
    as: 'sam',
    body: { customerId: '{nora.id}', basis: 'request', reason: 'Asked for by letter.' },
    keep: 'erasing',
    quiet: true,
  },
  { operation: 'getErasure', says: 'Ada reads what would go, and what stays.', as: 'ada', params: THIS },
  {
    operation: 'approveErasure',
    says: 'Nobody approves what they planned themselves.',
    as: 'sam',
    params: THIS,
    refused: 'action_refused',
  },
  { operation: 'approveErasure', says: 'Ada approves, and it is done.', as: 'ada', params: THIS },
  {
    operation: 'listErasures',
    says: 'Otto lists what was erased.',
    as: 'otto',
    query: { state: 'done' },
  },
  { operation: 'getErasureCertificate', says: 'Otto reads the certificate.', as: 'otto', params: THIS },
];

/** Béla left the hotel. */
const BELA: Step[] = [
  {
    operation: 'planErasure',
    says: 'Béla left the hotel, and his time is over.',
    as: 'sam',
    body: { contactId: '{bela.id}', basis: 'retention', reason: 'He left in autumn.' },
    keep: 'erasingBela',
    quiet: true,
  },
  {
    operation: 'approveErasure',
    says: 'Ada approves.',
    as: 'ada',
    params: { id: '{erasingBela.id}' },
    quiet: true,
  },
  {
    operation: 'updateContact',
    says: 'Nothing is written to what was erased.',
    as: 'anna',
    params: { id: '{bela.id}' },
    headers: { 'If-Match': '*' },
    body: { phone: '+36 1 987 6543' },
    refused: 'action_refused',
  },
];

export const ERASING_STORY: Step[] = [...NORA, ...ERASING, ...BELA];
