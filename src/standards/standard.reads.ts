import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import { notFound } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { Cursors, cursorScope } from '../platform/http/cursors.js';
import type { PageQuery } from '../platform/http/page-query.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../platform/http/page.js';
import type { StandardDto } from './standard.dto.js';
import type { StandardSpec } from './standard.entity.js';

/** What is shown of standards: as they are now, and as they were. */
@Injectable()
export class StandardReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `not_found` */
  async one(id: string): Promise<StandardDto> {
    const [row] = await this.database.read<Row>(`${SELECT} WHERE s.id = $1 AND v.version = s.version`, [id]);
    if (!row) throw notFound();
    return shown(row);
  }

  /** As it was in a version. @throws Refusal `not_found` */
  async version(id: string, version: number): Promise<StandardDto> {
    const [row] = await this.database.read<Row>(`${SELECT} WHERE s.id = $1 AND v.version = $2`, [
      id,
      version,
    ]);
    if (!row) throw notFound();
    return shown(row);
  }

  /** In the order in which they are asked, those out of use too. */
  async list(viewer: Actor, query: PageQuery): Promise<Page<StandardDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listStandards', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<Row>(
      `${SELECT} WHERE v.version = s.version AND ($1::integer IS NULL OR s.rank > $1)
       ORDER BY s.rank LIMIT $2`,
      [after, limit + 1],
    );
    return mapPage(
      pageOf(rows, limit, (last) => this.cursors.encode([last.spec.rank], scope)),
      shown,
    );
  }
}

interface Row {
  id: string;
  isDefault: boolean;
  version: number;
  spec: StandardSpec;
  createdAt: Date;
  updatedAt: Date;
}

const SELECT = `SELECT s.id, s.is_default, v.version, v.spec, s.created_at, v.created_at AS updated_at
  FROM standards s JOIN standard_versions v ON v.standard_id = s.id`;

function shown({ id, isDefault, version, spec, createdAt, updatedAt }: Row): StandardDto {
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, ...spec, default: isDefault, version, ...times };
}
