import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { beyondCurrency, Money, MoneyDto } from '../../platform/http/fields/money.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import * as words from './referral.words.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;
const NAME = { max: 200, example: 'Financial Ombudsman Service' } as const;
const REFERENCE = { max: 200, example: 'FOS-2026-118840' } as const;
const SUMMARY = { max: 20_000, example: 'The house replaces the bed and pays for the nights.' } as const;
const KINDS = Object.keys(words.REFERRAL_KINDS);
const BY = Object.keys(words.REFERRED_BY);
const STATES = Object.keys(words.REFERRAL_STATES);
const OUTCOMES = Object.keys(words.REFERRAL_OUTCOMES);

@ApiSchema({ description: 'That a body outside the house has the complaint, and what it said.' })
export class ReferralDto {
  @Id('The id.')
  id: string;

  @Text('The name of the body.', NAME)
  body: string;

  @OneOf('What kind of body it is.', KINDS, { meanings: words.REFERRAL_KINDS })
  kind: words.ReferralKind;

  @OneOf('Who turned to it.', BY, { meanings: words.REFERRED_BY })
  referredBy: words.ReferredBy;

  @Time('When.')
  referredAt: string;

  @Text('What the body calls it.', { ...REFERENCE, ...N })
  reference: string | null;

  @Text('What is to be said of it.', { max: 2000, ...N })
  note: string | null;

  @OneOf('Whether it was decided.', STATES, { meanings: words.REFERRAL_STATES })
  state: words.ReferralState;

  @OneOf('What became of it.', OUTCOMES, { meanings: words.REFERRAL_OUTCOMES, ...N })
  outcome: words.ReferralOutcome | null;

  @Time('When the body decided, or it ended otherwise.', N)
  decidedAt: string | null;

  @Text('What was decided, and why.', { ...SUMMARY, ...N })
  summary: string | null;

  @Nested('What the house has to pay.', () => MoneyDto, N)
  award: MoneyDto | null;

  @Nested('Who put it on record.', () => PersonDto)
  recordedBy: PersonDto;

  @Nested('Who put the outcome on record.', () => PersonDto, N)
  outcomeRecordedBy: PersonDto | null;

  @Whole('Rises with every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it came on record.')
  createdAt: string;

  @Time('When it last changed.')
  updatedAt: string;
}

@ApiSchema({ description: 'That somebody turned to a body outside the house.' })
export class NewReferralBody {
  @Text('The name of the body.', NAME)
  body: string;

  @OneOf('What kind of body it is.', KINDS, { meanings: words.REFERRAL_KINDS })
  kind: words.ReferralKind;

  @OneOf('Who turned to it.', BY, { meanings: words.REFERRED_BY })
  referredBy: words.ReferredBy;

  @Time('When.', { when: 'past' })
  referredAt: string;

  @Text('What the body calls it.', { ...REFERENCE, ...O })
  reference?: string;

  @Text('What is to be said of it.', { max: 2000, ...O })
  note?: string;
}

@ApiSchema({ description: 'What became of a referral.' })
@Check(awardFlaws)
export class ReferralOutcomeBody {
  @OneOf('What became of it.', OUTCOMES, { meanings: words.REFERRAL_OUTCOMES })
  outcome: words.ReferralOutcome;

  @Time('When the body decided, or it ended otherwise; not before it was referred.', { when: 'past' })
  decidedAt: string;

  @Text('What was decided, and why.', SUMMARY)
  summary: string;

  @Money(`What the house has to pay; only with ${words.MAY_AWARD.join(', ')}.`, O)
  award?: MoneyDto;
}

function awardFlaws({ outcome, award }: ReferralOutcomeBody): Wrong[] {
  if (!award) return [];
  const { amount, currency } = award as Partial<MoneyDto>;
  const none = !words.MAY_AWARD.includes(outcome);
  return [
    ...(none ? [{ at: '/award', code: 'not_applicable' } as const] : []),
    ...beyondCurrency('/award/amount', amount, currency),
  ];
}
