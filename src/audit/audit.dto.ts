import { ACTOR_KINDS, ACTOR_MEANINGS, type ActorKind } from '../kernel/actor.js';
import { OneOf, Whole } from '../platform/http/fields/choice.js';
import { Nested, Shape } from '../platform/http/fields/nested.js';
import { QueryIds, QueryWhole } from '../platform/http/fields/query.js';
import { Code, Id, Text } from '../platform/http/fields/text.js';
import { Time } from '../platform/http/fields/time.js';
import { PageCursor, PageLimit } from '../platform/http/page-query.js';
import { ENTRY_CATALOGUE, ENTRY_TYPES, type EntryType } from './entry-catalogue.js';
import { SUBJECT_MEANINGS, SUBJECT_TYPES, type SubjectType } from './entry-fields.js';

const ANY_WHOLE = { min: 1, max: Number.MAX_SAFE_INTEGER };
const MEANINGS = Object.fromEntries(ENTRY_TYPES.map((type) => [type, ENTRY_CATALOGUE[type].meaning]));

/** As `X-Request-Id` is taken over. */
const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** Which entries are asked for; all conditions together. */
export class EntryFilter {
  @OneOf('Only entries of this type.', ENTRY_TYPES, { meanings: MEANINGS, optional: true })
  type?: EntryType;

  @Id('Only what this user did.', { optional: true })
  actorId?: string;

  @OneOf('Only what was done by somebody of this kind.', ACTOR_KINDS, {
    meanings: ACTOR_MEANINGS,
    optional: true,
  })
  actorKind?: ActorKind;

  @OneOf('Only what is about something of this kind.', SUBJECT_TYPES, {
    meanings: SUBJECT_MEANINGS,
    optional: true,
  })
  subjectType?: SubjectType;

  @QueryIds('Only what belongs to one of these complaints, their parts included; commas in between.', {
    maxItems: 20,
    optional: true,
  })
  complaintId?: string[];

  @Code('Only what one request did, as its `X-Request-Id` named it.', REQUEST_ID, { max: 64, optional: true })
  requestId?: string;

  @Time('Only what happened at this time or later.', { optional: true })
  from?: string;

  @Time('Only what happened before this time.', { optional: true })
  to?: string;

  @Id(
    'Only records of access that name this: who read of the complaint, customer or user, and who was refused there.',
    { optional: true },
  )
  accessTo?: string;

  @QueryWhole(
    'Only entries after this position: a reader who keeps the last one misses and repeats nothing.',
    {
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      optional: true,
    },
  )
  after?: number;
}

/** The same, page by page. */
export class EntryQuery extends EntryFilter {
  @PageCursor()
  cursor?: string;

  @PageLimit()
  limit?: number;
}

export class EntryActorDto {
  @OneOf('Who acted.', ACTOR_KINDS, { meanings: ACTOR_MEANINGS })
  kind: ActorKind;

  @Id("The user's or the key's id.", { nullable: true })
  id: string | null;

  @Text(
    'The name at that moment; for the system that of the job. Null where there is none, or it was erased.',
    {
      max: 200,
      nullable: true,
    },
  )
  name: string | null;
}

export class EntrySubjectDto {
  @OneOf('What the entry is about.', SUBJECT_TYPES, { meanings: SUBJECT_MEANINGS })
  type: SubjectType;

  @Id('Its id.')
  id: string;
}

/** One line of the log. */
export class EntryDto {
  @Whole('The version of the form of the hashed bytes.', { min: 1, max: 1 })
  format: number;

  @Id('The id of the entry.')
  id: string;

  @Whole('Grows with every entry, with gaps; the order within a complaint.', ANY_WHOLE)
  seq: number;

  @Whole('The place in the one order of everything, without gaps; null for the moment until it is given.', {
    ...ANY_WHOLE,
    nullable: true,
  })
  position: number | null;

  @OneOf('What happened.', ENTRY_TYPES, { meanings: MEANINGS })
  type: EntryType;

  @Time('When; never before the entry before it of the same complaint.')
  at: string;

  @Nested('Who did it.', () => EntryActorDto)
  actor: EntryActorDto;

  @Nested('What it is about.', () => EntrySubjectDto)
  subject: EntrySubjectDto;

  @Id('The complaint that it belongs to.', { nullable: true })
  complaintId: string | null;

  @Whole("The complaint's version after it.", { ...ANY_WHOLE, nullable: true })
  complaintVersion: number | null;

  @Shape('The particulars, by type. A personal value that was erased is null.', {
    type: 'object',
    additionalProperties: true,
  })
  data: Record<string, unknown>;

  @Text('The request that did it, as `X-Request-Id` named it.', { max: 64 })
  requestId: string;
}
