/** One page of a list, and where the next one begins; null on the last. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  /** How many there are in all, where that was asked; counting stops at `MAX_COUNT`. */
  count?: number;
  /** The position up to which the log is in what is answered, where that follows the log. */
  asOf?: number;
}

/** How many items a page has where nobody asks for more or fewer, and at most. */
export const DEFAULT_LIMIT = 25;
export const MAX_LIMIT = 100;

/** A total is counted up to here: beyond it nobody reads pages, and counting would cost more than the page. */
export const MAX_COUNT = 1000;

/**
 * Makes a page of rows that were read with a limit of one more than asked, which tells whether there is a next page
 * without counting.
 * @param cursorOf makes the cursor that begins after the given row: the last one of this page.
 */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** The same page with its rows turned into what is shown. */
export function mapPage<Row, Item>(page: Page<Row>, show: (row: Row) => Item): Page<Item> {
  return { items: page.items.map(show), nextCursor: page.nextCursor };
}
