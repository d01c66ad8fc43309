import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import { notFound } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { Cursors, cursorScope } from '../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../platform/http/page.js';
import type { OrganisationUnitDto, OrganisationUnitQuery } from './unit.dto.js';
import type { OrganisationUnit } from './unit.entity.js';

/** What is shown of legal entities, brands and branches. */
@Injectable()
export class UnitReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<OrganisationUnitDto> {
    const sql = 'SELECT u.* FROM organisation_units u WHERE u.id = $1';
    const [unit] = await this.database.read<OrganisationUnit>(sql, [id]);
    if (!unit) throw notFound();
    return shown(unit);
  }

  /** In the order in which they were added. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: OrganisationUnitQuery): Promise<Page<OrganisationUnitDto>> {
    const { kind = null, legalEntityId = null, brandId = null, retired = null } = query;
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listOrganisationUnits', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const units = await this.database.read<OrganisationUnit>(
      `SELECT u.* FROM organisation_units u
       WHERE ($1::text IS NULL OR u.kind = $1) AND ($2::uuid IS NULL OR u.legal_entity_id = $2)
         AND ($3::uuid IS NULL OR u.brand_id = $3) AND ($4::boolean IS NULL OR u.retired = $4)
         AND ($5::uuid IS NULL OR u.id > $5)
       ORDER BY u.id LIMIT $6`,
      [kind, legalEntityId, brandId, retired, after, limit + 1],
    );
    return mapPage(
      pageOf(units, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }
}

function shown({ createdAt, updatedAt, ...rest }: OrganisationUnit): OrganisationUnitDto {
  return { ...rest, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
