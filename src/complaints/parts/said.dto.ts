import { ApiSchema } from '@nestjs/swagger';
import { Flag, OneOf } from '../../platform/http/fields/choice.js';
import { Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { SAID_HOW, type SaidHow } from '../complaint.words.js';

@ApiSchema({ description: 'How and when words were said or sent outside the product.' })
export class SaidBody {
  @OneOf('How it was said or sent.', Object.keys(SAID_HOW), { meanings: SAID_HOW })
  how: SaidHow;

  @Time('When it was said or sent.', { when: 'past' })
  saidAt: string;
}

@ApiSchema({
  description: 'How and when words between the house and the customer were said or sent outside the product.',
})
export class SpokenBody extends SaidBody {
  @Text('The number that was dialled or called from, or the address.', {
    max: 200,
    optional: true,
    example: '+36 1 234 5678',
  })
  number?: string | null;

  @Flag('The words were read back, and the customer said that they are right.', { optional: true })
  readBack?: boolean | null;
}

/** What the property `said` means wherever words for the customer are sent. */
export const SAID =
  'The words were spoken or sent outside the product; by phone, visit, letter or chat they count as handed over then.';
