import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { LINK_NAMES, LINK_TYPES, type LinkName, type LinkType } from './link.words.js';

@ApiSchema({ description: 'Two complaints belong together, as it is seen from the one in the path.' })
export class LinkDto {
  @Id('The id.')
  id: string;

  @OneOf('How this complaint belongs to the other one.', Object.keys(LINK_NAMES), { meanings: LINK_NAMES })
  type: LinkName;

  @Id('The other complaint.')
  complaintId: string;

  @Text('What is said on the phone of the other one.', { max: 11, example: '7KQ-M3X-W94' })
  reference: string;

  @Text('Why; hidden from a person complained about in either.', {
    max: 2000,
    nullable: true,
    example: 'The new leg broke like the first.',
  })
  note: string | null;

  @Nested('Who said so.', () => PersonDto)
  createdBy: PersonDto;

  @Whole('A link never changes.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When.')
  createdAt: string;
}

@ApiSchema({ description: 'How a complaint belongs to another.' })
export class NewLinkBody {
  @OneOf('How this complaint belongs to the other one.', Object.keys(LINK_TYPES), { meanings: LINK_TYPES })
  type: LinkType;

  @Id('The other complaint.')
  complaintId: string;

  @Text('Why; a person complained about in either of the two does not read it.', {
    max: 2000,
    optional: true,
  })
  note?: string;
}
