import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { QueryFlag } from '../../platform/http/fields/query.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { NamesOne } from '../names-one.js';

const REASON = 'Why nothing may be erased: the dispute, the order, with its file number.';
const reason = { max: 2000, example: 'Court of Budapest, 12.P.20.345/2026.' };
const UNTIL = 'When it ends by itself. Where absent, it ends when somebody releases it.';

@NamesOne('customerId', 'complaintId')
@ApiSchema({ description: 'What may not be erased, and why. Either a customer or a complaint is named.' })
export class NewLegalHoldBody {
  @Id('The customer: with all complaints, those of the records that were merged included.', {
    optional: true,
  })
  customerId?: string;

  @Id('The complaint: with those that were merged into it, and the one it was merged into.', {
    optional: true,
  })
  complaintId?: string;

  @Text(REASON, reason)
  reason: string;

  @Time(UNTIL, { when: 'future', optional: true, example: '2028-11-20T09:00:00.000Z' })
  until?: string;
}

@ApiSchema({ description: 'Why a hold is no longer needed.' })
export class ReleaseLegalHoldBody {
  @Text('Why, in words for the log.', { max: 2000, example: 'The judgment is final.' })
  reason: string;
}

/** Which holds; all conditions together. */
export class LegalHoldQuery extends PageQuery {
  @Id('Only holds on this customer record itself.', { optional: true })
  customerId?: string;

  @Id('Only holds on this complaint itself.', { optional: true })
  complaintId?: string;

  @QueryFlag('True: only those in force now. False: only those that are over.', { optional: true })
  inForce?: boolean;
}

@ApiSchema({
  description:
    'What keeps a customer or a complaint from being erased. It is in force until it is released, or until `until`.',
})
export class LegalHoldDto {
  @Id('The id.')
  id: string;

  @Id('The customer; null where it is on a complaint.', { nullable: true })
  customerId: string | null;

  @Id('The complaint; null where it is on a customer.', { nullable: true })
  complaintId: string | null;

  @Text(REASON, reason)
  reason: string;

  @Time(UNTIL, { nullable: true })
  until: string | null;

  @Nested('Who said so.', () => PersonDto)
  setBy: PersonDto;

  @Time('When it was released.', { nullable: true })
  releasedAt: string | null;

  @Nested('Who released it.', () => PersonDto, { nullable: true })
  releasedBy: PersonDto | null;

  @Text('Why it was released.', { max: 2000, nullable: true, example: 'The judgment is final.' })
  releaseReason: string | null;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was set.')
  createdAt: string;

  @Time('When it last changed.')
  updatedAt: string;
}
