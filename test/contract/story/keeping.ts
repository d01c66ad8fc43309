import type { Step } from './step.js';

const HOLD = { id: '{hold.id}' };
const EXPORT = { id: '{export.id}' };
const RUN = { id: '{run.id}' };

/** Paul takes his complaint back, and goes to court all the same. */
const HOLDS: Step[] = [
  {
    operation: 'createCustomer',
    says: 'Anna records Paul.',
    as: 'anna',
    body: { name: 'Paul Toth', emails: [{ address: 'paul@example.org', verified: true }] },
    keep: 'paul',
    quiet: true,
  },
  {
    operation: 'receiveComplaint',
    says: 'Paul complains about a chair.',
    as: 'anna',
    body: {
      channel: 'phone',
      customerId: '{paul.id}',
      description: 'The chair tips over.',
      complainant: { name: 'Paul Toth', email: 'paul@example.org' },
    },
    keep: 'chair',
    quiet: true,
  },
  {
    operation: 'withdrawOwnComplaint',
    says: 'Paul takes it back.',
    as: '{chair.trackingToken}',
    body: { reason: 'My lawyer goes on with it.' },
    quiet: true,
  },
  {
    operation: 'setLegalHold',
    says: 'Nothing about Paul may be erased while he is at court.',
    as: 'sam',
    body: { customerId: '{paul.id}', reason: 'Court of Budapest, 12.P.20.345/2026.' },
    keep: 'hold',
  },
  { operation: 'getLegalHold', says: 'Anna reads why.', as: 'anna', params: HOLD },
  {
    operation: 'listLegalHolds',
    says: 'Otto lists what is in force.',
    as: 'otto',
    query: { inForce: true },
  },
  {
    operation: 'releaseLegalHold',
    says: 'The judgment is final.',
    as: 'sam',
    params: HOLD,
    body: { reason: 'The judgment is final.' },
  },
  {
    operation: 'releaseLegalHold',
    says: 'It was released before.',
    as: 'sam',
    params: HOLD,
    body: { reason: 'The judgment is final.' },
    refused: 'action_refused',
  },
];

/** Paul asks what the house knows of him. */
const EXPORTS: Step[] = [
  {
    operation: 'makeSubjectExport',
    says: 'Paul asks for everything that is known about him.',
    as: 'sam',
    body: { customerId: '{paul.id}' },
    keep: 'export',
  },
  { operation: 'getSubjectExport', says: 'Otto reads who made it.', as: 'otto', params: EXPORT },
  {
    operation: 'getSubjectExportContent',
    says: 'Sam takes the document, to be handed to Paul.',
    as: 'sam',
    params: EXPORT,
    shows: beginning,
  },
  {
    operation: 'changeRetention',
    says: 'Marta’s contract asks for more time.',
    as: 'sam',
    params: { id: '{bed.id}' },
    body: { retentionClass: 'extended', reason: 'Bought on credit, which is MiFID business.' },
  },
  {
    operation: 'planRetentionRun',
    says: 'Nothing was kept for long enough yet.',
    as: 'sam',
    refused: 'action_refused',
  },
];

/** Three years later. */
const RUNS: Step[] = [
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

/** Time passes here as nowhere else: this comes last. */
export const KEEPING_STORY: Step[] = [...HOLDS, ...EXPORTS, ...RUNS];

interface Content {
  manifest: { sections: { name: string }[]; notes: string[] };
  data: Record<string, unknown>;
}

/** The first sections of a long document. */
function beginning(body: unknown): unknown {
  const { manifest, data } = body as Content;
  const sections = manifest.sections.filter(({ name }) => name in FIRST);
  const notes = manifest.notes.slice(0, 1);
  const shown = Object.fromEntries(Object.entries(data).filter(([name]) => name in FIRST));
  return { manifest: { ...manifest, sections, notes }, data: shown };
}

const FIRST = { customers: true, facts: true };

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
