import type { Step } from './step.js';

const EXPORT = { id: '{export.id}' };
const RUN = { id: '{run.id}' };

/** Three years later. */
export const RETENTION_RUNS: Step[] = [
  {
    operation: 'getSubjectExportContent',
    says: 'The thirty days are long over.',
    as: 'sam',
    params: EXPORT,
    at: '2030-06-03T09:00:00.000Z',
    refused: 'action_refused',
  },
  {
    operation: 'listDueComplaints',
    says: 'Otto asks what was kept for long enough.',
    as: 'otto',
    query: { limit: 3 },
  },
  { operation: 'planRetentionRun', says: 'Sam plans to erase it.', as: 'sam', body: {}, keep: 'mistaken' },
  {
    operation: 'cancelRetentionRun',
    says: 'Sam wants to look again first.',
    as: 'sam',
    params: { id: '{mistaken.id}' },
  },
  {
    operation: 'cancelRetentionRun',
    says: 'It was cancelled before.',
    as: 'sam',
    params: { id: '{mistaken.id}' },
    refused: 'action_refused',
  },
  {
    operation: 'planRetentionRun',
    says: 'Sam plans it anew.',
    as: 'sam',
    body: { asOf: '2030-06-03T09:00:00.000Z' },
    keep: 'run',
    quiet: true,
  },
  {
    operation: 'approveRetentionRun',
    says: 'Nobody approves what they planned themselves.',
    as: 'sam',
    params: RUN,
    refused: 'action_refused',
  },
  {
    operation: 'approveRetentionRun',
    says: 'Ada approves, and the complaints are erased one by one.',
    as: 'ada',
    params: RUN,
    shows: beforeTheFirst,
  },
  { operation: 'getRetentionRun', says: 'A moment later all is done.', as: 'otto', params: RUN },
  { operation: 'listRetentionRuns', says: 'Otto lists the runs.', as: 'otto', query: { limit: 2 } },
  {
    operation: 'listRetentionRunComplaints',
    says: 'Otto looks for the certificate of one.',
    as: 'otto',
    params: RUN,
    query: { state: 'done', limit: 1 },
  },
];

interface Run {
  planned: number;
  done: number;
  refused: number;
}

/** The job may have begun by the time of the answer. */
function beforeTheFirst(body: unknown): unknown {
  const run = body as Run;
  const planned = run.planned + run.done + run.refused;
  const waits = { state: 'running', planned, done: 0, refused: 0, refusedFor: [], doneAt: null, version: 2 };
  return { ...run, ...waits };
}
