import type { EntryType } from '../entry-catalogue.js';
import type { Entry } from '../entries/entry.js';

/**
 * An entry on its way to other programs, as CloudEvents 1.0.2 wraps it. It is the same in the feed, in the stream and
 * in a webhook: `id` is the entry's id, and `data` the entry as the timeline shows it.
 */
export interface Event {
  specversion: '1.0';
  id: string;
  /** PUBLIC_URL: which installation it comes from. */
  source: string;
  type: EntryType;
  /** `complaint/019ab3c4-…`. */
  subject: string;
  /** RFC 3339. */
  time: string;
  datacontenttype: 'application/json';
  /** The position as the extension `sequence` asks for it: text whose order is that of the numbers. */
  sequence: string;
  data: Entry;
}

/** Digits of the greatest position that there can be. */
export const SEQUENCE_DIGITS = String(Number.MAX_SAFE_INTEGER).length;

/**
 * Wraps a sealed entry. What the receiver may not see is taken out before: `shownTo`.
 * @param source PUBLIC_URL
 */
export function eventOf(entry: Entry, source: string): Event {
  return {
    specversion: '1.0',
    id: entry.id,
    source,
    type: entry.type,
    subject: `${entry.subject.type}/${entry.subject.id}`,
    time: entry.at,
    datacontenttype: 'application/json',
    sequence: String(entry.position).padStart(SEQUENCE_DIGITS, '0'),
    data: entry,
  };
}
