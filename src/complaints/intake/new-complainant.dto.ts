import { ApiSchema } from '@nestjs/swagger';
import { Email, Text } from '../../platform/http/fields/text.js';

const O = { optional: true } as const;

@ApiSchema({ description: 'Who complains.' })
export class NewComplainantBody {
  @Text('The name.', { max: 200, ...O, example: 'Marta Kis' })
  name?: string;

  @Email('An email address.', O)
  email?: string;

  @Text('A telephone number.', { max: 50, ...O, example: '+36 1 234 5678' })
  phone?: string;

  @Text('A postal address.', { max: 500, ...O, example: 'Duna utca 1, Budapest' })
  address?: string;
}
