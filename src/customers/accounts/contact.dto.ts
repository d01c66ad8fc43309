import { ApiSchema } from '@nestjs/swagger';
import { Whole } from '../../platform/http/fields/choice.js';
import { Email, Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;
const NAME = 'The name.';
const name = { max: 200, example: 'Béla Nagy' };
const ROLE = 'What this person is there.';
const role = { max: 200, example: 'head of purchasing' };
const PHONE = 'A telephone number.';
const phone = { max: 50, example: '+36 1 987 6543' };
const NOTES = 'What one should know.';
const notes = { max: 20_000, example: 'Decides on renewals.' };

/** What is the same in both. */
abstract class ContactParticularsBody {
  @Id('The same person as a customer; one that was not merged.', O)
  customerId?: string | null;

  @Text(ROLE, { ...role, ...O })
  role?: string | null;

  @Email('An email address.', O)
  email?: string | null;

  @Text(PHONE, { ...phone, ...O })
  phone?: string | null;

  @Text(NOTES, { ...notes, ...O })
  notes?: string | null;
}

@ApiSchema({ description: 'A key figure to be.' })
export class NewContactBody extends ContactParticularsBody {
  @Text(NAME, name)
  name: string;
}

@ApiSchema({ description: 'What changes about a key figure.' })
export class ContactChangesBody extends ContactParticularsBody {
  @Text(NAME, { ...name, ...O, nullable: false })
  name?: string;
}

@ApiSchema({ description: 'A key figure of a company: a person whose word counts there.' })
export class ContactDto {
  @Id('The id of the contact.')
  id: string;

  @Id('The company.')
  accountId: string;

  @Id('The same person as a customer.', N)
  customerId: string | null;

  @Text(NAME, name)
  name: string;

  @Text(ROLE, { ...role, ...N })
  role: string | null;

  @Email('An email address.', N)
  email: string | null;

  @Text(PHONE, { ...phone, ...N })
  phone: string | null;

  @Text(NOTES, { ...notes, ...N })
  notes: string | null;

  @Time(
    'When everything personal was erased: the name reads `[erased]`, and nothing can be written any more.',
    N,
  )
  erasedAt: string | null;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When the contact was recorded.')
  createdAt: string;

  @Time('When the contact was last changed.')
  updatedAt: string;
}
