import type { Page } from '../../page.js';
import { type Exchange, number } from '../exchange.js';
import { type Guide, guidePage } from '../guide.js';

const asked = (path: string, body: Exchange['answer']['body']): Exchange => ({
  method: 'GET',
  path,
  token: 'AUDITOR',
  answer: { status: 200, body: body ?? null },
});

const fromTheStart = asked('/v1/events?after=0&limit=2', {
  items: [
    {
      specversion: '1.0',
      id: '…',
      source: '…',
      type: '…',
      subject: '…',
      time: '…',
      datacontenttype: 'application/json',
      sequence: '…',
      data: { id: '…', position: number('FIRST'), actor: { kind: '…' }, data: {} },
    },
    { type: '…', data: { position: number('SECOND') } },
  ],
  nextPosition: number('NEXT'),
  lastPosition: number('LAST'),
});

const goingOn = asked('/v1/events?after=$NEXT&limit=1', {
  items: [{ type: '…', data: { position: number('THIRD') } }],
  nextPosition: number('THIRD'),
});

const waiting = asked('/v1/events?after=$LAST&types=cause.created&wait=1', {
  items: [],
  nextPosition: number('END'),
});

const filtered = asked(
  '/v1/events?after=0&types=complaint.received,promise.*&complaintId=$COMPLAINT&limit=2',
  {
    items: [
      {
        type: 'complaint.received',
        subject: 'complaint/$COMPLAINT',
        data: { complaintId: '$COMPLAINT', data: { state: 'received', reference: '…', channel: '…' } },
      },
      { type: 'promise.made' },
    ],
  },
);

const found = asked('/v1/audit/entries?type=complaint.received&limit=1', {
  items: [{ type: 'complaint.received', complaintId: '$COMPLAINT' }],
});

const ticket: Exchange = {
  method: 'POST',
  path: '/v1/events/tickets',
  token: 'AUDITOR',
  answer: { status: 201, body: { ticket: '$TICKET', expiresIn: 30 } },
};

const exported: Exchange = {
  method: 'GET',
  path: '/v1/audit/entries/export?complaintId=$COMPLAINT&type=complaint.received',
  token: 'AUDITOR',
  headers: { Accept: 'application/x-ndjson' },
  answer: {
    status: 200,
    headers: { 'Content-Digest': 'sha-256=:…:' },
    body: { type: 'complaint.received', complaintId: '$COMPLAINT' },
  },
};

const IN_A_BROWSER = `let last = null; // the position up to which you have dealt with everything
async function listen() {
  const answer = await fetch(URL + '/v1/events/tickets', {
    method: 'POST', headers: { Authorization: 'Bearer ' + token },
  });
  const { ticket } = await answer.json();
  const query = new URLSearchParams({ ticket, types: 'complaint.*', ...(last ? { after: last } : {}) });
  const stream = new EventSource(URL + '/v1/events/stream?' + query);
  stream.onmessage = ({ data, lastEventId }) => { show(JSON.parse(data)); last = lastEventId; };
  stream.addEventListener('reset', ({ data }) => { last = null; readWhatWasMissed(JSON.parse(data)); });
  stream.onerror = () => { stream.close(); setTimeout(listen, 2000); };
}
listen();`;

const ON_A_SERVER =
  'curl -N "$URL/v1/events/stream" -H "Authorization: Bearer $STAFF" -H "Last-Event-ID: $LAST"';

