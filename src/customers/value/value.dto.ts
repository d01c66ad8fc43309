import { ApiSchema } from '@nestjs/swagger';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { Whole } from '../../platform/http/fields/choice.js';
import { Amount, beyondCurrency, Currency } from '../../platform/http/fields/money.js';
import { Time } from '../../platform/http/fields/time.js';

const YEAR = 'The year.';
const year = { min: 1900, max: 9999, example: 2026 };
const REVENUE = 'What the customer brought.';
const COST = 'What it cost to serve the customer.';

@Check(decimals)
@ApiSchema({ description: 'What a customer was worth in a year.' })
export class CustomerValueBody {
  @Whole(YEAR, year)
  year: number;

  @Amount(REVENUE, { example: '1200.00' })
  revenue: string;

  @Amount(COST, { example: '300.00' })
  costToServe: string;

  @Currency('The currency of both.')
  currency: string;
}

@ApiSchema({ description: 'What a customer was worth in a year.' })
export class CustomerValueDto {
  @Whole(YEAR, year)
  year: number;

  @Currency('The currency of both.')
  currency: string;

  @Amount(REVENUE, { example: '1200.00' })
  revenue: string;

  @Amount(COST, { example: '300.00' })
  costToServe: string;

  @Time('When it was last imported.')
  updatedAt: string;
}

function decimals({ revenue, costToServe, currency }: CustomerValueBody): Wrong[] {
  return [
    ...beyondCurrency('/revenue', revenue, currency),
    ...beyondCurrency('/costToServe', costToServe, currency),
  ];
}
