import { RETENTION_RUNS } from './retention-runs.js';
import type { Step } from './step.js';

const HOLD = { id: '{hold.id}' };
const EXPORT = { id: '{export.id}' };

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
  {
    operation: 'updateComplaint',
    says: 'Paul complains about Sam as well.',
    as: 'ada',
    params: { id: '{chair.id}' },
    headers: { 'If-Match': '*' },
    body: { complainedAboutUserIds: ['{sam.id}'] },
    quiet: true,
  },
  {
    operation: 'makeSubjectExport',
    says: 'From then on somebody else has to do it.',
    as: 'sam',
    body: { complaintId: '{chair.id}' },
    refused: 'action_refused',
  },
  {
    operation: 'updateComplaint',
    says: 'Paul meant somebody else.',
    as: 'ada',
    params: { id: '{chair.id}' },
    headers: { 'If-Match': '*' },
    body: { complainedAboutUserIds: [] },
    quiet: true,
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
    operation: 'changeRetention',
    says: 'Of the shelf there is nothing left to keep.',
    as: 'sam',
    params: { id: '{shelf.id}' },
    body: { retentionClass: 'extended', reason: 'Bought on credit.' },
    refused: 'action_refused',
  },
  {
    operation: 'planRetentionRun',
    says: 'Nothing was kept for long enough yet.',
    as: 'sam',
    refused: 'action_refused',
  },
];

/** Time passes here as nowhere else: this comes last. */
export const KEEPING_STORY: Step[] = [...HOLDS, ...EXPORTS, ...RETENTION_RUNS];

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