export const FOLLOWING_GUIDE: Guide = {
  path: 'how-to-follow',
  title: 'How to follow the log',
  purpose:
    'For programs that keep a copy, pages that are always up to date, and auditors: how to read everything that ' +
    'ever happened, in order, and then go on reading what happens, without missing or repeating anything.',
  chapter: 'evidence',
  given: ['AUDITOR', 'STAFF'],
  steps: [
    {
      id: 'log',
      heading: 'What there is to read',
      text:
        'Every change of anything leaves an [entry](glossary#entry) in the [log](glossary#log). Each entry has ' +
        'a [position](glossary#position): 1, 2, 3 and so on, without a gap, given once and for ever, less than ' +
        'a second after the change. The feed wraps each as a CloudEvent: `id` is the id of the entry, and `data` ' +
        'the entry as the timeline and the search show it. Everybody who works here may read the feed; who signed ' +
        'in and the like is shown to auditors and administrators only.',
      exchanges: [fromTheStart],
    },
    {
      id: 'on',
      heading: 'Go on from where you are',
      text:
        'Keep `nextPosition`, and ask for what comes `after` it. If your program stops, it goes on from the ' +
        'position it kept: keep it together with what you made of the events, so that both are kept or neither. ' +
        'An answer can be empty and yet not the last, because you may not see, or did not ask for, what lies ' +
        'there: there is more where `lastPosition` is greater than `nextPosition`.',
      exchanges: [goingOn],
    },
    {
      id: 'end',
      heading: 'When there is nothing new',
      text:
        'Say with `wait` for how many seconds, 20 at most, the answer may wait for something to happen. Then ask ' +
        'again. A position that was never given is refused with 400: the program that kept it has another log ' +
        'before it, such as one from a backup.',
      exchanges: [waiting],
    },
    {
      id: 'stream',
      heading: 'Listen instead of asking',
      text:
        'The stream sends the same events as they happen, as server-sent events whose `id` is the position. After ' +
        'a break, send the last one as `Last-Event-ID`, and nothing is lost: streams end after an hour, when the ' +
        'program is updated, or when the reader is too slow.',
      command: { label: 'In a shell', text: ON_A_SERVER },
      after:
        'Whoever is more than 10,000 positions behind gets an event `reset` with the `position` from which the ' +
        'stream goes on: read what lies before from the feed.',
    },
    {
      id: 'browser',
      heading: 'Listen in a browser',
      text:
        'An EventSource cannot send a token. Get a ticket with it, which opens the stream once, within 30 seconds. ' +
        'When the stream breaks off, get a new ticket and ask `after` the last position: with the old one the ' +
        'EventSource is refused.',
      command: { label: 'In a page', text: IN_A_BROWSER },
      exchanges: [ticket],
    },
    {
      id: 'filter',
      heading: 'Read a part of it',
      text:
        'Feed and stream take `types`, with `promise.*` for all that begin so, and `complaintId`. What each type ' +
        'says stands in the catalogue of [entries](entries), and for programs in `/asyncapi.json`. Auditors and ' +
        'administrators can search the log by who, what, when and which request, too.',
      exchanges: [found, filtered],
      after:
        'The entries of one complaint alone are its timeline, `GET /v1/complaints/$COMPLAINT/timeline`, which ' +
        'all staff and auditors may read.',
    },
    {
      id: 'export',
      heading: 'Take it out as a file',
      text:
        'What the search finds can be taken out by auditors and administrators: `Accept` chooses between NDJSON, ' +
        'an entry a line, and `text/csv`. Compare the SHA-256 of what arrived with `Content-Digest`. That it was ' +
        'taken out is an entry itself, with the same digest.',
      exchanges: [exported],
    },
    {
      id: 'sure',
      heading: 'What you can be sure of',
      text:
        '- An entry never changes and never goes away. Only a [personal value](glossary#personal-value) in it ' +
        'can be erased; then it reads null.\n' +
        '- Within a complaint the order of the positions is the order in which things happened.\n' +
        '- For auditors and administrators the positions follow each other without a gap where they ask for ' +
        'everything. There is one exception: whoever is complained about does not get the internal notes of that ' +
        'complaint.\n' +
        '- The same entry has the same id and the same position in timeline, search, feed and stream.\n' +
        '- `seq` is another number: it grows too, but has gaps. Keep the position.',
    },
  ],
};

export const FOLLOWING_PAGE: Page = guidePage(FOLLOWING_GUIDE);
