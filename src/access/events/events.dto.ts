import { EntryDto } from '../../audit/audit.dto.js';
import { ENTRY_CATALOGUE, ENTRY_TYPES, type EntryType } from '../../audit/entry-catalogue.js';
import { SEQUENCE_DIGITS } from '../../audit/feed/event.js';
import { ENTRY_PATTERNS, type EntryPattern } from '../../audit/subscriptions.events.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { QueryFlag, QueryList, QueryWhole } from '../../platform/http/fields/query.js';
import { Code, Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { MAX_LIMIT } from '../../platform/http/page.js';
import { TICKET_SECONDS } from './tickets.service.js';

const MEANINGS = Object.fromEntries(ENTRY_TYPES.map((type) => [type, ENTRY_CATALOGUE[type].meaning]));
const PATTERN_MEANINGS = Object.fromEntries(
  ENTRY_PATTERNS.map((pattern) => [pattern, 'all types that begin so']),
);
const ANY_POSITION = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** How long a call waits for something new at most, in seconds. */
export const MAX_WAIT = 20;

class FollowQuery {
  @QueryList(
    'Only events of these types, with commas in between; `complaint.*` stands for all whose name begins so. What ' +
      'each says stands in the catalogue of entries.',
    ENTRY_PATTERNS,
    { meanings: { ...PATTERN_MEANINGS, ...MEANINGS }, optional: true },
  )
  types?: EntryPattern[];

  @Id('Only what belongs to this complaint, its parts included.', { optional: true })
  complaintId?: string;
}

/** Where a reader goes on, and what of it they want. */
export class EventsQuery extends FollowQuery {
  @QueryWhole(
    'Only events after this position: the `nextPosition` of the answer before. 0 is the beginning.',
    {
      ...ANY_POSITION,
      optional: true,
    },
  )
  after?: number;

  @QueryWhole('How many events are answered at most; 100 where absent.', {
    min: 1,
    max: MAX_LIMIT,
    optional: true,
  })
  limit?: number;

  @QueryWhole('How many seconds to wait for the first event where there is none yet; 0 where absent.', {
    min: 0,
    max: MAX_WAIT,
    optional: true,
  })
  wait?: number;
}

/** Where a stream begins, and what of it is wanted. */
export class StreamQuery extends FollowQuery {
  @QueryWhole(
    'Begins after this position; with what happens from now on where absent. `Last-Event-ID` goes before it.',
    { ...ANY_POSITION, optional: true },
  )
  after?: number;

  @QueryFlag('`false`: the stream ends where there is nothing more for now, instead of waiting.', {
    optional: true,
  })
  follow?: boolean;

  @Text('A ticket instead of `Authorization`, where that cannot be sent.', { max: 100, optional: true })
  ticket?: string;
}

/** An entry of the log as CloudEvents 1.0.2 wraps it; the same in feed, stream and webhook. */
export class EventDto {
  @OneOf('The version of CloudEvents.', ['1.0'])
  specversion: '1.0';

  @Id('The id of the entry: whoever gets an event twice knows it by this.')
  id: string;

  @Text('Which installation it comes from: its public address.', {
    max: 2000,
    example: 'http://localhost:3000',
  })
  source: string;

  @OneOf('What happened.', ENTRY_TYPES, { meanings: MEANINGS })
  type: EntryType;

  @Text('What it is about: kind and id.', {
    max: 100,
    example: 'complaint/019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  })
  subject: string;

  @Time('When it happened.')
  time: string;

  @OneOf('The form of `data`.', ['application/json'])
  datacontenttype: 'application/json';

  @Code(
    'The position as text whose order is that of the numbers (CloudEvents, extension `sequence`).',
    /^[0-9]+$/,
    {
      max: SEQUENCE_DIGITS,
      example: '0000000000004711',
    },
  )
  sequence: string;

  @Nested('The entry, as the timeline shows it; its `position` is the number of `sequence`.', () => EntryDto)
  data: EntryDto;
}

/** A piece of the feed. */
export class EventsDto {
  @NestedList('What happened, in the one order of everything.', () => EventDto, { maxItems: MAX_LIMIT })
  items: EventDto[];

  @Whole(
    'What `after` is for the next call. Everything up to here was looked through, what you may not see or did not ' +
      'ask for included.',
    { ...ANY_POSITION, example: 4711 },
  )
  nextPosition: number;

  @Whole('The last position there is: where it is greater than `nextPosition`, there is more to read.', {
    ...ANY_POSITION,
    example: 4711,
  })
  lastPosition: number;
}

/** What opens a stream once. */
export class TicketDto {
  @Text('The value of `ticket` in the address of the stream.', { max: 100, example: 'ams_wq3V…' })
  ticket: string;

  @Whole('Seconds within which it must be used.', { min: TICKET_SECONDS, max: TICKET_SECONDS })
  expiresIn: number;
}
