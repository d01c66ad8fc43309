import { ApiSchema } from '@nestjs/swagger';
import { SaidBody } from '../parts/said.dto.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PROMISE_KINDS, PROMISE_STATES, type PromiseKind, type PromiseState } from '../complaint.words.js';

const MADE_BY = { standard: 'the standard of the house', law: 'the law', user: 'a person' } as const;

@ApiSchema({ description: 'Who made a promise.' })
export class PromiseMakerDto {
  @OneOf('Where the promise comes from.', Object.keys(MADE_BY), { meanings: MADE_BY })
  kind: keyof typeof MADE_BY;

  @Id('The user, where a person made it.', { nullable: true })
  id: string | null;

  @Text('The name of the person, or of the standard and its version.', {
    max: 200,
    nullable: true,
    example: 'built-in/1',
  })
  name: string | null;
}

@ApiSchema({ description: 'Anything the customer may expect by a time.' })
export class PromiseDto {
  @Id('The id of the promise.')
  id: string;

  @OneOf('What kind of thing was promised.', Object.keys(PROMISE_KINDS), { meanings: PROMISE_KINDS })
  kind: PromiseKind;

  @Text('What exactly, in words.', { max: 2000, nullable: true, example: 'Call on Friday' })
  what: string | null;

  @OneOf('What became of it.', Object.keys(PROMISE_STATES), { meanings: PROMISE_STATES })
  state: PromiseState;

  @Flag('Owed by law: it never pauses.')
  legal: boolean;

  @Time('By when; while it is paused, without the pause that runs.')
  dueAt: string;

  @Time('From when on it is near its end.')
  warnAt: string;

  @Time('Since when it waits for the customer.', { nullable: true })
  pausedSince: string | null;

  @Nested('Who made it.', () => PromiseMakerDto)
  madeBy: PromiseMakerDto;

  @Time('When it was kept.', { nullable: true })
  keptAt: string | null;

  @Time('Since when it was broken.', { nullable: true })
  brokenAt: string | null;

  @Id('The promise that stands in its place.', { nullable: true })
  movedToId: string | null;

  @Id('The message that kept it.', { nullable: true })
  messageId: string | null;

  @Whole('Rises with every change.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was made.')
  createdAt: string;
}

/** Kinds that a person can promise; all others come from the standard. */
export const PERSONAL_KINDS = ['action', 'callback', 'follow_up'] as const satisfies PromiseKind[];

@ApiSchema({ description: 'Something a person promises to the customer.' })
export class NewPromiseBody {
  @OneOf('What kind of thing is promised.', PERSONAL_KINDS, { meanings: PROMISE_KINDS })
  kind: (typeof PERSONAL_KINDS)[number];

  @Text('What exactly, in words.', { max: 2000, example: 'Call on Friday' })
  what: string;

  @Time('By when.', { when: 'future' })
  dueAt: string;
}

@ApiSchema({ description: 'What was done.' })
export class KeepPromiseBody {
  @Text('What was done, or by whom.', { max: 2000, optional: true })
  note?: string;
}

@ApiSchema({ description: 'Another date for a promise, with what the customer is told about it.' })
export class MovePromiseBody {
  @Time('The new date.', { when: 'future' })
  dueAt: string;

  @Text('Why it could not be the old one.', { max: 2000 })
  reason: string;

  @Text('Words to the customer; the new date is added.', { max: 20_000 })
  message: string;
}

@ApiSchema({ description: 'The word of the customer that releases a promise.' })
export class ReleasePromiseBody {
  @Nested('How and when the customer said that it is not needed any more.', () => SaidBody)
  said: SaidBody;
}
