import { ApiSchema } from '@nestjs/swagger';
import { Flag, OneOf, Whole } from '../../../platform/http/fields/choice.js';
import { Nested } from '../../../platform/http/fields/nested.js';
import { QueryFlag, QueryIdOr, QueryList } from '../../../platform/http/fields/query.js';
import { Id, Text } from '../../../platform/http/fields/text.js';
import { Time } from '../../../platform/http/fields/time.js';
import { PageQuery } from '../../../platform/http/page-query.js';
import { type ComplaintState, STATE_MEANINGS, STATE_NAMES } from '../../complaint.states.js';
import { BREACH_STATES, type BreachState, PROMISE_KINDS, type PromiseKind } from '../../complaint.words.js';
import { PersonDto } from '../../../access/person.dto.js';
import { PromiseDto } from '../promise.dto.js';

export const STANDINGS = {
  due: 'still to be kept in time',
  late: 'its time is over, and it is not kept yet',
  cause_missing: 'it was broken, and the apology or the cause is still owed',
} as const;
export type Standing = keyof typeof STANDINGS;

/** Which promises, over all complaints; all conditions together. */
export class PromiseQuery extends PageQuery {
  @OneOf(
    'Only those that stand like this; those that are due or late where absent.',
    Object.keys(STANDINGS),
    {
      meanings: STANDINGS,
      optional: true,
    },
  )
  standing?: Standing;

  @QueryList('Only of these kinds.', Object.keys(PROMISE_KINDS), { meanings: PROMISE_KINDS, optional: true })
  kind?: PromiseKind[];

  @QueryIdOr('none', 'Only on complaints of this owner, or on those without one.', { optional: true })
  ownerId?: string;

  @Id('Only on complaints whose owner is in this team.', { optional: true })
  teamId?: string;

  @QueryFlag('Only those owed by law, or only the others.', { optional: true })
  legal?: boolean;

  @Time('Only those due before this time.', { optional: true })
  dueBefore?: string;

  @QueryFlag('Also say how many there are in all, up to 1,000.', { optional: true })
  count?: boolean;
}

@ApiSchema({ description: 'The complaint that a promise belongs to.' })
export class PromisedComplaintDto {
  @Id('The id.')
  id: string;

  @Text('What is said on the phone.', { max: 11, example: '7KQ-M3X-W94' })
  reference: string;

  @Text('In a few words.', { max: 300, nullable: true, example: 'Broken bed' })
  subject: string | null;

  @OneOf('Where it stands.', STATE_NAMES, { meanings: STATE_MEANINGS })
  state: ComplaintState;

  @Whole('How far it was escalated.', { min: 0, max: 3 })
  level: number;

  @Text('How the house classes this customer.', { max: 50, nullable: true, example: 'gold' })
  tier: string | null;

  @Nested('Who is responsible.', () => PersonDto, { nullable: true })
  owner: PersonDto | null;
}

@ApiSchema({ description: 'What is owed because a promise was broken.' })
export class PromisedBreachDto {
  @Id('The breach.')
  id: string;

  @OneOf('What became of it.', Object.keys(BREACH_STATES), { meanings: BREACH_STATES })
  state: BreachState;

  @Flag('No cause is on record, or only that it is not known yet.')
  causeMissing: boolean;
}

@ApiSchema({ description: 'A promise as it stands on the board, with the complaint that it belongs to.' })
export class BoardPromiseDto extends PromiseDto {
  @Flag('Its time is over, and it is not kept.')
  late: boolean;

  @Nested('The complaint.', () => PromisedComplaintDto)
  complaint: PromisedComplaintDto;

  @Nested('What is owed because it was broken.', () => PromisedBreachDto, { nullable: true })
  breach: PromisedBreachDto | null;
}
