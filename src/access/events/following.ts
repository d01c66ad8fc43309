import type { FeedFilter } from '../../audit/feed/feed.service.js';
import { type EntryPattern, typesOf } from '../../audit/subscriptions.events.js';

/** The filter of a query, its patterns resolved. */
export function filterOf(query: { types?: readonly EntryPattern[]; complaintId?: string }): FeedFilter {
  const { types, complaintId } = query;
  return { ...(types ? { types: typesOf(types) } : {}), complaintId };
}
