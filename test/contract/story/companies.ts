import type { Step } from './step.js';

/** A company, and who decides there. */
export const COMPANY: Step[] = [
  {
    operation: 'createAccount',
    says: 'Anna records a hotel that she looks after.',
    as: 'anna',
    body: { name: 'Hotel Duna', registrationNumber: '01-09-123456', managerId: '{anna.id}', tier: 'silver' },
    keep: 'hotel',
  },
  {
    operation: 'updateAccount',
    says: 'She notes when it renews.',
    as: 'anna',
    params: { id: '{hotel.id}' },
    headers: { 'If-Match': '"{hotel.version}"' },
    body: { notes: 'Renews in spring.' },
  },
  { operation: 'getAccount', says: 'Ben reads it.', as: 'ben', params: { id: '{hotel.id}' } },
  { operation: 'listAccounts', says: 'Ben looks for hotels.', as: 'ben', query: { q: 'hotel' } },
  {
    operation: 'createContact',
    says: 'Anna records who decides there.',
    as: 'anna',
    params: { id: '{hotel.id}' },
    body: { name: 'Béla Nagy', role: 'head of purchasing', email: 'bela@hotel.example' },
    keep: 'bela',
  },
  {
    operation: 'updateContact',
    says: 'He has a telephone.',
    as: 'anna',
    params: { id: '{bela.id}' },
    headers: { 'If-Match': '"{bela.version}"' },
    body: { phone: '+36 1 987 6543' },
  },
  { operation: 'getContact', says: 'Ben reads how to reach him.', as: 'ben', params: { id: '{bela.id}' } },
  {
    operation: 'listContacts',
    says: 'Ben lists the key figures of the hotel.',
    as: 'ben',
    params: { id: '{hotel.id}' },
  },
];
