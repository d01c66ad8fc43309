import { ApiSchema } from '@nestjs/swagger';
import { NestedList } from '../../platform/http/fields/nested.js';
import { Text } from '../../platform/http/fields/text.js';
import { ComplaintDto } from '../complaint.dto.js';
import { PossibleDuplicateDto } from '../duplicates/duplicate.dto.js';

@ApiSchema({ description: 'A complaint with the token that opens it for the customer.' })
export class ReceivedComplaintDto extends ComplaintDto {
  @Text('The tracking token, to be given to the customer.', { max: 52, example: 'amt_AZq…' })
  trackingToken: string;

  @NestedList('Complaints that may be the same, the likeliest first.', () => PossibleDuplicateDto, {
    maxItems: 10,
  })
  possibleDuplicates: PossibleDuplicateDto[];
}
