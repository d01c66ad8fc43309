import { ApiSchema } from '@nestjs/swagger';
import { PersonDto, UserNameDto } from '../../access/person.dto.js';
import { GRANTING_ROLES } from '../../access/authority/authority.dto.js';
import { ROLE_MEANINGS, type UserRole } from '../../kernel/actor.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { OneOf, SomeOf, Whole } from '../../platform/http/fields/choice.js';
import { beyondCurrency, Money, MoneyDto } from '../../platform/http/fields/money.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import {
  MONEY_ALWAYS,
  MONEY_NEVER,
  REMEDY_STATES,
  REMEDY_TYPES,
  type RemedyState,
  type RemedyType,
} from './remedy.words.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;
const REASON = { max: 2000 } as const;
const WHAT = 'What makes good.';
const REFERENCE = { max: 200, example: 'PAY-2026-11-0042' } as const;

@ApiSchema({ description: 'Who may approve, by their limits: holders of these roles, and these persons.' })
export class ApproversDto {
  @SomeOf('Roles whose authority reaches so far.', GRANTING_ROLES, { meanings: ROLE_MEANINGS })
  roles: UserRole[];

  @NestedList('Persons whose own authority reaches so far.', () => UserNameDto, { maxItems: 50 })
  users: UserNameDto[];
}

@ApiSchema({ description: 'What makes good: proposed, approved, carried out.' })
export class RemedyDto {
  @Id('The id.')
  id: string;

  @OneOf(WHAT, Object.keys(REMEDY_TYPES), { meanings: REMEDY_TYPES })
  type: RemedyType;

  @Nested('How much.', () => MoneyDto, N)
  money: MoneyDto | null;

  @Text('Why it is proposed.', REASON)
  reason: string;

  @OneOf('What became of it.', Object.keys(REMEDY_STATES), { meanings: REMEDY_STATES })
  state: RemedyState;

  @Nested('Who proposed it.', () => PersonDto)
  proposedBy: PersonDto;

  @Nested('While it waits: who may approve it, as it was when it was proposed.', () => ApproversDto, N)
  approvers: ApproversDto | null;

  @Nested('Who decided last: approved, refused or reversed it.', () => PersonDto, N)
  decidedBy: PersonDto | null;

  @Text('Why it was refused or reversed.', { ...REASON, ...N })
  decisionReason: string | null;

  @Time('When it was approved.', N)
  approvedAt: string | null;

  @Time('When it was carried out.', N)
  executedAt: string | null;

  @Text('What it was carried out under, outside of this program.', { ...REFERENCE, ...N })
  externalReference: string | null;

  @Text('What is to be said of the carrying out.', { max: 2000, ...N })
  note: string | null;

  @Id('The promise to the customer that it will be done.', N)
  promiseId: string | null;

  @Time('By when it was to be done, as it was proposed; the promise says by when it is due.', N)
  dueAt: string | null;

  @Time('Until when it waits, or waited, for approval.', N)
  expiresAt: string | null;

  @Whole('Rises with every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it came on record.')
  createdAt: string;

  @Time('When it last changed.')
  updatedAt: string;
}

@ApiSchema({ description: 'A remedy to be.' })
@Check(moneyFlaws)
export class NewRemedyBody {
  @OneOf(WHAT, Object.keys(REMEDY_TYPES), { meanings: REMEDY_TYPES })
  type: RemedyType;

  @Money(
    `How much. Required for ${MONEY_ALWAYS.join(', ')}; never with ${MONEY_NEVER.join(', ')}; with the others, what ` +
      'it costs.',
    O,
  )
  money?: MoneyDto;

  @Text('Why.', REASON)
  reason: string;

  @Time('By when it will be done; 14 days after its approval where it is absent.', { when: 'future', ...O })
  dueAt?: string;
}

@ApiSchema({ description: 'How a remedy is approved.' })
export class ApproveRemedyBody {
  @Time('By when it will be done, where that is another time than the proposed one.', {
    when: 'future',
    ...O,
  })
  dueAt?: string;
}

@ApiSchema({ description: 'Why a remedy is refused or reversed.' })
export class RemedyReasonBody {
  @Text('The reason.', REASON)
  reason: string;
}

@ApiSchema({ description: 'That a remedy was carried out.' })
export class ExecuteRemedyBody {
  @Text('What it was carried out under: the number of the payment, the shipment, the letter.', REFERENCE)
  externalReference: string;

  @Text('What is to be said of it.', { max: 2000, ...O })
  note?: string;
}

function moneyFlaws({ type, money }: NewRemedyBody): Wrong[] {
  const { amount, currency } = (money as Partial<MoneyDto> | undefined) ?? {};
  return [
    ...(MONEY_ALWAYS.includes(type) && !money ? [{ at: '/money', code: 'required' } as const] : []),
    ...(MONEY_NEVER.includes(type) && money ? [{ at: '/money', code: 'not_applicable' } as const] : []),
    ...beyondCurrency('/money/amount', amount, currency),
  ];
}
