import { ApiSchema } from '@nestjs/swagger';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { QueryList } from '../../platform/http/fields/query.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { UserNameDto } from '../person.dto.js';
import { ABSENCE_STATES, type AbsenceState } from './absence.entity.js';

const FROM = 'From when on the person is away.';
const TO = 'Until when; null is until further notice.';
const STAND_IN = 'Who stands in: active staff. Who is away then as well passes it on to the own stand-in.';
const NOTE = 'What colleagues have to know. Everybody who works here reads it.';
const noted = { max: 1000, optional: true, nullable: true, example: 'Back on Monday.' } as const;
const STATE = 'Whether the person is away.';

@Check(endsAfterBeginning)
@ApiSchema({ description: 'Somebody will be away, or is already.' })
export class NewAbsenceBody {
  @Time(`${FROM} What lies in the past begins at once.`, { example: '2026-12-21T08:00:00.000Z' })
  from: string;

  @Time(TO, { when: 'future', optional: true, nullable: true, example: '2027-01-04T08:00:00.000Z' })
  to?: string | null;

  @Id(STAND_IN)
  standInId: string;

  @Text(NOTE, noted)
  note?: string | null;
}

@Check(endsAfterBeginning)
@ApiSchema({ description: 'What changes about an absence.' })
export class AbsenceChangesBody {
  @Time(`${FROM} One that has begun keeps its beginning.`, { optional: true, nullable: false })
  from?: string;

  @Time(TO, { when: 'future', optional: true, nullable: true })
  to?: string | null;

  @Id(STAND_IN, { optional: true, nullable: false })
  standInId?: string;

  @Text(NOTE, noted)
  note?: string | null;
}

@ApiSchema({ description: 'Somebody of the house is away, and somebody else stands in.' })
export class AbsenceDto {
  @Id('The id of the absence.')
  id: string;

  @Nested('Who is away, by the name at the last change of the absence.', () => UserNameDto)
  user: UserNameDto;

  @Nested('Who stands in, by the name at the last change of the absence.', () => UserNameDto)
  standIn: UserNameDto;

  @Time(FROM)
  from: string;

  @Time(TO, { nullable: true })
  to: string | null;

  @OneOf(STATE, Object.keys(ABSENCE_STATES), { meanings: ABSENCE_STATES })
  state: AbsenceState;

  @Text(NOTE, { ...noted, optional: false })
  note: string | null;

  @Time('When it came to be over; null while it is not.', { nullable: true })
  endedAt: string | null;

  @Whole('Raised by every change, beginning and end included; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was announced.')
  createdAt: string;

  @Time('When it was last changed.')
  updatedAt: string;
}

/** Which absences. */
export class AbsenceQuery extends PageQuery {
  @QueryList('Only those that are in one of these states.', Object.keys(ABSENCE_STATES), {
    meanings: ABSENCE_STATES,
    optional: true,
  })
  state?: AbsenceState[];
}

function endsAfterBeginning({ from, to }: { from?: string; to?: string | null }): Wrong[] {
  return from && to && Date.parse(to) <= Date.parse(from) ? [{ at: '/to', code: 'min' }] : [];
}
