import { ENTRY_TYPES, entrySpec, type EntryType } from '../../audit/entry-catalogue.js';
import type { PublishedEvents } from '../../platform/openapi/events/events.js';
import { EventDto } from './events.dto.js';

/** Every entry as an event that other programs can be told of. */
export const PUBLISHED_EVENTS: PublishedEvents = {
  tag: 'webhooks',
  envelope: EventDto,
  events: ENTRY_TYPES.map((type) => ({
    name: type,
    meaning: entrySpec(type).meaning,
    fields: fieldsOf(type),
  })),
};

function fieldsOf(type: EntryType): string {
  const names = Object.keys(entrySpec(type).data).map((name) => `\`${name}\``);
  return names.length > 0
    ? `The \`data\` of the entry: ${names.join(', ')}.`
    : 'The entry has no data of its own.';
}
