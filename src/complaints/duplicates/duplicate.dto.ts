import { ApiSchema } from '@nestjs/swagger';
import { OneOf, SomeOf, Whole } from '../../platform/http/fields/choice.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { type ComplaintState, STATE_MEANINGS, STATE_NAMES } from '../complaint.states.js';

/** What two complaints have in common. */
export const REASONS = {
  same_email: 'the complainant has the same email address',
  same_phone: 'the complainant has the same telephone number',
  same_order: 'it is about the same order',
  same_external: 'its id in another system is the same but for capitals',
  named_in_mail: 'the mail that it came by names the other one, or was an answer to it',
  similar_words: 'the words of the subject are found there, or all of them but one',
} as const;
export type Reason = keyof typeof REASONS;

@ApiSchema({ description: 'A complaint that may be the same as another one.' })
export class PossibleDuplicateDto {
  @Id('The id.')
  id: string;

  @Text('What is said on the phone.', { max: 11, example: '7KQ-M3X-W94' })
  reference: string;

  @Text('In a few words.', { max: 300, nullable: true, example: 'Broken bed' })
  subject: string | null;

  @OneOf('Where it stands.', STATE_NAMES, { meanings: STATE_MEANINGS })
  state: ComplaintState;

  @Time('When the house received it.')
  receivedAt: string;

  @SomeOf('What they have in common.', Object.keys(REASONS), { meanings: REASONS })
  reasons: Reason[];

  @Whole('How much that says: the more, the likelier they are the same.', { min: 1, max: 100 })
  score: number;
}
