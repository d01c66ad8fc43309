import { ApiSchema } from '@nestjs/swagger';
import { OneOf } from '../../platform/http/fields/choice.js';
import { Time } from '../../platform/http/fields/time.js';
import { SAID_HOW, type SaidHow } from '../complaint.words.js';

@ApiSchema({ description: 'How and when words were said or sent outside the product.' })
export class SaidBody {
  @OneOf('How it was said or sent.', Object.keys(SAID_HOW), { meanings: SAID_HOW })
  how: SaidHow;

  @Time('When it was said or sent.', { when: 'past' })
  saidAt: string;
}

/** What the property `said` means wherever words for the customer are sent. */
export const SAID =
  'The words were spoken or sent outside the product; by phone, visit, letter or chat they count as handed over then.';
