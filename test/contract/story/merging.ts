import type { Step } from './step.js';

const FIRST = { id: '{chair.id}' };
const SECOND = { id: '{second.id}' };

function received(name: string, keep: string, says: string, body: object): Step {
  const whole = {
    channel: 'phone',
    complainant: { name: 'Pia Holm', email: 'pia@example.org' },
    orderReference: 'C-4410',
    ...body,
  };
  return { operation: 'receiveComplaint', name, says, as: 'anna', body: whole, keep };
}

/** Pia complains twice about one chair, and once about another. */
export const MERGING_STORY: Step[] = [
  {
    ...received('chair', 'chair', 'Pia calls about a chair.', {
      subject: 'Chair wobbles',
      description: 'The new chair wobbles on every floor.',
    }),
    quiet: true,
  },
  received('twice', 'second', 'Pia calls again; Anna sees that it may be the same.', {
    subject: 'The chair wobbles',
    description: 'I called last week about my chair, and nobody came.',
  }),
  {
    operation: 'listPossibleDuplicates',
    says: 'What may be the same.',
    as: 'anna',
    params: SECOND,
  },
  {
    operation: 'addLink',
    says: 'Anna says how they belong together, until she knows more.',
    as: 'anna',
    params: SECOND,
    body: { type: 'related', complaintId: '{chair.id}', note: 'The same order.' },
    keep: 'link',
  },
  {
    operation: 'addLink',
    says: 'It was said already.',
    as: 'ben',
    params: FIRST,
    body: { type: 'related', complaintId: '{second.id}' },
    refused: 'action_refused',
  },
  { operation: 'listLinks', says: 'From the other side.', as: 'anna', params: FIRST },
  {
    operation: 'getLink',
    says: 'One of them.',
    as: 'anna',
    params: { ...SECOND, linkId: '{link.id}' },
  },
  {
    operation: 'removeLink',
    says: 'They are the same: there is nothing to link.',
    as: 'anna',
    params: { ...SECOND, linkId: '{link.id}' },
  },
  {
    operation: 'addLink',
    says: 'A link that a merged complaint keeps.',
    as: 'anna',
    params: SECOND,
    body: { type: 'duplicate', complaintId: '{chair.id}' },
    keep: 'kept',
    quiet: true,
  },
  {
    operation: 'mergeComplaint',
    says: 'Anna goes on with both as one.',
    as: 'anna',
    params: SECOND,
    body: { intoId: '{chair.id}', reason: 'The same chair, complained about twice.' },
  },
  {
    operation: 'mergeComplaint',
    says: 'Ben tries it the other way round, and comes too late.',
    as: 'ben',
    params: FIRST,
    body: { intoId: '{second.id}', reason: 'The same chair.' },
    refused: 'action_refused',
  },
  {
    operation: 'removeLink',
    says: 'A merged complaint rests.',
    as: 'anna',
    params: { ...SECOND, linkId: '{kept.id}' },
    refused: 'action_refused',
  },
];
