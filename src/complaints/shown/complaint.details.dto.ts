import { ApiSchema } from '@nestjs/swagger';
import { SEVERITIES, type Severity } from '../../kernel/words.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Email, Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import * as words from '../complaint.words.js';
import { PersonDto } from '../../access/person.dto.js';

/** What a complaint is made of, beside its own fields. */

const N = { nullable: true } as const;

@ApiSchema({ description: 'Who complains, as given at intake.' })
export class ComplainantDto {
  @Text('The name.', { max: 200, ...N, example: 'Marta Kis' })
  name: string | null;

  @Email('An email address.', N)
  email: string | null;

  @Text('A telephone number.', { max: 50, ...N, example: '+36 1 234 5678' })
  phone: string | null;

  @Text('A postal address.', { max: 500, ...N, example: 'Duna utca 1, Budapest' })
  address: string | null;
}

@ApiSchema({ description: 'The one person responsible, as the customer was told.' })
export class OwnerDto {
  @Id('The user.')
  id: string;

  @Text('The name that the customer was told.', { max: 200, example: 'Anna Agent' })
  name: string;

  @Time('Since when.')
  assignedAt: string;
}

@ApiSchema({ description: 'The assessment of the case (ISO 10002, clause 7.5).' })
export class AssessmentDto {
  @OneOf('How bad it is for the customer.', Object.keys(SEVERITIES), { meanings: SEVERITIES })
  severity: Severity;

  @Flag('Somebody’s safety is at stake.')
  safety: boolean;

  @OneOf('How hard it is to settle.', Object.keys(words.COMPLEXITIES), { meanings: words.COMPLEXITIES })
  complexity: words.Complexity;

  @Text('What it means for the customer and for others.', { max: 2000, example: 'Sleeps on the floor.' })
  impact: string;

  @Text('What has to be done at once.', { max: 2000, ...N, example: 'Send a spare bed.' })
  immediateAction: string | null;
}

@ApiSchema({ description: 'Why it happened.' })
export class RootCauseDto {
  @Id('A cause of the list of causes.', N)
  causeId: string | null;

  @Text('The cause in words.', { max: 20_000, example: 'The box had no corner protection.' })
  text: string;
}

@ApiSchema({ description: 'The decision that stands.' })
export class ResolutionDto {
  @OneOf('What was found.', Object.keys(words.OUTCOMES), { meanings: words.OUTCOMES })
  outcome: words.Outcome;

  @OneOf('Why nothing could be determined.', Object.keys(words.NOT_DETERMINED_REASONS), {
    meanings: words.NOT_DETERMINED_REASONS,
    ...N,
  })
  notDeterminedReason: words.NotDeterminedReason | null;

  @Text('The decision and its reasons.', { max: 20_000 })
  explanation: string;

  @Nested('Why it happened.', () => RootCauseDto, N)
  rootCause: RootCauseDto | null;

  @Flag('The last word of the house.')
  final: boolean;

  @Time('When it was decided.')
  resolvedAt: string;

  @Nested('Who decided.', () => PersonDto)
  resolvedBy: PersonDto;
}

@ApiSchema({ description: 'A standard in one of its versions.' })
export class StandardOfDto {
  @Id('The standard.')
  id: string;

  @Whole('The version that the complaint keeps, whatever the house promises to others by now.', {
    min: 1,
    max: 2_147_483_647,
  })
  version: number;
}
