import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { Check } from '../../platform/http/fields/check.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { findingFlaws, RootCauseBody } from '../actions/decision.dto.js';
import * as words from '../complaint.words.js';
import { SaidBody } from '../parts/said.dto.js';
import { RootCauseDto } from '../shown/complaint.details.dto.js';
import { ISSUE_STATES, type IssueState } from './issue.words.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;
const WHAT = { max: 1000, example: 'Nobody answers the telephone.' } as const;
const PRODUCT = { max: 300, example: 'Bed Aurora' } as const;
const EXPLANATION = { max: 4000, example: 'One person answered the telephone; now there are two.' } as const;
const FOUND = 'What was found about this point.';
const WHY_NOT = 'Why nothing could be determined.';
const OUTCOMES = { meanings: words.OUTCOMES };
const REASONS = Object.keys(words.NOT_DETERMINED_REASONS);

@ApiSchema({ description: 'A point of a complaint, in brief.' })
export class IssueInBriefDto {
  @Id('The id of the issue.')
  id: string;

  @Text('The point complained about.', WHAT)
  what: string;

  @OneOf('What became of it.', Object.keys(ISSUE_STATES), { meanings: ISSUE_STATES })
  state: IssueState;

  @OneOf(FOUND, Object.keys(words.OUTCOMES), { ...OUTCOMES, ...N })
  outcome: words.Outcome | null;
}

@ApiSchema({ description: 'One point complained about, with what was found about it.' })
export class IssueDto extends IssueInBriefDto {
  @Id('What the point is about, as it is sorted.', N)
  categoryId: string | null;

  @Text('The product or service.', { ...PRODUCT, ...N })
  product: string | null;

  @OneOf(WHY_NOT, REASONS, { meanings: words.NOT_DETERMINED_REASONS, ...N })
  notDeterminedReason: words.NotDeterminedReason | null;

  @Text('The reasons, as the customer reads them in the decision.', { ...EXPLANATION, ...N })
  explanation: string | null;

  @Nested('Why it happened.', () => RootCauseDto, N)
  rootCause: RootCauseDto | null;

  @Nested('Who decided last.', () => PersonDto, N)
  decidedBy: PersonDto | null;

  @Time('When it was last decided.', N)
  decidedAt: string | null;

  @Nested('How and when the customer took it back.', () => SaidBody, N)
  withdrawn: SaidBody | null;

  @Nested('Who put it on record; nobody where the customer handed it in.', () => PersonDto, N)
  addedBy: PersonDto | null;

  @Whole('Rises with every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it came on record.')
  createdAt: string;

  @Time('When it last changed.')
  updatedAt: string;
}

@ApiSchema({ description: 'One point complained about, as anybody may hand it in.' })
export class GivenIssueBody {
  @Text('The point, so that the customer knows it again: it stands on the tracking page.', WHAT)
  what: string;

  @Text('The product or service.', { ...PRODUCT, ...O })
  product?: string;
}

@ApiSchema({ description: 'One point complained about.' })
export class NewIssueBody extends GivenIssueBody {
  @Id('The category: one that is not retired, nor stands below one that is. Staff only.', O)
  categoryId?: string;
}

@Check((body: DecideIssueBody) => findingFlaws(body.outcome, body))
@ApiSchema({ description: 'What was found about a point.' })
export class DecideIssueBody {
  @OneOf(FOUND, Object.keys(words.OUTCOMES), OUTCOMES)
  outcome: words.Outcome;

  @Text('The reasons, as the customer reads them in the decision.', EXPLANATION)
  explanation: string;

  @OneOf('Why nothing could be determined; only and always with `not_determined`.', REASONS, {
    meanings: words.NOT_DETERMINED_REASONS,
    ...O,
  })
  notDeterminedReason?: words.NotDeterminedReason;

  @Nested('The cause; required where anything is upheld.', () => RootCauseBody, O)
  rootCause?: RootCauseBody;
}

@ApiSchema({ description: 'That the customer takes a point back.' })
export class WithdrawIssueBody {
  @Nested('How and when the customer said so.', () => SaidBody)
  said: SaidBody;
}
