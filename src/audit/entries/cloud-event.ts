import type { Entry } from './entry.js';

/** CloudEvents 1.0 in structured mode, as it goes to other programs. */
export interface CloudEvent<T = unknown> {
  specversion: '1.0';
  /** With `source` it is what a receiver knows an event by that it had before. */
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  /** The position, as text (the extension `sequence`); null for what stands in no log. */
  sequence: string | null;
  data: T;
}

/** An entry as an event: the same id, type and position as everywhere. @param source where the API is reached */
export function cloudEventOf(entry: Entry, source: string): CloudEvent<Entry> {
  const { id, type, subject, at, position } = entry;
  return {
    ...{ specversion: '1.0', id, source, type, subject: `${subject.type}/${subject.id}`, time: at },
    datacontenttype: 'application/json',
    sequence: position === null ? null : String(position),
    data: entry,
  };
}
