import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { canonicalTag } from '../../platform/http/languages.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { BUILT_IN } from '../built-in/built-in.js';
import { dutiesOf, kindOf, LETTER_KIND_NAMES, type LetterKind } from '../letters/kinds.js';
import type { TemplateDto, TemplateQuery, TemplateVersionDto } from './template.dto.js';
import type { TemplateVersion } from './template.entity.js';
import type { TemplateKindDto } from './template-kind.dto.js';
import { variableOf } from '../letters/variables.js';

/** Templates as the house sees them. */
@Injectable()
export class TemplateReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** By name. @throws Refusal 400 `bad_cursor` */
  kinds(viewer: Actor, { cursor, limit = DEFAULT_LIMIT }: PageQuery): Page<TemplateKindDto> {
    const scope = cursorScope('listTemplateKinds', {}, viewer);
    const [after = ''] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rest = LETTER_KIND_NAMES.toSorted().filter((kind) => kind > String(after));
    return mapPage(
      pageOf(rest.slice(0, limit + 1), limit, (last) => this.cursors.encode([last], scope)),
      shownKind,
    );
  }

  /** Those in use, by kind and language: of the house, or of the program. @throws Refusal 400 `bad_cursor` */
  async inUse(viewer: Actor, query: TemplateQuery): Promise<Page<TemplateDto>> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = query;
    const scope = cursorScope('listTemplates', filter, viewer);
    const [after = ''] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const language = filter.language === undefined ? null : canonicalTag(filter.language);
    const kind = filter.kind ?? null;
    const published = await this.database.read<TemplateVersion & { body: string }>(IN_USE, [kind, language]);
    const all = new Map(comingWith(kind, language).map((one) => [orderOf(one), one]));
    for (const row of published) all.set(orderOf(row), shownInUse(row));
    const rest = [...all.values()]
      .filter((one) => orderOf(one) > String(after))
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    return pageOf(rest.slice(0, limit + 1), limit, (last) => this.cursors.encode([orderOf(last)], scope));
  }

  /** @throws Refusal `not_found` */
  async version(id: string): Promise<TemplateVersionDto> {
    const [row] = await this.database.read<TemplateVersion>(
      'SELECT v.* FROM template_versions v WHERE v.id = $1',
      [id],
    );
    if (!row) throw notFound();
    return shown(row);
  }

  /** Oldest first. @throws Refusal 400 `bad_cursor` */
  async versions(viewer: Actor, query: TemplateQuery): Promise<Page<TemplateVersionDto>> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = query;
    const scope = cursorScope('listTemplateVersions', filter, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const language = filter.language === undefined ? null : canonicalTag(filter.language);
    const params = [after, filter.kind ?? null, language, limit + 1];
    const rows = await this.database.read<TemplateVersion>(VERSIONS, params);
    return mapPage(
      pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }
}

function comingWith(kind: LetterKind | null, language: string | null): TemplateDto[] {
  const kinds = kind === null ? LETTER_KIND_NAMES : [kind];
  return [...BUILT_IN]
    .filter(([tag]) => language === null || tag === language)
    .flatMap(([tag, words]) =>
      kinds.map((one) => {
        const { subject, body } = words[one];
        return { kind: one, language: tag, version: 0, builtIn: true, subject, body, versionId: null };
      }),
    );
}

function shownInUse({
  id,
  kind,
  language,
  version,
  subject,
  body,
}: TemplateVersion & { body: string }): TemplateDto {
  return { kind, language, version, builtIn: false, subject, body, versionId: id };
}

function shown(row: TemplateVersion): TemplateVersionDto {
  const { id, kind, language, version, subject, body } = row;
  return {
    ...{ id, kind, language, version, subject, body },
    publishedBy: { id: row.publishedById, name: row.publishedByName },
    createdAt: row.createdAt.toISOString(),
  };
}

function shownKind(kind: LetterKind): TemplateKindDto {
  const { meaning, part = false } = kindOf(kind);
  const variables = dutiesOf(kind).map(([name, named]) => {
    const { meaning: what, type, example, choices = [] } = variableOf(name);
    return { name, meaning: what, type, named, sample: example, choices: [...choices] };
  });
  return { kind, meaning, part, variables };
}

function orderOf({ kind, language }: { kind: LetterKind; language: string }): string {
  return `${kind} ${language}`;
}

const IN_USE = `
  SELECT t.* FROM (
    SELECT DISTINCT ON (v.kind, v.language) v.* FROM template_versions v
    WHERE ($1::text IS NULL OR v.kind = $1) AND ($2::text IS NULL OR v.language = $2)
    ORDER BY v.kind, v.language, v.version DESC) t
  WHERE t.body IS NOT NULL`;

const VERSIONS = `
  SELECT v.* FROM template_versions v
  WHERE ($1::uuid IS NULL OR v.id > $1) AND ($2::text IS NULL OR v.kind = $2) AND ($3::text IS NULL OR v.language = $3)
  ORDER BY v.id LIMIT $4`;
