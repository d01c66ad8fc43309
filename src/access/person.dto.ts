import { ApiSchema } from '@nestjs/swagger';
import { Id, Text } from '../platform/http/fields/text.js';

@ApiSchema({ description: 'A person, by the name at that moment.' })
export class PersonDto {
  @Id('The user; null for somebody who is none.', { nullable: true })
  id: string | null;

  @Text('The name.', { max: 200, nullable: true, example: 'Anna Agent' })
  name: string | null;
}

@ApiSchema({ description: 'A user, by name.' })
export class UserNameDto {
  @Id('The user.')
  id: string;

  @Text('The name.', { max: 200, example: 'Anna Agent' })
  name: string;
}
