import { type Ids, type Query, rowsOf } from './rows.js';
import { sections } from './sections.js';
import type { ExportManifestDto, ExportSectionDto, SubjectExportContentDto } from './subject-export.dto.js';
import { timelineOf } from './timeline.js';

/** What the content says of itself, but for what follows from the map. */
export type About = Pick<
  ExportManifestDto,
  'exportId' | 'renderedAt' | 'customerIds' | 'contactIds' | 'complaintIds'
>;

/** The JSON of everything that is known about a person, piece by piece: it is never whole in memory. */
export async function* contentOf(query: Query, about: About): AsyncGenerator<string> {
  const { complaintIds: complaint, customerIds: customer, contactIds: contact } = about;
  const ids: Ids = { complaint, customer, contact };
  yield `{"manifest":${JSON.stringify(manifestOf(about))},"data":{`;
  for (const section of sections()) {
    yield* list(section.table, rowsOf(query, section, ids));
    yield ',';
  }
  yield* list(TIMELINE.name, timelineOf(query, ids));
  yield '}}';
}

async function* list(name: string, items: AsyncIterable<object>): AsyncGenerator<string> {
  yield `${JSON.stringify(name)}:[`;
  let first = true;
  for await (const item of items) {
    yield `${first ? '' : ','}${JSON.stringify(item)}`;
    first = false;
  }
  yield ']';
}

function manifestOf(about: About): SubjectExportContentDto['manifest'] {
  const told = sections().map(({ table: name, what, personal, leftOut }) => ({
    ...{ name, what, personal, leftOut },
  }));
  return { format: 'amends/subject-export/1', ...about, sections: [...told, TIMELINE], notes: NOTES };
}

const TIMELINE: ExportSectionDto = {
  name: 'timeline',
  what: 'an entry of the log about the person, with the values that are theirs',
  personal: ['data'],
  leftOut: ['actor.name', 'data.ownerName'],
};

const NOTES = [
  'GDPR, article 15: this is everything that the complaint system knows about the person. Article 20: it is in a ' +
    'structured, commonly used, machine-readable form (JSON, RFC 8259).',
  'Internal notes are included, as they are about the person too. Names of staff stand in no field of their own; ' +
    'where somebody wrote one into a text, or wrote about a third person, it is for whoever hands this over to ' +
    'blacken it (article 15, paragraph 4).',
  'Left out is what only the machine needs: words made for search, and stored answers to repeated requests.',
  'Times are UTC. `minor` is an amount in whole minor units of `currency`. What reads `[erased]`, or is null where ' +
    'there was a value, was erased.',
];
