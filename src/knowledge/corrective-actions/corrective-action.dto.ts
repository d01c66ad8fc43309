import { ApiSchema } from '@nestjs/swagger';
import { UserNameDto } from '../../access/person.dto.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { QueryList } from '../../platform/http/fields/query.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { CORRECTIVE_ACTION_STATES, type CorrectiveActionState } from './corrective-action.entity.js';

const WHAT = 'What the house changes.';
const what = { max: 2000, example: 'Corner guards on every bed' };
const OWNER = 'Who sees to it: active staff.';
const DUE = 'By when it is to be done.';
const CHECK = 'From when on it can be checked whether it helps; after `dueAt`.';
const FINDING = 'What was found: whether the cause stays away, and how that is known.';
const finding = { max: 20_000, example: 'No broken leg in 400 deliveries.' };
const STATES = Object.keys(CORRECTIVE_ACTION_STATES);
const later = { when: 'future', optional: true, nullable: false } as const;

@Check(checkAfterDue)
@ApiSchema({ description: 'A corrective action to be.' })
export class NewCorrectiveActionBody {
  @Text(WHAT, what)
  what: string;

  @Id('The cause that is not to come back; one that can be chosen.', { optional: true })
  causeId?: string;

  @Id(OWNER)
  ownerId: string;

  @Time(DUE, { when: 'future', example: '2027-01-15T16:00:00.000Z' })
  dueAt: string;

  @Time(CHECK, { when: 'future', example: '2027-04-15T16:00:00.000Z' })
  checkAt: string;
}

@Check(checkAfterDue)
@ApiSchema({ description: 'What changes about the plan.' })
export class CorrectiveActionChangesBody {
  @Text(WHAT, { ...what, optional: true, nullable: false })
  what?: string;

  @Id(OWNER, { optional: true, nullable: false })
  ownerId?: string;

  @Time(DUE, { ...later, example: '2027-01-15T16:00:00.000Z' })
  dueAt?: string;

  @Time(CHECK, { ...later, example: '2027-04-15T16:00:00.000Z' })
  checkAt?: string;
}

@ApiSchema({ description: 'How it was done.' })
export class CompleteCorrectiveActionBody {
  @Text('What was done, in words for the log.', { max: 2000, optional: true })
  note?: string;
}

@ApiSchema({ description: 'Whether it helps.' })
export class CheckCorrectiveActionBody {
  @Flag('True where the cause stays away.')
  effective: boolean;

  @Text(FINDING, finding)
  finding: string;
}

@ApiSchema({ description: 'Why it will not be done.' })
export class DropCorrectiveActionBody {
  @Text('Why, in words for the log.', { max: 2000, example: 'The bed is not sold any more.' })
  reason: string;
}

/** Which corrective actions; all conditions together. */
export class CorrectiveActionQuery extends PageQuery {
  @QueryList('Only in these states.', STATES, { meanings: CORRECTIVE_ACTION_STATES, optional: true })
  state?: CorrectiveActionState[];

  @Id('Only those against this cause.', { optional: true })
  causeId?: string;

  @Id('Only those of this owner.', { optional: true })
  ownerId?: string;

  @Time('Only those that can be checked before this time.', { optional: true })
  checkBefore?: string;

  @Time('Only those that are due before this time.', { optional: true })
  dueBefore?: string;
}

@ApiSchema({ description: 'A cause, by the name at that moment.' })
export class CauseNameDto {
  @Id('The cause.')
  id: string;

  @Text('The name.', { max: 200, example: 'Packaging' })
  name: string;
}

@ApiSchema({ description: 'What the house changes so that a cause does not come back (ISO 10002, 8.7).' })
export class CorrectiveActionDto {
  @Id('The id of the corrective action.')
  id: string;

  @Text(WHAT, what)
  what: string;

  @Nested('The cause, by the name that it had when this was planned.', () => CauseNameDto, { nullable: true })
  cause: CauseNameDto | null;

  @Nested('Who sees to it, by the name at the time of being named.', () => UserNameDto)
  owner: UserNameDto;

  @Time(DUE, { example: '2027-01-15T16:00:00.000Z' })
  dueAt: string;

  @Time(CHECK, { example: '2027-04-15T16:00:00.000Z' })
  checkAt: string;

  @OneOf('What became of it.', STATES, { meanings: CORRECTIVE_ACTION_STATES })
  state: CorrectiveActionState;

  @Time('When it was done.', { nullable: true })
  doneAt: string | null;

  @Time('When it was checked.', { nullable: true })
  checkedAt: string | null;

  @Text(FINDING, { ...finding, nullable: true })
  finding: string | null;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was planned.')
  createdAt: string;

  @Time('When it was last changed.')
  updatedAt: string;
}

function checkAfterDue({ dueAt, checkAt }: { dueAt?: string; checkAt?: string }): Wrong[] {
  const early = Date.parse(String(checkAt)) <= Date.parse(String(dueAt));
  return early ? [{ at: '/checkAt', code: 'min' }] : [];
}
