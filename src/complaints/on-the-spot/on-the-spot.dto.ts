import { ApiSchema } from '@nestjs/swagger';
import { AssessmentBody } from '../actions/actions.dto.js';
import { ResolveBody } from '../actions/decision.dto.js';
import { NewFactBody } from '../facts/fact.dto.js';
import { Check, checked, checkedEach } from '../../platform/http/fields/check.js';
import { Flag } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { NewRemedyBody } from '../remedies/remedy.dto.js';

const LONG = { max: 20_000, optional: true } as const;
const MANY = { maxItems: 50, optional: true } as const;

@Check(({ done, dueAt }: ActionOnTheSpotBody) =>
  done !== true && dueAt === undefined ? [{ at: '/dueAt', code: 'required' as const }] : [],
)
@ApiSchema({ description: 'Something that is done on the spot, or will be done by a date.' })
export class ActionOnTheSpotBody {
  @Text('What is done, or will be.', { max: 2_000, example: 'Hand over a new leg' })
  what: string;

  @Time('By when it will be done; required unless it is done.', { when: 'future', optional: true })
  dueAt?: string;

  @Flag('It is done already: promised and kept at once.', { optional: true })
  done?: boolean;
}

@Check((body: OnTheSpotBody) => [
  ...checked(ResolveBody, body),
  ...checkedEach(ActionOnTheSpotBody, body.agreedActions, '/agreedActions'),
  ...checkedEach(NewRemedyBody, body.remedies, '/remedies'),
])
@ApiSchema({
  description:
    'All that the steps need that are still to come, in one body. What belongs to a step that was taken before is ' +
    'refused (`not_applicable`), so that nothing that somebody typed is lost.',
})
export class OnTheSpotBody extends ResolveBody {
  /** Always required, and asked for together with what the other steps need: so that one answer names everything. */
  @Text('The decision and its reasons, as the customer reads them. Required.', LONG)
  override explanation: string;

  @Text(
    'Words to the customer: that we are sorry for how it feels. Required where there was no first answer; after it, ' +
      'words that go with the name of the owner.',
    LONG,
  )
  message?: string;

  @NestedList(
    'What is put on record first, in the words of the customer or of others. Each needs a standing: nothing is ' +
      'decided while a fact is only claimed.',
    () => NewFactBody,
    MANY,
  )
  facts?: NewFactBody[];

  @Text(
    'What happened, summed up. Required where the facts are not established yet, as `assessment` is.',
    LONG,
  )
  summary?: string;

  @Nested('The assessment of the case (ISO 10002, clause 7.5).', () => AssessmentBody, { optional: true })
  assessment?: AssessmentBody;

  @Id('The user who becomes responsible; the caller where nobody is named.', { optional: true })
  ownerId?: string;

  @NestedList(
    'What was agreed with the customer: at least one, done or still to be done. A remedy does not count as one.',
    () => ActionOnTheSpotBody,
    MANY,
  )
  agreedActions?: ActionOnTheSpotBody[];

  @NestedList(
    'What makes good, within the authority of the caller: what somebody else would have to approve cannot be ' +
      'granted on the spot (`remedy_pending`).',
    () => NewRemedyBody,
    MANY,
  )
  remedies?: NewRemedyBody[];
}
