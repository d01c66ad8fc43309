import type { Tag } from '../../kernel/tags.js';
import { html, prose, type SafeHtml } from '../html.js';
import type { Described, Operation, Schema } from './reference-document.js';
import { resourceTable } from './reference-fields.js';
import { type LinkTo, namesIn, shownName } from './reference-forms.js';

/** The forms of answers by name, and the chapter in which each is written down: that of the first who answers it. */
export function resourcesOf(described: Described): Map<string, Tag> {
  const chapters = new Map<string, Tag>();
  for (const operation of described.operations) {
    for (const name of answered(operation, described)) collect(name, operation.tags[0], described, chapters);
  }
  return chapters;
}

/** The fields of each resource of a chapter. */
export function writeResources(names: readonly string[], described: Described, linkTo: LinkTo): SafeHtml[] {
  return names.map((name) => {
    const schema = schemaOf(name, described);
    return html`<section class="resource">
      <h3 id="${name}">${shownName(name)}</h3>
      ${prose(schema.description ?? '')} ${resourceTable(shownName(name), schema, linkTo)}
    </section>`;
  });
}

function answered({ responses }: Operation, described: Described): string[] {
  return Object.entries(responses)
    .filter(([status]) => Number(status) < 400)
    .flatMap(([, response]) => Object.values(described.resolve(response).content ?? {}))
    .flatMap(({ schema = {} }) => namesIn(schema));
}

function collect(name: string, tag: Tag, described: Described, chapters: Map<string, Tag>): void {
  const { properties } = schemaOf(name, described);
  if (chapters.has(name) || !properties) return;
  chapters.set(name, tag);
  for (const property of Object.values(properties)) {
    for (const inner of namesIn(property)) collect(inner, tag, described, chapters);
  }
}

function schemaOf(name: string, described: Described): Schema {
  return described.resolve<Schema>({ $ref: `#/components/schemas/${name}` });
}
