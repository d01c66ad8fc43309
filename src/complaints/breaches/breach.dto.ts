import { ApiSchema } from '@nestjs/swagger';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Ids, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { BREACH_STATES, type BreachState, PROMISE_KINDS, type PromiseKind } from '../complaint.words.js';
import { PersonDto } from '../../access/person.dto.js';
import { SAID, SpokenBody } from '../parts/said.dto.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;

@ApiSchema({ description: 'Why a promise was broken.' })
export class BreachCauseDto {
  @Id('The cause of the cause list.', N)
  causeId: string | null;

  @Text('The cause in words.', { max: 2000, ...N, example: 'The carrier lost the leg.' })
  text: string | null;

  @Flag('The cause is still looked for, and may be put in later.')
  notKnownYet: boolean;
}

@ApiSchema({ description: 'A broken promise as a thing of its own: it obliges to an apology and a cause.' })
export class BreachDto {
  @Id('The id.')
  id: string;

  @Id('The promise that was broken.')
  promiseId: string;

  @OneOf('The kind of the promise.', Object.keys(PROMISE_KINDS), { meanings: PROMISE_KINDS })
  kind: PromiseKind;

  @OneOf('What became of it.', Object.keys(BREACH_STATES), { meanings: BREACH_STATES })
  state: BreachState;

  @Time('When the time of the promise was over.')
  brokenAt: string;

  @Id('The words of apology. While they wait to be said or sent, the breach stays unanswered.', N)
  apologyMessageId: string | null;

  @Nested('Why.', () => BreachCauseDto, N)
  cause: BreachCauseDto | null;

  @Time('When it was answered or waived.', N)
  answeredAt: string | null;

  @Nested('Who answered or waived it.', () => PersonDto, N)
  answeredBy: PersonDto | null;

  @Text('Why it was waived, or what shows that the promise was kept in time.', { max: 2000, ...N })
  reason: string | null;

  @Whole('Rises with every change.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it came on record.')
  createdAt: string;

  @Time('When it last changed.')
  updatedAt: string;
}

@ApiSchema({ description: 'A cause: in words, or that it is not known yet.' })
export class BreachCauseBody {
  @Id('A cause of the cause list that may still be chosen.', O)
  causeId?: string;

  @Text('The cause in words; required unless it is not known yet.', {
    max: 2000,
    ...O,
    example: 'The carrier lost the leg.',
  })
  text?: string;

  @Flag('True while the cause is still looked for; it may be put in later by another answer.', {
    ...O,
    example: true,
  })
  notKnownYet?: boolean;
}

@Check(oneApology)
@ApiSchema({ description: 'An apology and a cause.' })
export class AnswerBreachBody {
  @Text(
    'Words of apology to the customer. Either these or `messageId`; not needed to put in a cause later.',
    {
      max: 20_000,
      ...O,
    },
  )
  apology?: string;

  @Id('A message that was handed over to the customer after the promise was broken, and apologises.', O)
  messageId?: string;

  @Nested('Why the promise was broken.', () => BreachCauseBody)
  cause: BreachCauseBody;

  @Ids('Only these breaches beside the one of the path; all unanswered ones of the complaint where absent.', {
    maxItems: 100,
    ...O,
  })
  breachIds?: string[];

  @Nested(SAID, () => SpokenBody, O)
  said?: SpokenBody;
}

@ApiSchema({ description: 'Why a breach needs no answer.' })
export class WaiveBreachBody {
  @Text('The reason.', { max: 2000 })
  reason: string;
}

@ApiSchema({ description: 'The proof that the promise was kept in time after all.' })
export class WithdrawBreachBody {
  @Time('When it was kept: not after it was due, nor before its time began.', { when: 'past' })
  keptAt: string;

  @Text('What shows it.', { max: 2000, example: 'The list of calls of that day.' })
  reason: string;
}

function oneApology({ apology, messageId, cause, said }: AnswerBreachBody): Wrong[] {
  const { text, notKnownYet = false } = (cause as BreachCauseBody | undefined) ?? {};
  return [
    ...(apology && messageId ? [{ at: '/messageId', code: 'not_applicable' } as const] : []),
    ...(said && !apology ? [{ at: '/said', code: 'not_applicable' } as const] : []),
    ...(!text && !notKnownYet ? [{ at: '/cause/text', code: 'required' } as const] : []),
    ...(text && notKnownYet ? [{ at: '/cause/notKnownYet', code: 'not_applicable' } as const] : []),
  ];
}
