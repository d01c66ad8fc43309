import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { writeAmount } from '../../kernel/money/money.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type { AuthorityDto } from './authority.dto.js';
import type { Authority } from './authority.entity.js';

/** What is shown of authorities. */
@Injectable()
export class AuthorityReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<AuthorityDto> {
    const [authority] = await this.database.read<Authority>('SELECT a.* FROM authorities a WHERE a.id = $1', [
      id,
    ]);
    if (!authority) throw notFound();
    return shown(authority);
  }

  /** In the order in which they were made, those that hold no more included. */
  async list(viewer: Actor, query: PageQuery): Promise<Page<AuthorityDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listAuthorities', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<Authority>(
      'SELECT a.* FROM authorities a WHERE $1::uuid IS NULL OR a.id > $1 ORDER BY a.id LIMIT $2',
      [after, limit + 1],
    );
    return mapPage(
      pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }
}

/** The limits as text of their currency, and their times. */
export function inWords({ currency, perRemedy, perComplaint, perPeriod, ...authority }: Authority) {
  const text = (minor: string) => writeAmount({ minor: BigInt(minor), currency });
  return {
    role: authority.role,
    userId: authority.userId,
    currency,
    perRemedy: text(perRemedy),
    perComplaint: text(perComplaint),
    perPeriod: text(perPeriod),
    period: authority.period,
    validFrom: authority.validFrom.toISOString(),
    validUntil: authority.validUntil?.toISOString() ?? null,
  };
}

function shown(authority: Authority): AuthorityDto {
  const { id, version, createdAt, updatedAt } = authority;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, ...inWords(authority), version, ...times };
}
