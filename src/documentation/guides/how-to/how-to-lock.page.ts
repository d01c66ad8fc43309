import type { Page } from '../../page.js';
import { type Exchange, number } from '../exchange.js';
import { type Guide, guidePage } from '../guide.js';

const made: Exchange = {
  method: 'POST',
  path: '/v1/complaints',
  token: 'STAFF',
  body: {
    channel: 'phone',
    subject: 'Broken bed',
    description: 'The bed arrived with a broken leg.',
    complainant: { name: 'Marta Kis', phone: '+36 1 234 5678' },
  },
  answer: {
    status: 201,
    headers: { Location: '/v1/complaints/$COMPLAINT', ETag: '$ETAG' },
    body: { id: '$COMPLAINT', subject: 'Broken bed', version: 1 },
  },
};

const path = '/v1/complaints/$COMPLAINT';

const unchanged: Exchange = {
  method: 'GET',
  path,
  token: 'STAFF',
  headers: { 'If-None-Match': '$NEWER' },
  answer: { status: 304, headers: { ETag: '$NEWER' } },
};

const change = (headers: Record<string, string>, answer: Exchange['answer']): Exchange => ({
  method: 'PATCH',
  path,
  token: 'STAFF',
  headers,
  body: { subject: 'Bed with a broken leg' },
  answer,
});

const withVersion = change(
  { 'If-Match': '$ETAG' },
  {
    status: 200,
    headers: { ETag: '$NEWER' },
    body: { subject: 'Bed with a broken leg', version: number('VERSION') },
  },
);

const withoutVersion = change({}, { status: 428, body: { code: 'if_match_required', detail: '…' } });

const stale = change(
  { 'If-Match': '$ETAG' },
  { status: 412, body: { code: 'version_mismatch', currentVersion: number('VERSION') } },
);

const staleAction: Exchange = {
  method: 'POST',
  path: `${path}/actions/acknowledge`,
  token: 'STAFF',
  headers: { 'If-Match': '$ETAG' },
  body: { message: 'We are sorry about your bed.' },
  answer: { status: 412, body: { code: 'version_mismatch', currentVersion: number('VERSION') } },
};

export const LOCKING_GUIDE: Guide = {
  path: 'how-to-lock',
  title: 'How to lock',
  purpose:
    'For those who change things: how two people who work on the same complaint at once do not undo each ' +
    'other’s work.',
  chapter: 'interface',
  given: ['STAFF'],
  steps: [
    {
      id: 'version',
      heading: 'Everything has a version',
      text:
        'A complaint, each of its parts and a user have a `version` that rises with every change. The same ' +
        'number, in quotation marks, stands in the [header](glossary#header) `ETag`; the quotation marks ' +
        'belong to it. A change to a part of a complaint (a [fact](glossary#fact), a message, a ' +
        '[promise](glossary#promise)) raises the version of the complaint too.',
      exchanges: [made],
    },
    {
      id: 'change',
      heading: 'Say which version you have seen',
      text:
        'A change of particulars (PATCH) has to name, in `If-Match`, the version that it was made from. The ' +
        'change passes if that is still the version.',
      exchanges: [withVersion],
    },
    {
      id: 'stale',
      heading: 'When somebody else was first',
      text:
        'The same request again names a version that is gone. Nothing is changed; `currentVersion` says what ' +
        'the version is now. Read again, show the person what is new, and let the person decide again.',
      exchanges: [stale],
    },
    {
      id: 'without',
      heading: 'Without a version',
      text: 'A PATCH that names none is refused. `If-Match: *` says on purpose that any version will do.',
      exchanges: [withoutVersion],
    },
    {
      id: 'actions',
      heading: 'Actions and parts',
      text:
        'An [action](glossary#action) does not need `If-Match`, because its own rules are checked under a ' +
        'lock: of two that exclude each other one passes, and the other is refused. Where you send it, it ' +
        'counts: then the action is taken only on what you have seen.',
      exchanges: [staleAction],
      after:
        '- For an action on a complaint, and for a POST that adds a part to it, the version is that of the ' +
        'complaint.\n' +
        '- For an action on a part (to keep a promise, to hear a message) it is that of the part.\n' +
        '- For what customers do with their [tracking token](glossary#tracking-token) it is that of what they ' +
        'see.',
    },
    {
      id: 'unchanged',
      heading: 'Read only what changed',
      text:
        'The same number saves reading twice: with `If-None-Match` an answer without a body says that nothing ' +
        'changed since. Here the version is the one after the change.',
      exchanges: [unchanged],
    },
  ],
};

export const LOCKING_PAGE: Page = guidePage(LOCKING_GUIDE);
