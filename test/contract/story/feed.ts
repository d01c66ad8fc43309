import { firstLines, type Step } from './step.js';

/** A program keeps a copy of what happens, a page listens to it, and Otto takes some of it along. */
export const FEED_STORY: Step[] = [
  {
    operation: 'listEvents',
    says: 'A program reads how the bed began.',
    as: 'anna',
    query: {
      after: 0,
      types: 'complaint.received,complaint.acknowledged',
      complaintId: '{bed.id}',
      limit: 2,
    },
    keep: 'events',
  },
  {
    operation: 'listEvents',
    says: 'It asks for what comes next, and waits a second for it.',
    as: 'anna',
    name: 'nothingNew',
    query: { after: '{events.lastPosition}', types: 'cause.created', wait: 1 },
  },
  {
    operation: 'createStreamTicket',
    says: 'The page that Anna looks at gets a ticket, because its EventSource sends no token.',
    as: 'anna',
    keep: 'ticket',
  },
  {
    operation: 'streamEvents',
    says: 'The first line of the stream: when to come back after a break.',
    as: 'anna',
    query: { after: '{events.lastPosition}', follow: false },
    shows: firstLines(1),
  },
  {
    operation: 'exportEntries',
    says: 'Otto takes out when the bed was acknowledged, for a spreadsheet: the columns.',
    as: 'otto',
    query: { complaintId: '{bed.id}', type: 'complaint.acknowledged' },
    headers: { Accept: 'text/csv' },
    shows: firstLines(1),
  },
  {
    operation: 'getAsyncApiDocument',
    says: 'The first members of the AsyncAPI document.',
    as: 'nobody',
    shows: (body) => {
      const { asyncapi, info } = body as { asyncapi: string; info: { title: string; version: string } };
      return { asyncapi, info: { title: info.title, version: info.version } };
    },
  },
];
