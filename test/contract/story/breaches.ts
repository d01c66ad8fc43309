import type { Step } from './step.js';

const BED = { id: '{bed.id}' };

/** A call that was promised, and made too late. */
function lateCall(
  what: string,
  keep: string,
  [promisedAt, dueAt, calledAt]: [string, string, string],
): Step[] {
  return [
    {
      operation: 'makePromise',
      says: 'Anna promises a call.',
      as: 'anna',
      at: promisedAt,
      params: BED,
      body: { kind: 'callback', what, dueAt },
      keep,
      quiet: true,
    },
    {
      operation: 'keepPromise',
      name: keep,
      says: 'Anna calls, too late.',
      as: 'anna',
      at: calledAt,
      params: { ...BED, promiseId: `{${keep}.id}` },
      body: { note: 'Called, with an apology for the delay.' },
      quiet: keep !== 'lateCall' || undefined,
    },
  ];
}

/** What Anna owes Marta where she did not keep her word. */
export const BREACH_STORY: Step[] = [
  ...lateCall('Call about the invoice', 'lateCall', [
    '2026-11-25T09:00:00.000Z',
    '2026-11-26T10:00:00.000Z',
    '2026-11-27T09:00:00.000Z',
  ]),
  ...lateCall('Call about the corner guards', 'secondCall', [
    '2026-11-27T09:05:00.000Z',
    '2026-11-27T12:00:00.000Z',
    '2026-11-27T15:00:00.000Z',
  ]),
  ...lateCall('Call about the carrier', 'thirdCall', [
    '2026-11-27T15:05:00.000Z',
    '2026-11-28T12:00:00.000Z',
    '2026-11-28T15:00:00.000Z',
  ]),
  {
    operation: 'listBreaches',
    says: 'Sam sees what is owed.',
    as: 'sam',
    params: BED,
    query: { limit: 3 },
    keep: 'breaches',
  },
  {
    operation: 'listBoard',
    says: 'And where an apology or a cause is owed, over all complaints.',
    as: 'sam',
    query: { standing: 'cause_missing', limit: 1, count: true },
  },
  {
    operation: 'answerBreach',
    says: 'Ben is complained about here.',
    as: 'ben',
    params: { ...BED, breachId: '{breaches.items.0.id}' },
    body: { apology: 'I am sorry.', cause: { text: 'Too many calls.' } },
    refused: 'action_refused',
  },
  {
    operation: 'answerBreach',
    says: 'Anna apologises for the first one, and says why.',
    as: 'anna',
    params: { ...BED, breachId: '{breaches.items.0.id}' },
    body: {
      apology: 'I said that I would call on Thursday and did not. I am sorry.',
      cause: { text: 'Two people were ill, and nobody took over the calls.' },
      breachIds: ['{breaches.items.0.id}'],
    },
  },
  {
    operation: 'waiveBreach',
    says: 'Sam lets the second one be: Marta asked to be called later.',
    as: 'sam',
    params: { ...BED, breachId: '{breaches.items.1.id}' },
    body: { reason: 'Marta asked to be called in the afternoon.' },
  },
  {
    operation: 'waiveBreach',
    says: 'It was waived before.',
    as: 'sam',
    params: { ...BED, breachId: '{breaches.items.1.id}' },
    body: { reason: 'Marta asked to be called in the afternoon.' },
    refused: 'action_refused',
  },
  {
    operation: 'withdrawBreach',
    says: 'The list of calls shows that the third call was made in time.',
    as: 'sam',
    params: { ...BED, breachId: '{breaches.items.2.id}' },
    body: { keptAt: '2026-11-28T11:30:00.000Z', reason: 'The list of calls of that day.' },
  },
  {
    operation: 'withdrawBreach',
    says: 'It was withdrawn before.',
    as: 'sam',
    params: { ...BED, breachId: '{breaches.items.2.id}' },
    body: { keptAt: '2026-11-28T11:30:00.000Z', reason: 'The list of calls of that day.' },
    refused: 'action_refused',
  },
  {
    operation: 'getBreach',
    says: 'Otto reads what became of the first one.',
    as: 'otto',
    params: { ...BED, breachId: '{breaches.items.0.id}' },
  },
  {
    operation: 'getComplaint',
    says: 'What is promised to Marta.',
    as: 'otto',
    params: BED,
    keep: 'promised',
    quiet: true,
  },
  {
    operation: 'explainPromise',
    says: 'Otto asks why the first promise that runs is due when it is due.',
    as: 'otto',
    params: { ...BED, promiseId: '{promised.promises.0.id}' },
  },
  {
    operation: 'previewStandard',
    says: 'Ada wants to promise everybody a decision in twenty days, and looks at what that would change.',
    as: 'ada',
    params: { id: '{promised.standard.id}' },
    query: { limit: 1 },
    body: {
      promises: [
        promised('acknowledge', 'PT24H', false),
        promised('establish_facts', 'P5D'),
        promised('name_owner', 'P1D'),
        promised('update', 'P7D'),
        promised('resolve', 'P20D'),
      ],
    },
  },
  {
    operation: 'restandardiseComplaint',
    says: 'Sam has Marta’s complaint measured by the standard that fits it now.',
    as: 'sam',
    params: BED,
    body: { reason: 'The standard was changed since it came.' },
  },
];

function promised(kind: string, target: string, pausable = true) {
  return { kind, target, time: 'elapsed', warnAtPercent: 80, pausable, legal: false };
}
