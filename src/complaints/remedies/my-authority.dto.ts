import { ApiSchema } from '@nestjs/swagger';
import { Amount, Currency } from '../../platform/http/fields/money.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Id } from '../../platform/http/fields/text.js';
import { ApproversDto } from './remedy.dto.js';

@ApiSchema({ description: 'What somebody may grant at the moment in one currency.' })
export class RoomDto {
  @Currency('In money of this currency.')
  currency: string;

  @Amount(
    'How much one remedy may be: the smallest of what the limits per remedy, complaint and period leave.',
  )
  amount: string;

  @Id('The limit that says so; null where there is none.', { nullable: true })
  authorityId: string | null;

  @Nested('Who may approve more.', () => ApproversDto)
  approvers: ApproversDto;
}

@ApiSchema({ description: 'What the caller may grant alone at the moment.' })
export class MyAuthorityDto {
  @Id('On this complaint; null for one on which nothing was granted yet.', { nullable: true })
  complaintId: string | null;

  @NestedList('For each currency in which anybody may grant anything.', () => RoomDto, { maxItems: 200 })
  currencies: RoomDto[];
}

@ApiSchema({ description: 'On which complaint.' })
export class MyAuthorityQuery {
  @Id('The complaint on which something is to be granted.', { optional: true })
  complaintId?: string;
}
