import type { Step } from './step.js';

const BED = { id: '{bed.id}' };
const LETTER = { name: 'letter.txt', type: 'text/plain', content: 'The bed came with three legs.\n' };
const FIRST = { ...BED, attachmentId: '{evidence.attachments.0.id}' };

/** Marta sends what she has; Anna puts a letter beside it. */
export const ATTACHMENT_STORY: Step[] = [
  {
    operation: 'attachFromTracking',
    says: 'Marta sends her letter to the shop.',
    as: '{receipt.trackingToken}',
    form: { file: [LETTER], description: 'What I wrote to the shop.' },
  },
  {
    operation: 'attachFromTracking',
    name: 'tooMuch',
    says: 'She sends a film that is too long.',
    as: '{receipt.trackingToken}',
    form: { file: [{ name: 'film.mp4', type: 'video/mp4', content: 'x', repeat: 21_000_000 }] },
    refused: 'too_large',
  },
  {
    operation: 'withdrawOwnComplaint',
    says: 'Lena takes her complaint back once more.',
    as: '{lamp.trackingToken}',
    body: { reason: 'The lamp went back to the shop.' },
    quiet: true,
  },
  {
    operation: 'attachFromTracking',
    name: 'afterTheEnd',
    says: 'She sends a photo all the same.',
    as: '{lamp.trackingToken}',
    form: { file: [{ name: 'lamp.txt', type: 'text/plain', content: 'The lamp.\n' }] },
    refused: 'action_refused',
  },
  {
    operation: 'listTrackedAttachments',
    says: 'Marta looks whether it is there.',
    as: '{receipt.trackingToken}',
  },
  {
    operation: 'addAttachments',
    says: 'Anna attaches the delivery note.',
    as: 'anna',
    params: BED,
    form: { file: [{ ...LETTER, name: 'delivery-note.txt' }], description: 'From the driver.' },
    keep: 'evidence',
  },
  {
    operation: 'addAttachments',
    name: 'byBen',
    says: 'Ben is complained about here.',
    as: 'ben',
    params: BED,
    form: { file: [LETTER] },
    refused: 'action_refused',
  },
  { operation: 'listAttachments', says: 'Otto lists them.', as: 'otto', params: BED, query: { limit: 1 } },
  {
    operation: 'getAttachment',
    says: 'Otto reads about one.',
    as: 'otto',
    params: FIRST,
    keep: 'signed',
    keeps: (body) => (body as { contentUrl: string }).contentUrl.split('/').at(-1),
  },
  { operation: 'getAttachmentContent', says: 'Otto fetches it.', as: 'otto', params: FIRST },
  {
    operation: 'downloadAttachment',
    says: 'His browser fetches it by the link.',
    as: 'nobody',
    params: { signed: '{signed}' },
  },
  { operation: 'listQuarantine', says: 'Sam looks whether there was malware in any.', as: 'sam' },
];
