import { describe, expect, test } from '@jest/globals';
import { QueryFlag, QueryList, QueryWhole } from '../../../../src/platform/http/fields/query.js';
import { Text } from '../../../../src/platform/http/fields/text.js';
import { validateQuery } from '../../../../src/platform/http/validation.js';

const NOW = new Date('2026-11-20T09:00:00.000Z');

class Search {
  @QueryWhole('How many.', { min: 1, max: 100, optional: true }) limit = 25;
  @QueryFlag('Whether to count.', { optional: true }) count?: boolean;
  @QueryList('States.', ['received', 'closed'], { optional: true }) state?: string[];
  @Text('Words.', { max: 20, optional: true }) q?: string;
}

describe('a query', () => {
  const query = (values: Record<string, unknown>) => validateQuery(Search, values, { now: NOW });

  test('is read into what its texts stand for', () => {
    const { value, errors } = query({ limit: '7', count: 'false', state: 'closed,received', q: '12' });
    expect(errors).toEqual([]);
    expect(value).toEqual({ limit: 7, count: false, state: ['closed', 'received'], q: '12' });
  });

  test('has the defaults of its class', () => {
    expect(query({}).value).toEqual({ limit: 25 });
  });

  test.each([
    ['limit', '0', 'min'],
    ['limit', '101', 'max'],
    ['limit', '99999999999999999999', 'max'],
    ['limit', '1e1', 'is_integer'],
    ['limit', '0x10', 'is_integer'],
    ['limit', '', 'is_integer'],
    ['limit', ' 5', 'is_integer'],
    ['count', '1', 'is_boolean'],
    ['state', 'gone,away', 'is_enum'],
    ['state', 'closed,closed', 'unique_items'],
    ['state', '', 'is_enum'],
    ['q', '', 'not_blank'],
    ['q', ['a', 'b'], 'repeated'],
    ['Limit', '5', 'unknown_parameter'],
    ['constructor', '5', 'unknown_parameter'],
  ])('%s=%s is answered with %s', (parameter, text, code) => {
    expect(query({ [parameter]: text }).errors).toMatchObject([{ parameter, code }]);
  });
});
