import { ApiSchema } from '@nestjs/swagger';
import { TIER, TIER_MAX } from '../../kernel/words.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { Flag, Whole } from '../../platform/http/fields/choice.js';
import { Amount, Currency } from '../../platform/http/fields/money.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Code, Id } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';

const O = { optional: true } as const;
const RANK = 'The lower, the better: where the rules of several tiers fit, the one of the best holds.';
const rank = { min: 1, max: 1000, example: 1 };
const RULE = 'By what customers belong to it; null where only by hand.';
const MIN = 'The least revenue, in the currency that the rules are applied in.';
const TOP =
  'Ranked by revenue, those who bring the first so many percent of all revenue: 80 are those who bring four fifths.';
const top = { min: 1, max: 100, example: 80 };
const ACTIVE = 'It can be given, and its rule is applied. Who has it keeps it.';
const NAME = 'Its name, in a word, by which complaints and standards know it; never changed.';
const name = { max: TIER_MAX, example: 'gold' };

@ApiSchema({ description: 'By what customers belong to a tier; where both are given, both must hold.' })
export class TierRuleBody {
  @Amount(MIN, { ...O, example: '10000.00' })
  minRevenue?: string;

  @Whole(TOP, { ...top, ...O })
  topPercentOfRevenue?: number;
}

@Check(ruleSaysSomething)
@ApiSchema({ description: 'A tier to be.' })
export class NewTierBody {
  @Code(NAME, TIER, name)
  name: string;

  @Whole(RANK, rank)
  rank: number;

  @Nested(RULE, () => TierRuleBody, O)
  rule?: TierRuleBody;

  @Flag(`${ACTIVE} True where absent.`, O)
  active?: boolean;
}

@Check(ruleSaysSomething)
@ApiSchema({ description: 'What changes about a tier; a rule is replaced as a whole.' })
export class TierChangesBody {
  @Whole(RANK, { ...rank, ...O, nullable: false })
  rank?: number;

  @Nested(RULE, () => TierRuleBody, O)
  rule?: TierRuleBody | null;

  @Flag(ACTIVE, { ...O, nullable: false })
  active?: boolean;
}

@ApiSchema({ description: 'By what customers belong to a tier.' })
export class TierRuleDto {
  @Amount(MIN, { nullable: true, example: '10000.00' })
  minRevenue: string | null;

  @Whole(TOP, { ...top, nullable: true })
  topPercentOfRevenue: number | null;
}

@ApiSchema({ description: 'A class of customers.' })
export class TierDto {
  @Id('The id of the tier.')
  id: string;

  @Code(NAME, TIER, name)
  name: string;

  @Whole(RANK, rank)
  rank: number;

  @Nested(RULE, () => TierRuleDto, { nullable: true })
  rule: TierRuleDto | null;

  @Flag(ACTIVE)
  active: boolean;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was made.')
  createdAt: string;

  @Time('When it was last changed.')
  updatedAt: string;
}

const COUNT = { min: 0, max: 2_147_483_647 };

@ApiSchema({ description: 'By which year and currency customers are classed.' })
export class ApplyTiersBody {
  @Whole('The year.', { min: 1900, max: 9999, example: 2026 })
  year: number;

  @Currency('What was brought in this currency counts, and nothing else.')
  currency: string;

  @Flag('Only says what would change.')
  dryRun: boolean;
}

@ApiSchema({ description: 'How many customers the rules put into a tier.' })
export class TierShareDto {
  @Code('The tier.', TIER, name)
  tier: string;

  @Whole('Customers whom its rule fits, and that of no better one.', { ...COUNT, example: 12 })
  customers: number;
}

@ApiSchema({
  description: 'What the rules of the tiers say, and how many customers have another tier than that.',
})
export class AppliedTiersDto {
  @Flag('Nothing is changed by this.')
  dryRun: boolean;

  @Whole('Customers who brought something in that year and currency.', { ...COUNT, example: 60 })
  customers: number;

  @Whole('Customers who get another tier; a tier given by hand is left alone.', { ...COUNT, example: 7 })
  changes: number;

  @NestedList('The tiers that have a rule, the best first.', () => TierShareDto, { maxItems: 1000 })
  tiers: TierShareDto[];
}

function ruleSaysSomething({ rule }: { rule?: TierRuleBody | null }): Wrong[] {
  if (!rule || rule.minRevenue !== undefined || rule.topPercentOfRevenue !== undefined) return [];
  return [{ at: '/rule', code: 'required', detail: 'needs minRevenue or topPercentOfRevenue' }];
}
