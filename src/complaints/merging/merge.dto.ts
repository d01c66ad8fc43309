import { ApiSchema } from '@nestjs/swagger';
import { Flag } from '../../platform/http/fields/choice.js';
import { Id, Text } from '../../platform/http/fields/text.js';

@ApiSchema({ description: 'The complaint that goes on for both, and why they are one.' })
export class MergeBody {
  @Id('The complaint that goes on.')
  intoId: string;

  @Text('The reason.', { max: 2000, example: 'The same bed, handed in twice.' })
  reason: string;

  @Flag(
    'Staff checked that both are one person: needed where customers who are not on record share a way to be reached ' +
      'and differ in name, email address or telephone number.',
    { optional: true },
  )
  confirmedSamePerson?: boolean;
}
