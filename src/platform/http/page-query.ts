import { QueryWhole } from './fields/query.js';
import { Text } from './fields/text.js';
import { DEFAULT_LIMIT, MAX_LIMIT } from './page.js';

/** The parameters that every list has; a list's own query extends it. */
export class PageQuery {
  @Text('`nextCursor` of the page before, with the same filter.', { max: 2000, optional: true })
  cursor?: string;

  @QueryWhole(`How many items the page has at most; ${DEFAULT_LIMIT} where absent.`, {
    min: 1,
    max: MAX_LIMIT,
    optional: true,
  })
  limit?: number;
}
