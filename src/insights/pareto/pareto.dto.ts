import { ApiSchema } from '@nestjs/swagger';
import { Share, Whole } from '../../platform/http/fields/choice.js';
import { Currency } from '../../platform/http/fields/money.js';
import { Shape } from '../../platform/http/fields/nested.js';
import { QueryWhole } from '../../platform/http/fields/query.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { PageQuery } from '../../platform/http/page-query.js';

const YEAR = { min: 1900, max: 9999, example: 2026 };
const COUNT = { min: 0, max: 2_147_483_647 };
const CURRENCY = 'Only what was brought in this currency.';
/** A sum can be longer than an amount that is sent. */
const SUM = { type: 'string', pattern: '^(0|[1-9][0-9]*)(\\.[0-9]{1,3})?$', maxLength: 40 };
/** Below zero where serving somebody costs more than they bring. */
const SIGNED = { type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]{1,3})?$', maxLength: 40 };

export class ParetoQuery extends PageQuery {
  @QueryWhole('The year.', YEAR)
  year: number;

  @Currency(CURRENCY)
  currency: string;
}

export class ParetoSummaryQuery {
  @QueryWhole('The year.', YEAR)
  year: number;

  @Currency(CURRENCY)
  currency: string;
}

@ApiSchema({ description: 'What one customer brought, and all up to them.' })
export class ParetoDto {
  @Whole('The place, by revenue; the first is 1.', { ...COUNT, example: 1 })
  rank: number;

  @Id('The customer.')
  customerId: string;

  @Text('The name.', { max: 200, example: 'Marta Kis' })
  name: string;

  @Text('The tier.', { max: 50, nullable: true, example: 'gold' })
  tier: string | null;

  @Shape('What the customer brought.', { ...SUM, example: '1200.00' })
  revenue: string;

  @Shape('What it cost to serve the customer.', { ...SUM, example: '300.00' })
  costToServe: string;

  @Shape('Revenue less the cost to serve.', { ...SIGNED, example: '900.00' })
  profit: string;

  @Share('Of all revenue.', { nullable: true, example: 0.4 })
  share: number | null;

  @Share('Of all revenue, with everybody of a better rank.', { nullable: true, example: 0.4 })
  cumulativeShare: number | null;
}

@ApiSchema({ description: 'How much of the revenue few customers bring.' })
export class ParetoSummaryDto {
  @Whole('Customers who brought something in that year and currency.', { ...COUNT, example: 60 })
  customers: number;

  @Shape('What all of them brought.', { ...SUM, example: '1200.00' })
  revenue: string;

  @Shape('What it cost to serve them.', { ...SUM, example: '300.00' })
  costToServe: string;

  @Shape('Revenue less the cost to serve.', { ...SIGNED, example: '900.00' })
  profit: string;

  @Whole('A fifth of the customers, rounded up.', { ...COUNT, example: 12 })
  topFifthCustomers: number;

  @Shape('What that fifth brought: the customers of the best rank.', { ...SUM, example: '960.00' })
  topFifthRevenue: string;

  @Share('Of all revenue: 0.8 where the rule of 80 to 20 holds. Null where nothing was brought.', {
    nullable: true,
    example: 0.8,
  })
  topFifthShare: number | null;
}
