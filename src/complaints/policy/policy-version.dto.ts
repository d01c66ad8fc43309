import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { CHANNELS, type Channel } from '../../kernel/words.js';
import { SomeOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Language, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import * as text from './policy.texts.js';
import { PolicyWords } from './policy-words.dto.js';

const O = { optional: true } as const;
const WAYS = Object.keys(CHANNELS);
const EXAMPLE = { example: ['web', 'phone'] };

@ApiSchema({ description: 'The words of the policy in one language, as they were published.' })
export class PolicyVersionDto extends PolicyWords {
  @Id('The id.')
  id: string;

  @Language('The language.')
  language: string;

  @Whole('Counted for each language; never changed after it was published. The `ETag`.', {
    min: 1,
    max: 2_147_483_647,
  })
  version: number;

  @Text(text.CHARGES, { ...text.LONG, nullable: true })
  charges: string | null;

  @SomeOf(text.ON_CHANNELS, WAYS, { meanings: CHANNELS, ...EXAMPLE })
  channels: Channel[];

  @Time('From when the public is shown it.')
  validFrom: string;

  @Nested('Who published it.', () => PersonDto)
  publishedBy: PersonDto;

  @Time('When it was published.')
  createdAt: string;
}

@ApiSchema({ description: 'The words of the policy in one language, whole.' })
export class NewPolicyVersionBody extends PolicyWords {
  @Language('The language. Words in `hu` serve readers of `hu-HU` too.')
  language: string;

  @Text(text.CHARGES, { ...text.LONG, ...O })
  charges?: string;

  @SomeOf(`${text.ON_CHANNELS} A web page where absent.`, WAYS, {
    meanings: CHANNELS,
    minItems: 1,
    ...EXAMPLE,
    ...O,
  })
  channels?: Channel[];

  @Time('From when the public is shown it; at once where absent.', { when: 'future', ...O })
  validFrom?: string;
}

@ApiSchema({ description: 'Which versions.' })
export class PolicyVersionQuery extends PageQuery {
  @Language('In this language only.', O)
  language?: string;
}
