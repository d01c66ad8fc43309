import { ApiSchema } from '@nestjs/swagger';
import { SEVERITIES, type Severity } from '../../kernel/words.js';
import { Flag, OneOf } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { SAID, SaidBody, SpokenBody } from '../parts/said.dto.js';
import { COMPLEXITIES, type Complexity } from '../complaint.words.js';

/**
 * The bodies of the actions, one class each; those that decide stand in decision.dto.ts. What they must
 * bring in which state stands in the workflow's `asks`.
 */

const LONG = { max: 20_000 };
const SHORT = { max: 2_000 };

@ApiSchema({ description: 'The first answer to the customer.' })
export class AcknowledgeBody {
  @Text(
    'Words to the customer: that we are sorry for how it feels. The dates of the next steps are added.',
    LONG,
  )
  message: string;

  @Nested(SAID, () => SpokenBody, { optional: true })
  said?: SpokenBody;
}

@ApiSchema({ description: 'The assessment of a case (ISO 10002, clause 7.5).' })
export class AssessmentBody {
  @OneOf('How bad it is for the customer.', Object.keys(SEVERITIES), { meanings: SEVERITIES })
  severity: Severity;

  @Flag('Somebody’s safety is at stake.')
  safety: boolean;

  @OneOf('How hard it is to settle.', Object.keys(COMPLEXITIES), { meanings: COMPLEXITIES })
  complexity: Complexity;

  @Text('What it means for the customer and for others.', SHORT)
  impact: string;

  @Text('What has to be done at once; null where nothing has.', { ...SHORT, nullable: true, optional: true })
  immediateAction?: string | null;
}

@ApiSchema({ description: 'What happened, and how much it matters.' })
export class EstablishFactsBody {
  @Text('What happened, summed up.', LONG)
  summary: string;

  @Nested('The assessment of the case (ISO 10002, clause 7.5).', () => AssessmentBody)
  assessment: AssessmentBody;
}

@ApiSchema({ description: 'Something that will be done by a date.' })
export class AgreedActionBody {
  @Text('What will be done.', SHORT)
  what: string;

  @Time('By when it will be done.', { when: 'future' })
  dueAt: string;
}

@ApiSchema({ description: 'Who becomes responsible, and what will be done.' })
export class AssignOwnerBody {
  @Id('The user who becomes responsible.')
  ownerId: string;

  @NestedList(
    'What will be done, each with its date: at least one when the first owner is named.',
    () => AgreedActionBody,
    {
      maxItems: 50,
      optional: true,
    },
  )
  agreedActions?: AgreedActionBody[];

  @Text('Words of one’s own to the customer; name, contact and agreed actions are told anyway.', {
    ...LONG,
    optional: true,
  })
  message?: string;

  @Text('Why it is handed over: required when there was an owner before.', {
    ...SHORT,
    optional: true,
    example: 'She is on leave until May.',
  })
  reason?: string;

  @Nested(SAID, () => SpokenBody, { optional: true })
  said?: SpokenBody;
}

@ApiSchema({ description: 'A question to the customer.' })
export class AskCustomerBody {
  @Text('What the customer is asked.', LONG)
  question: string;

  @Time('By when an answer is needed.', { when: 'future' })
  replyBy: string;

  @Nested(SAID, () => SpokenBody, { optional: true })
  said?: SpokenBody;
}

@ApiSchema({ description: 'Why work goes on.' })
export class ResumeBody {
  @Text('Why work goes on without an answer.', { ...SHORT, optional: true })
  note?: string;
}

@ApiSchema({ description: 'How and when the customer accepted.' })
export class AcceptBody extends SaidBody {}

@ApiSchema({ description: 'How and when the customer said it, and why.' })
export class CustomersWordBody extends SaidBody {
  @Text('The reason, in the words of the customer.', LONG)
  reason: string;
}

@ApiSchema({ description: 'A reason.' })
export class ReasonBody {
  @Text('The reason.', LONG)
  reason: string;
}

@ApiSchema({ description: 'Which standard the complaint is measured by from now on, and why.' })
export class RestandardiseBody {
  @Text('The reason.', SHORT)
  reason: string;

  @Id('An active standard; absent: the one that fits the complaint as it is now, in its present version.', {
    optional: true,
  })
  standardId?: string;
}

@ApiSchema({ description: 'Nothing.' })
export class NothingBody {}
