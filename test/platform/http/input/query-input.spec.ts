import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorsOf, type Small, startSmall } from '../small-application.js';

let small: Small;
beforeAll(async () => {
  small = await startSmall();
});
afterAll(() => small.stop());

describe('a query', () => {
  test.each([
    ['?x=1', [['x', 'unknown_parameter']]],
    ['?limit=1&limit=2', [['limit', 'repeated']]],
    ['?limit=0', [['limit', 'min']]],
    ['?limit=101', [['limit', 'max']]],
    ['?limit=1e1', [['limit', 'is_integer']]],
    ['?q=%00', [['q', 'bad_characters']]],
    ['?q=%zz', [['q', 'bad_characters']]],
    ['?q=%ed%a0%80', [['q', 'bad_characters']]],
    ['?q[]=1', [['q[]', 'unknown_parameter']]],
    ['?__proto__=1', [['__proto__', 'unknown_parameter']]],
    ['?%00=1', [['\uFFFD', 'bad_characters']]],
  ])('%s is 400', async (query, errors) => {
    expect(await errorsOf(await small.call(`/v1/notes${query}`))).toEqual(errors);
  });

  test('is decoded, with plus as a space', async () => {
    const response = await small.call('/v1/notes?q=B%C3%A4r+und%20mehr&');
    expect(await response.json()).toMatchObject({ items: ['Bär und mehr'] });
  });
});
