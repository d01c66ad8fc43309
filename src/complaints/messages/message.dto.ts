import { ApiSchema } from '@nestjs/swagger';
import {
  LETTER_KIND_MEANINGS,
  LETTER_KIND_NAMES,
  type LetterKind,
} from '../../communications/letters/kinds.js';
import { ACTOR_KINDS, ACTOR_MEANINGS, type ActorKind } from '../../kernel/actor.js';
import { Check } from '../../platform/http/fields/check.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Language, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import {
  ANSWER_VIA,
  type AnswerVia,
  DELIVERY_STATES,
  type DeliveryState,
  HANDING_OVER,
  MESSAGE_KINDS,
  type MessageKind,
  SAID_HOW,
  type SaidHow,
} from '../complaint.words.js';
import { SpokenBody } from '../parts/said.dto.js';

const AUDIENCES = {
  customer: 'between the house and the customer',
  internal: 'seen by the house only',
} as const;
const DIRECTIONS = { in: 'from the customer', out: 'from the house' } as const;

@ApiSchema({ description: 'Who wrote a message.' })
export class AuthorDto {
  @OneOf('What kind of author.', ACTOR_KINDS, { meanings: ACTOR_MEANINGS })
  kind: ActorKind;

  @Id('The user.', { nullable: true })
  id: string | null;

  @Text('The name at that moment.', { max: 200, nullable: true, example: 'Marta Kis' })
  name: string | null;
}

@ApiSchema({ description: 'What became of words for the customer.' })
export class DeliveryDto {
  @OneOf('The way.', [...new Set([...Object.keys(ANSWER_VIA), ...Object.keys(SAID_HOW)])], {
    meanings: { ...SAID_HOW, ...ANSWER_VIA },
  })
  via: AnswerVia | SaidHow;

  @OneOf('How far they came.', Object.keys(DELIVERY_STATES), { meanings: DELIVERY_STATES })
  state: DeliveryState;

  @Time('Since when; null while they wait.', { nullable: true })
  at: string | null;
}

@ApiSchema({ description: 'By which template a letter was written.' })
export class TemplateUsedDto {
  @OneOf('The kind of letter.', LETTER_KIND_NAMES, { meanings: LETTER_KIND_MEANINGS })
  kind: LetterKind;

  @Language('The language.')
  language: string;

  @Whole('Which version; 0 comes with the program.', { min: 0, max: 2_147_483_647 })
  version: number;
}

@ApiSchema({ description: 'Words between the house and the customer, or an internal note.' })
export class MessageDto {
  @Id('The id of the message.')
  id: string;

  @OneOf('Whom it is for.', Object.keys(AUDIENCES), { meanings: AUDIENCES })
  audience: keyof typeof AUDIENCES;

  @OneOf('Which way it goes.', Object.keys(DIRECTIONS), { meanings: DIRECTIONS })
  direction: keyof typeof DIRECTIONS;

  @OneOf('What it is.', Object.keys(MESSAGE_KINDS), { meanings: MESSAGE_KINDS })
  kind: MessageKind;

  @Text('The words.', { max: 400_000 })
  body: string;

  @Text('The subject, for mail; null for words of the customer and notes.', { max: 300, nullable: true })
  subject: string | null;

  @Nested(
    'By which template it was written; null for words of the customer and notes.',
    () => TemplateUsedDto,
    {
      nullable: true,
    },
  )
  template: TemplateUsedDto | null;

  @Nested('Who wrote it.', () => AuthorDto)
  author: AuthorDto;

  @Nested('What became of it; null for what is not for the customer.', () => DeliveryDto, { nullable: true })
  delivery: DeliveryDto | null;

  @Time('When words of the customer were answered or marked as heard.', { nullable: true })
  heardAt: string | null;

  @Whole('Rises with every change.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was put on record.')
  createdAt: string;
}

@Check((body: NewMessageBody) => {
  const inbound = body.direction === 'in';
  if (body.audience === 'internal') {
    return [
      ...(body.said ? [{ at: '/said', code: 'not_applicable' as const }] : []),
      ...(inbound ? [{ at: '/direction', code: 'not_applicable' as const }] : []),
    ];
  }
  return inbound && !body.said ? [{ at: '/said', code: 'required' as const }] : [];
})
@ApiSchema({
  description: 'Words to the customer, words of the customer noted by staff, or an internal note.',
})
export class NewMessageBody {
  @OneOf('Whom it is for.', Object.keys(AUDIENCES), { meanings: AUDIENCES })
  audience: keyof typeof AUDIENCES;

  @OneOf('`in` notes words of the customer; `out` where absent.', Object.keys(DIRECTIONS), {
    meanings: DIRECTIONS,
    optional: true,
  })
  direction?: keyof typeof DIRECTIONS;

  @Text('The words.', { max: 20_000, example: 'The new leg was sent today.' })
  body: string;

  @Nested(
    'How and when it was said, outside the product; required for noted words of the customer.',
    () => SpokenBody,
    {
      optional: true,
    },
  )
  said?: SpokenBody;
}

@ApiSchema({ description: 'What became of the words of the customer.' })
export class HearMessageBody {
  @Text('What was done about it.', { max: 2000, optional: true })
  note?: string;
}

@Check(({ said }: HandOverMessageBody) =>
  HANDING_OVER.includes((said as SpokenBody | undefined)?.how ?? 'other')
    ? []
    : [{ at: '/said/how', code: 'not_applicable' as const }],
)
@ApiSchema({ description: 'When words that waited were said or sent.' })
export class HandOverMessageBody {
  @Nested('How and when: by phone, visit, letter or chat.', () => SpokenBody)
  said: SpokenBody;
}
