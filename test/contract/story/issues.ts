import type { Step } from './step.js';

const BED = { id: '{bed.id}' };
const SAID = { said: { how: 'phone', saidAt: '2026-11-24T18:05:00.000Z' } };

/** A point that is put on record, and an answer that is kept under its name. */
function added(name: string, says: string, what: string): Step {
  return { operation: 'addIssue', name, says, as: 'anna', params: BED, body: { what }, keep: name };
}

function told(operation: string, as: Step['as'], says: string, issue: string, body?: object): Step {
  return { operation, as, says, params: { ...BED, issueId: `{${issue}.id}` }, body };
}

const LEG = {
  outcome: 'upheld',
  explanation: 'The leg broke in the box: it had no corner guards.',
  rootCause: { text: 'Packed without corner guards.' },
};
const TELEPHONE = {
  outcome: 'upheld',
  explanation: 'One person answered the telephone, and she was ill.',
  rootCause: { text: 'One person at the telephone.' },
};

/** What Marta complains about, point by point. */
export const ISSUE_STORY: Step[] = [
  added('leg', 'Marta complains about more than one thing; Anna puts each on record.', 'The leg was broken.'),
  added('telephone', 'The second.', 'Nobody answers the telephone.'),
  added('stairs', 'The third.', 'The bed was left at the foot of the stairs.'),
  {
    ...added('byBen', 'Ben is complained about here.', 'The driver was rude.'),
    as: 'ben',
    refused: 'action_refused',
  },
  told('decideIssue', 'anna', 'Anna says what was found about the leg.', 'leg', LEG),
  { ...told('decideIssue', 'anna', 'And about the telephone.', 'telephone', TELEPHONE), quiet: true },
  {
    ...told('decideIssue', 'ben', 'Ben may not decide about himself.', 'telephone', TELEPHONE),
    refused: 'action_refused',
  },
  told('withdrawIssue', 'anna', 'Marta does not mind the stairs any more.', 'stairs', SAID),
  {
    ...told('withdrawIssue', 'anna', 'It was taken back before.', 'stairs', SAID),
    refused: 'action_refused',
  },
  told('getIssue', 'otto', 'Otto reads what was found about the leg.', 'leg'),
  { operation: 'listIssues', says: 'Otto lists the points.', as: 'otto', params: BED, query: { limit: 2 } },
];
