import type { Page } from '../../page.js';
import { type Exchange, number } from '../exchange.js';
import { type Guide, guidePage } from '../guide.js';

const queue = '/v1/complaints?state=open&limit=2';

const list = (path: string, answer: Exchange['answer']): Exchange => ({
  method: 'GET',
  path,
  token: 'STAFF',
  answer,
});

const firstPage = list(queue, {
  status: 200,
  headers: { Link: '</v1/complaints?state=open&limit=2&cursor=$CURSOR>; rel="next"' },
  body: {
    items: [
      { reference: '…', state: '…' },
      { reference: '…', state: '…' },
    ],
    nextCursor: '$CURSOR',
  },
});

const nextPage = list(`${queue}&cursor=$CURSOR`, {
  status: 200,
  body: { items: [{ reference: '…', state: '…' }, '…'] },
});

const lastPage = list('/v1/complaints?state=open&limit=100', {
  status: 200,
  body: { items: ['…'], nextCursor: null },
});

const counted = list('/v1/complaints?state=open&limit=1&count=true', {
  status: 200,
  body: { items: ['…'], count: number('COUNT') },
});

const otherFilter = list('/v1/complaints?state=closed&limit=2&cursor=$CURSOR', {
  status: 400,
  body: { code: 'validation_failed', errors: [{ parameter: 'cursor', code: 'bad_cursor', detail: '…' }] },
});

const pageNumber = list('/v1/complaints?page=2', {
  status: 400,
  body: {
    code: 'validation_failed',
    errors: [{ parameter: 'page', code: 'unknown_parameter', detail: '…' }],
  },
});

export const PAGING_GUIDE: Guide = {
  path: 'how-to-page',
  title: 'How to read a long list',
  purpose:
    'For those who show or copy lists: a list is answered in pages, and this is how to get from one to the ' +
    'next without missing anything.',
  chapter: 'interface',
  given: ['STAFF'],
  steps: [
    {
      id: 'first',
      heading: 'The first page',
      text:
        'A list answers `items` and `nextCursor`. `limit` says how many items a page has at most: 1 to 100, ' +
        'and 25 where nothing is said. A [cursor](glossary#cursor) is a bookmark: it is not to be read or ' +
        'made, only to be sent back. The same address stands in the [header](glossary#header) `Link`.',
      exchanges: [firstPage],
    },
    {
      id: 'next',
      heading: 'The next page',
      text:
        'Send the same query with the cursor. A page begins where the one before it ended, whatever was added ' +
        'meanwhile: nothing is shown twice because the list grew.',
      exchanges: [nextPage],
      after:
        'What is ordered by something that changes can move while you read: with `sort=updatedAt`, ' +
        '`-updatedAt` or `due` a complaint that changes between two pages may be seen twice or not at all. A ' +
        'complaint that is put on record later than it was received has its place among the older ones, and a ' +
        'reader by `receivedAt` may be past it. For a complete copy [follow the log](how-to-follow).',
    },
    {
      id: 'end',
      heading: 'The end',
      text: 'On the last page `nextCursor` is null, and there is no `Link`.',
      exchanges: [lastPage],
    },
    {
      id: 'count',
      heading: 'How many there are',
      text:
        'Counting costs time, so it is done where it is asked for, and only for complaints. It stops at 1,000: ' +
        'that figure means a thousand or more.',
      exchanges: [counted],
    },
    {
      id: 'refused',
      heading: 'What is refused',
      text:
        'A cursor belongs to its list, its filter, its order and its reader; only `limit` may change on the ' +
        'way. With anything else, or altered, it is refused.',
      exchanges: [otherFilter],
      after: 'There are no page numbers, and a parameter that does not exist is refused, never ignored.',
    },
    {
      id: 'numbers',
      heading: 'A parameter that does not exist',
      text: 'So a misspelt filter never shows more than was meant.',
      exchanges: [pageNumber],
    },
  ],
};

export const PAGING_PAGE: Page = guidePage(PAGING_GUIDE);
