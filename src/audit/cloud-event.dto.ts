import { ApiSchema } from '@nestjs/swagger';
import { OneOf } from '../platform/http/fields/choice.js';
import { Nested } from '../platform/http/fields/nested.js';
import { Id, Text } from '../platform/http/fields/text.js';
import { Time } from '../platform/http/fields/time.js';
import { EntryDto } from './audit.dto.js';

@ApiSchema({
  description: 'An entry of the log as it goes to other programs: CloudEvents 1.0, structured mode.',
})
export class CloudEventDto {
  @OneOf('The version of CloudEvents.', ['1.0'])
  specversion: '1.0';

  @Id("The entry's id. What comes again has the same one.")
  id: string;

  @Text('Where the API is that it comes from.', { max: 2000, example: 'https://complaints.example.org' })
  source: string;

  @Text("The entry's type.", { max: 60, example: 'complaint.closed' })
  type: string;

  @Text('What the entry is about: a type and an id.', {
    max: 100,
    example: 'complaint/019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  })
  subject: string;

  @Time('When it happened.')
  time: string;

  @OneOf('The form of `data`.', ['application/json'])
  datacontenttype: 'application/json';

  @Text("The entry's position, as text. Null for what stands in no log.", {
    max: 20,
    nullable: true,
    example: '4711',
  })
  sequence: string | null;

  @Nested('The entry, as the timeline shows it to staff.', () => EntryDto)
  data: EntryDto;
}
