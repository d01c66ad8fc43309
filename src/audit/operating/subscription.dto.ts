import { ApiSchema } from '@nestjs/swagger';
import { Flag, OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Codes, Code, Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { METHOD_FORM, METHOD_MAX } from '../../platform/http/path-forms.js';
import { ENTRY_CATALOGUE, ENTRY_TYPES, type EntryType } from '../entry-catalogue.js';

const ANY = { min: 0, max: Number.MAX_SAFE_INTEGER };
/** Entries that wait are counted up to here. */
export const MAX_WAITING = 10_000;
const MEANINGS = Object.fromEntries(ENTRY_TYPES.map((type) => [type, ENTRY_CATALOGUE[type].meaning]));

export class LagDto {
  @Whole(
    `How many entries it did not handle yet, those included that are parked; beside these they are counted up to ` +
      `${MAX_WAITING}.`,
    ANY,
  )
  entries: number;

  @Whole('How old the oldest of them is, in seconds; 0 where there is none.', ANY)
  seconds: number;
}

export class ParkedCountDto {
  @Whole(
    'How many complaints, or other things of which the entries are told in order, stand still for it.',
    ANY,
  )
  streams: number;

  @Whole('How many entries it failed on, or wait behind one of these.', ANY)
  entries: number;
}

export class LeaseDto {
  @Id('The worker that serves it.')
  workerId: string;

  @Time('Until when nobody else does; the worker says so again while it works.')
  until: string;
}

/** A part of the program that follows the log: it gets each entry of its types at least once, in order by complaint. */
export class SubscriptionDto {
  @Code('Its class and method.', METHOD_FORM, { max: METHOD_MAX, example: 'NoticesSubscription.tell' })
  name: string;

  @Flag(
    'There is such a part in this program. One that was renamed or removed stands still, and nobody goes on for it.',
  )
  followed: boolean;

  @Codes('The types of entries that it gets.', /^[a-z_]+\.[a-z_]+$/, { max: 100, maxItems: 1000 })
  types: string[];

  @Whole('Up to here it has handled every entry of its types, but for those that are parked.', ANY)
  position: number;

  @Whole('The last position of the log.', ANY)
  lastPosition: number;

  @Nested('What it has not handled yet.', () => LagDto)
  lag: LagDto;

  @Nested('What stands still because it failed.', () => ParkedCountDto)
  parked: ParkedCountDto;

  @Whole('Until it is there, it handles what it had before; null where it does not.', {
    ...ANY,
    nullable: true,
  })
  replayUntil: number | null;

  @Nested('Who serves it at the moment; null where there is nothing to do.', () => LeaseDto, {
    nullable: true,
  })
  lease: LeaseDto | null;
}

/** An entry that a subscriber could not handle, or that waits behind one. */
export class ParkedEntryDto {
  @Id('The entry.')
  entryId: string;

  @Whole('Its place in the log.', { min: 1, max: Number.MAX_SAFE_INTEGER })
  position: number;

  @OneOf('What it tells.', ENTRY_TYPES, { meanings: MEANINGS })
  type: EntryType;

  @Id('The complaint that it belongs to.', { nullable: true })
  complaintId: string | null;

  @Flag('It is the first of its complaint: it is tried again, and the others wait behind it.')
  first: boolean;

  @Whole('How often it was tried; 0 where it only waits.', ANY)
  attempts: number;

  @Text('What went wrong the last time, without what the error quotes. It is cleared by an erasure.', {
    max: 500,
    nullable: true,
  })
  lastError: string | null;

  @Time('When it is tried again, where it is the first.')
  nextAttemptAt: string;

  @Time('Since when it waits.')
  parkedAt: string;
}

@ApiSchema({ description: 'Why nobody has to handle the entry any more.' })
export class SkipEntryBody {
  @Text('The reason.', { max: 2000, example: 'The customer that it names was merged by hand.' })
  reason: string;
}

@ApiSchema({ description: 'From where a subscriber handles again what it had, and why.' })
export class ReplayBody {
  @Whole('It begins with the entry after this position; 0 is the beginning of the log.', ANY)
  after: number;

  @Text('The reason.', { max: 2000, example: 'It counted wrongly until the last release.' })
  reason: string;
}
