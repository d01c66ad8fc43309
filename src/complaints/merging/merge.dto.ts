import { ApiSchema } from '@nestjs/swagger';
import { Id, Text } from '../../platform/http/fields/text.js';

@ApiSchema({ description: 'The complaint that goes on for both, and why they are one.' })
export class MergeBody {
  @Id('The complaint that goes on.')
  intoId: string;

  @Text('The reason.', { max: 2000, example: 'The same bed, handed in twice.' })
  reason: string;
}
