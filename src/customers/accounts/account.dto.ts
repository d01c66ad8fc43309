import { ApiSchema } from '@nestjs/swagger';
import { TIER, TIER_MAX } from '../../kernel/words.js';
import { Whole } from '../../platform/http/fields/choice.js';
import { Code, Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;
const NAME = 'The name of the company.';
const name = { max: 200, example: 'Hotel Duna' };
const NUMBER = 'The number in the register of companies.';
const number = { max: 100, example: '01-09-123456' };
const MANAGER = 'The account manager: active staff.';
const NOTES = 'What one should know.';
const notes = { max: 20_000, example: 'Renews in spring.' };

/** What is the same in both. */
abstract class AccountParticularsBody {
  @Text(NUMBER, { ...number, ...O })
  registrationNumber?: string | null;

  @Id(MANAGER, O)
  managerId?: string | null;

  @Code('The name of an active tier; holds for customers of the company who have none of their own.', TIER, {
    max: TIER_MAX,
    ...O,
    example: 'gold',
  })
  tier?: string | null;

  @Text(NOTES, { ...notes, ...O })
  notes?: string | null;
}

@ApiSchema({ description: 'A company customer to be.' })
export class NewAccountBody extends AccountParticularsBody {
  @Text(NAME, name)
  name: string;
}

@ApiSchema({ description: 'What changes about a company customer.' })
export class AccountChangesBody extends AccountParticularsBody {
  @Text(NAME, { ...name, ...O, nullable: false })
  name?: string;
}

/** Which companies; all conditions together. */
export class AccountQuery extends PageQuery {
  @Text('The beginning of the name. Accents and case do not count.', { max: 200, ...O, example: 'hotel' })
  q?: string;

  @Text('Only those of this tier.', { max: TIER_MAX, ...O, example: 'gold' })
  tier?: string;

  @Id('Only those of this account manager.', O)
  managerId?: string;
}

@ApiSchema({ description: 'A company that is a customer.' })
export class AccountDto {
  @Id('The id of the account.')
  id: string;

  @Text(NAME, name)
  name: string;

  @Text(NUMBER, { ...number, ...N })
  registrationNumber: string | null;

  @Id('The account manager.', N)
  managerId: string | null;

  @Text('The tier.', { max: TIER_MAX, ...N, example: 'gold' })
  tier: string | null;

  @Text(NOTES, { ...notes, ...N })
  notes: string | null;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was recorded.')
  createdAt: string;

  @Time('When it was last changed.')
  updatedAt: string;
}
