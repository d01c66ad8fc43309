import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { Whole } from '../../platform/http/fields/choice.js';
import { Nested, NestedList, Shape } from '../../platform/http/fields/nested.js';
import { Id, Ids, Text, Texts } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { NamesOne } from '../names-one.js';

const N = { nullable: true } as const;

@NamesOne('customerId', 'contactId', 'complaintId')
@ApiSchema({
  description: 'Whom an export is about: exactly one of `customerId`, `contactId` and `complaintId`.',
})
export class NewSubjectExportBody {
  @Id('The customer: with all complaints, those of the records that were merged included.', {
    optional: true,
  })
  customerId?: string;

  @Id('The key figure of a company; where it is also a customer, with everything about that.', {
    optional: true,
  })
  contactId?: string;

  @Id('The complaint, where its customer is on no record: with those that were merged with it.', {
    optional: true,
  })
  complaintId?: string;
}

@ApiSchema({ description: 'That everything known about a person can be read in one piece.' })
export class SubjectExportDto {
  @Id('The id.')
  id: string;

  @Id('The customer, where one was named.', N)
  customerId: string | null;

  @Id('The key figure of a company, where one was named.', N)
  contactId: string | null;

  @Id('The complaint, where one was named.', N)
  complaintId: string | null;

  @Nested('Who made it.', () => PersonDto)
  madeBy: PersonDto;

  @Time('Until when the content can be read.')
  expiresAt: string;

  @Whole('An export never changes.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was made.')
  createdAt: string;
}

@ApiSchema({ description: 'One section of an export.' })
export class ExportSectionDto {
  @Text('Its name in `data`.', { max: 100, example: 'messages' })
  name: string;

  @Text('What one item is.', { max: 1000, example: 'words between the house and the customer' })
  what: string;

  @Texts('The columns that hold what a person typed or can be known by.', { max: 100, maxItems: 100 })
  personal: string[];

  @Texts('The columns that are left out: names and contact data of staff.', { max: 100, maxItems: 100 })
  leftOut: string[];
}

@ApiSchema({ description: 'What an export holds, from where, and by which law.' })
export class ExportManifestDto {
  @Text('The form of this document.', { max: 100, example: 'amends/subject-export/1' })
  format: string;

  @Id('The export.')
  exportId: string;

  @Time('When it was rendered: it says how things stood then.')
  renderedAt: string;

  @Ids('The customer records that are one person.', { maxItems: 10_000 })
  customerIds: string[];

  @Ids('The key figures of companies that are this person.', { maxItems: 10_000 })
  contactIds: string[];

  @Ids('The complaints.', { maxItems: 1_000_000 })
  complaintIds: string[];

  @NestedList('The sections, in the order of `data`.', () => ExportSectionDto, { maxItems: 100 })
  sections: ExportSectionDto[];

  @Texts('What whoever hands it over has to know.', { max: 2000, maxItems: 20 })
  notes: string[];
}

@ApiSchema({ description: 'Everything that is known about a person.' })
export class SubjectExportContentDto {
  @Nested('What it holds.', () => ExportManifestDto)
  manifest: ExportManifestDto;

  @Shape('The rows of each section by its name, the oldest first.', {
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'object', additionalProperties: true } },
  })
  data: Record<string, object[]>;
}
