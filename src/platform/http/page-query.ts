import { QueryWhole } from './fields/query.js';
import { Text } from './fields/text.js';
import { DEFAULT_LIMIT, MAX_LIMIT } from './page.js';

/** Where a page begins, for a query that cannot extend `PageQuery`. */
export const PageCursor = () =>
  Text('`nextCursor` of the page before, with the same filter.', { max: 2000, optional: true });

/** How long a page is, likewise. */
export const PageLimit = () =>
  QueryWhole(`How many items the page has at most; ${DEFAULT_LIMIT} where absent.`, {
    min: 1,
    max: MAX_LIMIT,
    optional: true,
  });

/** The parameters that every list has; a list's own query extends it. */
export class PageQuery {
  @PageCursor()
  cursor?: string;

  @PageLimit()
  limit?: number;
}
