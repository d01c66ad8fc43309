import type { Step } from './step.js';

/** Who is away and who stands in. */
export const AVAILABILITY: Step[] = [
  {
    operation: 'announceAbsence',
    says: 'Ben goes on holiday; Anna stands in.',
    as: 'ben',
    params: { id: '{ben.id}' },
    body: {
      from: '2027-06-21T06:00:00.000Z',
      to: '2027-07-05T06:00:00.000Z',
      standInId: '{anna.id}',
      note: 'No telephone on the mountain.',
    },
    keep: 'holiday',
  },
  {
    operation: 'announceAbsence',
    says: 'Anna cannot do so for Ben.',
    as: 'anna',
    params: { id: '{ben.id}' },
    body: { from: '2027-08-02T06:00:00.000Z', standInId: '{anna.id}' },
    refused: 'action_refused',
  },
  {
    operation: 'updateAbsence',
    says: 'He comes back a week earlier.',
    as: 'ben',
    params: { id: '{ben.id}', absenceId: '{holiday.id}' },
    headers: { 'If-Match': '"{holiday.version}"' },
    body: { to: '2027-06-28T06:00:00.000Z' },
  },
  {
    operation: 'getAbsence',
    says: 'Anna reads when it is.',
    as: 'anna',
    params: { id: '{ben.id}', absenceId: '{holiday.id}' },
  },
  {
    operation: 'listAbsencesOfUser',
    says: 'Anna sees when Ben is away.',
    as: 'anna',
    params: { id: '{ben.id}' },
  },
  {
    operation: 'listAbsences',
    says: 'Sam sees who is away, and who will be.',
    as: 'sam',
    query: { state: ['planned', 'running'] },
  },
  {
    operation: 'endAbsence',
    says: 'The holiday does not take place.',
    as: 'ben',
    params: { id: '{ben.id}', absenceId: '{holiday.id}' },
  },
  {
    operation: 'endAbsence',
    says: 'What is over stays over.',
    as: 'ben',
    params: { id: '{ben.id}', absenceId: '{holiday.id}' },
    refused: 'action_refused',
  },
  {
    operation: 'updateAbsence',
    says: 'It cannot be moved any more either.',
    as: 'ben',
    params: { id: '{ben.id}', absenceId: '{holiday.id}' },
    headers: { 'If-Match': '*' },
    body: { to: null },
    refused: 'action_refused',
  },
];
