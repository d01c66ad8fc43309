import { ApiSchema } from '@nestjs/swagger';
import { Email, Text } from '../../../platform/http/fields/text.js';

@ApiSchema({ description: 'What whoever lost the way to a complaint still knows of it.' })
export class LostTrackingBody {
  @Text('The reference, however it is written.', { max: 40, example: '7KQ-M3X-W94' })
  reference: string;

  @Email('The address that the complaint was handed in with.')
  email: string;
}

@ApiSchema({ description: 'What happens now. It says nothing about whether there is such a complaint.' })
export class LostTrackingDto {
  @Text('In words.', {
    max: 300,
    example: 'If reference and address belong together, a new link is on its way.',
  })
  detail: string;
}
