import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/database.js';
import { Cursors, cursorScope } from '../../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, MAX_COUNT, type Page, pageOf } from '../../../platform/http/page.js';
import type { StaffNotice } from '../notice.entity.js';
import { NOTICE_KIND_NAMES, sentenceOf } from '../notice.words.js';
import { VISIBLE } from '../visible.js';
import type { InboxQuery, NoticeDto, UnreadDto } from './inbox.dto.js';

/** What somebody of the house is told: everybody reads their own. */
@Injectable()
export class InboxReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: InboxQuery): Promise<Page<NoticeDto>> {
    const { cursor, limit = DEFAULT_LIMIT, count, ...filter } = query;
    const scope = cursorScope('listNotices', filter, viewer);
    const [before = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const found = [viewer.id, query.unread ?? null, query.kind ?? NOTICE_KIND_NAMES];
    const rows = await this.database.read<Row>(LIST, [...found, before, limit + 1]);
    const page = mapPage(
      pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
    return count ? { ...page, count: await this.count(found) } : page;
  }

  async unread(viewer: Actor): Promise<UnreadDto> {
    return { unread: await this.count([viewer.id, true, NOTICE_KIND_NAMES]) };
  }

  private async count(found: unknown[]): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(COUNT, [...found, MAX_COUNT]);
    return row?.count ?? 0;
  }
}

interface Row extends StaffNotice {
  reference: string;
  standInForName: string | null;
}

const FOUND = `
  FROM staff_notices n JOIN complaints c ON c.id = n.complaint_id
  LEFT JOIN users s ON s.id = n.stand_in_for_id
  WHERE n.user_id = $1 AND ($2::boolean IS NULL OR (n.read_at IS NULL) = $2) AND n.kind = ANY ($3::text[])
    AND ${VISIBLE}`;

const LIST = `
  SELECT n.*, c.reference, s.name AS stand_in_for_name ${FOUND} AND ($4::uuid IS NULL OR n.id < $4)
  ORDER BY n.id DESC LIMIT $5`;

const COUNT = `SELECT count(*)::int AS count FROM (SELECT 1 ${FOUND} LIMIT $4) found`;

function shown(n: Row): NoticeDto {
  const { id, kind, entryType, entryId, mail, standInForId } = n;
  return {
    ...{ id, kind, what: sentenceOf(kind, entryType) },
    complaint: { id: n.complaintId, reference: n.reference },
    entryId,
    standInFor: standInForId === null ? null : { id: standInForId, name: n.standInForName ?? '' },
    at: n.at.toISOString(),
    readAt: n.readAt?.toISOString() ?? null,
    mail,
  };
}
