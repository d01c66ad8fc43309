import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { Check } from '../../platform/http/fields/check.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Language, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { BODY_MAX, SUBJECT_MAX } from '../letters/engine.js';
import { templateFlaws } from '../letters/flaws.js';
import { LETTER_KIND_MEANINGS, LETTER_KIND_NAMES, type LetterKind } from '../letters/kinds.js';

const KINDS = { meanings: LETTER_KIND_MEANINGS };
const O = { optional: true } as const;
const N = { nullable: true } as const;
const VERSION = { min: 0, max: 2_147_483_647 };

const SUBJECT_TEXT = 'The subject, for mail; null for what is put into other letters.';
const SUBJECT = { max: SUBJECT_MAX, example: 'Your complaint {{ reference }}: a question to you' } as const;
const BODY = { max: BODY_MAX, example: '{{ message }}\n\nPlease answer by {{ replyBy }}.' } as const;

@ApiSchema({ description: 'By which template letters of a kind are written at the moment in a language.' })
export class TemplateDto {
  @OneOf('The kind of letter.', LETTER_KIND_NAMES, KINDS)
  kind: LetterKind;

  @Language('The language.')
  language: string;

  @Whole('Counted for each kind and language; 0 comes with the program.', VERSION)
  version: number;

  @Flag('Whether it comes with the program.')
  builtIn: boolean;

  @Text(SUBJECT_TEXT, { ...SUBJECT, ...N })
  subject: string | null;

  @Text('The words of the letter, in Liquid.', BODY)
  body: string;

  @Id('The version that was published; null for what comes with the program.', N)
  versionId: string | null;
}

@ApiSchema({ description: 'A template as it was published, or that there is none of the house any more.' })
export class TemplateVersionDto {
  @Id('The id.')
  id: string;

  @OneOf('The kind of letter.', LETTER_KIND_NAMES, KINDS)
  kind: LetterKind;

  @Language('The language.')
  language: string;

  @Whole('Counted for each kind and language; never changed after it was published. The `ETag`.', {
    ...VERSION,
    min: 1,
  })
  version: number;

  @Text(SUBJECT_TEXT, { ...SUBJECT, ...N })
  subject: string | null;

  @Text('The words of the letter, in Liquid; null where this version took those before it out of use.', {
    ...BODY,
    ...N,
  })
  body: string | null;

  @Nested('Who published it, or took it out of use.', () => PersonDto)
  publishedBy: PersonDto;

  @Time('When that was.')
  createdAt: string;
}

@Check(({ kind, subject, body }: Partial<Record<'kind' | 'subject' | 'body', unknown>>) =>
  isKind(kind) && typeof body === 'string' && (typeof subject === 'string' || subject === undefined)
    ? templateFlaws(kind, { subject: subject ?? null, body })
    : [],
)
@ApiSchema({ description: 'A template for a kind of letter in a language, whole.' })
export class NewTemplateBody {
  @OneOf('The kind of letter.', LETTER_KIND_NAMES, KINDS)
  kind: LetterKind;

  @Language('The language. One in `hu` serves readers of `hu-HU` too.')
  language: string;

  @Text('The subject, in one line; absent for what is put into other letters.', { ...SUBJECT, ...O })
  subject?: string;

  @Text(
    'The words of the letter, in a part of Liquid: variables, `if`, `unless`, and the filters `capitalize`, ' +
      '`default`, `downcase`, `strip` and `upcase`. `GET /v1/template-kinds` says which variables a kind has.',
    BODY,
  )
  body: string;
}

@ApiSchema({ description: 'Which template.' })
export class TemplateNameBody {
  @OneOf('The kind of letter.', LETTER_KIND_NAMES, KINDS)
  kind: LetterKind;

  @Language('The language.')
  language: string;
}

@ApiSchema({ description: 'Which templates.' })
export class TemplateQuery extends PageQuery {
  @OneOf('Of this kind only.', LETTER_KIND_NAMES, { ...KINDS, ...O })
  kind?: LetterKind;

  @Language('In this language only.', O)
  language?: string;
}

function isKind(kind: unknown): kind is LetterKind {
  return (LETTER_KIND_NAMES as unknown[]).includes(kind);
}
