import type { Page } from '../../page.js';
import { type Exchange, number } from '../exchange.js';
import { type Guide, guidePage } from '../guide.js';

const entries = (query: string, body: Exchange['answer']['body']): Exchange => ({
  method: 'GET',
  path: `/v1/audit/entries?${query}`,
  token: 'AUDITOR',
  answer: { status: 200, body: body ?? null },
});

const fromTheStart = entries('after=0&limit=2', {
  items: [
    { position: number('FIRST'), type: '…', at: '…' },
    { position: number('LAST'), type: '…', at: '…' },
  ],
  nextCursor: '…',
});

const goingOn = entries('after=$LAST&limit=1', {
  items: [
    { position: number('NEXT'), type: '…', at: '…', actor: { kind: '…' }, subject: { type: '…', id: '…' } },
  ],
});

const nothingNew = entries('after=9007199254740991', { items: [], nextCursor: null });

const filtered = entries('after=0&type=complaint.received&limit=1', {
  items: [
    {
      type: 'complaint.received',
      actor: { kind: '…' },
      subject: { type: 'complaint', id: '$COMPLAINT' },
      complaintId: '$COMPLAINT',
      data: { state: 'received', reference: '…', channel: '…', description: '…' },
    },
  ],
});

export const FOLLOWING_GUIDE: Guide = {
  path: 'how-to-follow',
  title: 'How to follow the log',
  purpose:
    'For auditors and for programs that keep a copy: how to read everything that ever happened, in order, and ' +
    'then go on reading what happens, without missing or repeating anything.',
  chapter: 'evidence',
  given: ['AUDITOR'],
  steps: [
    {
      id: 'log',
      heading: 'What there is to read',
      text:
        'Every change of anything leaves an [entry](glossary#entry) in the [log](glossary#log). Each entry has ' +
        'a [position](glossary#position): 1, 2, 3 and so on, without a gap, given once and for ever, less than ' +
        'a second after the change. Auditors and administrators may read it.',
      exchanges: [fromTheStart],
    },
    {
      id: 'on',
      heading: 'Go on from where you are',
      text:
        'Keep the position of the last entry that you have dealt with, and ask for those `after` it. If your ' +
        'program stops, it goes on from the position it kept: keep it together with what you made of the ' +
        'entry, so that both are kept or neither.',
      exchanges: [goingOn],
    },
    {
      id: 'end',
      heading: 'When there is nothing new',
      text:
        'The list is empty. Wait a second or more and ask again with the same position. One asks; the API does ' +
        'not call. (The position of this example lies behind every entry there can be.)',
      exchanges: [nothingNew],
    },
    {
      id: 'filter',
      heading: 'Read a part of it',
      text:
        'Filters for `type`, `actorId`, `complaintId`, `from` and `to` can be combined, with `after` too. What ' +
        'each type says stands in the catalogue of [entries](entries).',
      exchanges: [filtered],
      after:
        'The entries of one complaint alone are its timeline, `GET /v1/complaints/$COMPLAINT/timeline`, which ' +
        'all staff and auditors may read.',
    },
    {
      id: 'sure',
      heading: 'What you can be sure of',
      text:
        '- An entry never changes and never goes away. Only a [personal value](glossary#personal-value) in it ' +
        'can be erased; then it reads null.\n' +
        '- Within a complaint the order of the positions is the order in which things happened.\n' +
        '- Without a filter the positions follow each other without a gap. There is one exception: whoever is ' +
        'complained about does not get the internal notes of that complaint.\n' +
        '- `seq` is another number: it grows too, but has gaps. Keep the position.',
    },
  ],
};

export const FOLLOWING_PAGE: Page = guidePage(FOLLOWING_GUIDE);
