import { ApiSchema } from '@nestjs/swagger';
import { Check } from '../../platform/http/fields/check.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { FACT_SOURCES, FACT_STANDINGS, type FactSource, type FactStanding } from '../complaint.words.js';
import { PersonDto } from '../../access/person.dto.js';

const STANDINGS = Object.keys(FACT_STANDINGS);
/** Standings that somebody may disagree with, so that they need a reason. */
export const REASONED: readonly string[] = ['disputed', 'refuted', 'unprovable'];

@ApiSchema({ description: 'A statement on record, with who says so and what became of it.' })
export class FactDto {
  @Id('The id of the fact.')
  id: string;

  @Text('The statement; it never changes.', {
    max: 20_000,
    example: 'The left front leg was broken on arrival.',
  })
  statement: string;

  @OneOf('Who or what says so.', Object.keys(FACT_SOURCES), { meanings: FACT_SOURCES })
  source: FactSource;

  @OneOf('What became of it.', STANDINGS, { meanings: FACT_STANDINGS })
  standing: FactStanding;

  @Text('Why it has this standing.', { max: 2000, nullable: true, example: 'photo' })
  standingReason: string | null;

  @Time('When it happened.', { nullable: true })
  occurredAt: string | null;

  @Nested('Who put it on record.', () => PersonDto)
  recordedBy: PersonDto;

  @Whole('Rises with every change.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was put on record.')
  createdAt: string;

  @Time('When it was last changed.')
  updatedAt: string;
}

@ApiSchema({ description: 'A statement to put on record.' })
export class NewFactBody {
  @Text('The statement.', { max: 20_000, example: 'The left front leg was broken on arrival.' })
  statement: string;

  @OneOf('Who or what says so.', Object.keys(FACT_SOURCES), { meanings: FACT_SOURCES })
  source: FactSource;

  @OneOf('What is known of it already; `claimed` where absent.', STANDINGS, {
    meanings: FACT_STANDINGS,
    optional: true,
  })
  standing?: FactStanding;

  @Time('When it happened.', { when: 'past', optional: true })
  occurredAt?: string;
}

@Check((body: FactChangesBody) =>
  REASONED.includes(body.standing ?? '') && !body.reason
    ? [{ at: '/reason', code: 'required' as const }]
    : [],
)
@ApiSchema({ description: 'What was found out about a fact. The statement itself never changes.' })
export class FactChangesBody {
  @OneOf('What became of it.', STANDINGS, { meanings: FACT_STANDINGS, optional: true, nullable: false })
  standing?: FactStanding;

  @Text('Why; required for `disputed`, `refuted` and `unprovable`.', {
    max: 2000,
    optional: true,
    example: 'photo',
  })
  reason?: string | null;

  @Time('When it happened.', { when: 'past', optional: true })
  occurredAt?: string | null;
}
