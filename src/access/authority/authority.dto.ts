import { ApiSchema } from '@nestjs/swagger';
import { ROLE_MEANINGS, type UserRole } from '../../kernel/actor.js';
import { durationFlaw } from '../../kernel/duration.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Amount, beyondCurrency, Currency } from '../../platform/http/fields/money.js';
import { Id } from '../../platform/http/fields/text.js';
import { Duration, Time } from '../../platform/http/fields/time.js';

/** The roles that can be given an authority: those that work on complaints. */
export const GRANTING_ROLES = ['agent', 'supervisor', 'admin'] as const;

const MEANT = { meanings: ROLE_MEANINGS };
const N = { nullable: true } as const;
const O = { optional: true } as const;
const CHANGED = { optional: true, nullable: false } as const;

const ROLE = 'The role, each of whose holders may grant so much. Either this or `userId`.';
const USER = 'The user, for whom this holds instead of what their roles may. Either this or `role`.';
const CURRENCY = 'In money of this currency only; nothing is ever converted.';
const PER_REMEDY = 'How much one remedy may be.';
const PER_COMPLAINT =
  'Up to how much one complaint may be granted in all, with what others granted on it and on those merged into it.';
const PER_PERIOD = 'How much one person may grant within the period, over all complaints.';
const PERIOD = 'How far back the period reaches from now.';
const FROM = 'From when it holds.';
const UNTIL = 'Until when it holds; null for no end.';

@ApiSchema({ description: 'How much a role or a person may grant alone, to be.' })
@Check(newFlaws)
export class NewAuthorityBody {
  @OneOf(ROLE, GRANTING_ROLES, { ...MEANT, ...O })
  role?: UserRole;

  @Id(USER, O)
  userId?: string;

  @Currency(CURRENCY)
  currency: string;

  @Amount(PER_REMEDY)
  perRemedy: string;

  @Amount(PER_COMPLAINT)
  perComplaint: string;

  @Amount(PER_PERIOD)
  perPeriod: string;

  @Duration(PERIOD, { example: 'P30D' })
  period: string;

  @Time(`${FROM} Now where it is absent.`, O)
  validFrom?: string;

  @Time(UNTIL, O)
  validUntil?: string;
}

@ApiSchema({
  description: 'What changes about an authority. Whose it is and its currency stay; it ends by `validUntil`.',
})
@Check(flaws)
export class AuthorityChangesBody {
  @Amount(PER_REMEDY, CHANGED)
  perRemedy?: string;

  @Amount(PER_COMPLAINT, CHANGED)
  perComplaint?: string;

  @Amount(PER_PERIOD, CHANGED)
  perPeriod?: string;

  @Duration(PERIOD, { ...CHANGED, example: 'P30D' })
  period?: string;

  @Time(FROM, CHANGED)
  validFrom?: string;

  @Time(UNTIL, O)
  validUntil?: string | null;
}

@ApiSchema({ description: 'How much a role or a person may grant alone, in one currency.' })
export class AuthorityDto {
  @Id('The id.')
  id: string;

  @OneOf(ROLE, GRANTING_ROLES, { ...MEANT, ...N })
  role: UserRole | null;

  @Id(USER, N)
  userId: string | null;

  @Currency(CURRENCY)
  currency: string;

  @Amount(PER_REMEDY)
  perRemedy: string;

  @Amount(PER_COMPLAINT)
  perComplaint: string;

  @Amount(PER_PERIOD)
  perPeriod: string;

  @Duration(PERIOD, { example: 'P30D' })
  period: string;

  @Time(FROM)
  validFrom: string;

  @Time(UNTIL, N)
  validUntil: string | null;

  @Whole('Rises with every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was made.')
  createdAt: string;

  @Time('When it last changed.')
  updatedAt: string;
}

/** The limits of a body that have more decimals than the currency. */
export function amountsBeyond(body: AuthorityChangesBody, currency: string): Wrong[] {
  return [
    ...beyondCurrency('/perRemedy', body.perRemedy, currency),
    ...beyondCurrency('/perComplaint', body.perComplaint, currency),
    ...beyondCurrency('/perPeriod', body.perPeriod, currency),
  ];
}

function newFlaws(body: NewAuthorityBody): Wrong[] {
  const { role, userId, currency } = body;
  return [
    ...(role === undefined && userId === undefined ? [{ at: '/role', code: 'required' } as const] : []),
    ...(role !== undefined && userId !== undefined
      ? [{ at: '/userId', code: 'not_applicable' } as const]
      : []),
    ...amountsBeyond(body, currency),
    ...flaws(body),
  ];
}

function flaws({ period, validFrom, validUntil }: AuthorityChangesBody): Wrong[] {
  const code = typeof period === 'string' ? durationFlaw(period) : null;
  return [
    ...(code ? [{ at: '/period', code }] : []),
    ...(validFrom && validUntil && !(Date.parse(validUntil) > Date.parse(validFrom))
      ? [{ at: '/validUntil', code: 'min' } as const]
      : []),
  ];
}
