import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import type { LinkDto } from './link.dto.js';
import type { Link } from './link.entity.js';
import { INVERSE } from './link.words.js';

/** What is shown of links, from the side of one of their two complaints. */
@Injectable()
export class LinkReads {
  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintReads,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(viewer: Actor, complaintId: string, id: string): Promise<LinkDto> {
    return shownLink(viewer, complaintId, await this.row(complaintId, id));
  }

  /** @throws Refusal 404 also where the link is between two others */
  async row(complaintId: string, id: string): Promise<LinkRow> {
    const [row] = await this.database.read<LinkRow>(`${LINKS} AND l.id = $2`, [complaintId, id]);
    if (!row) throw notFound();
    return row;
  }

  /** @throws Refusal 404, 400 `bad_cursor` */
  async list(viewer: Actor, complaintId: string, query: PageQuery): Promise<Page<LinkDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    await this.complaints.row(complaintId);
    const scope = cursorScope('links', { complaintId }, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<LinkRow>(
      `${LINKS} AND ($2::uuid IS NULL OR l.id > $2) ORDER BY l.id LIMIT $3`,
      [complaintId, after, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope));
    return mapPage(page, (row) => shownLink(viewer, complaintId, row));
  }
}

/** A link with the other complaint's reference, and whom its two complaints are about. */
export interface LinkRow extends Link {
  reference: string;
  aboutUserIds: string[];
}

/** The other end of a link. */
export function otherEnd(complaintId: string, link: Pick<Link, 'complaintId' | 'otherId'>): string {
  return link.complaintId === complaintId ? link.otherId : link.complaintId;
}

const LINKS = `
  SELECT l.*, c.reference, c.complained_about_user_ids || s.complained_about_user_ids AS about_user_ids FROM links l
  JOIN complaints c ON c.id = CASE WHEN l.complaint_id = $1 THEN l.other_id ELSE l.complaint_id END
  JOIN complaints s ON s.id = $1
  WHERE (l.complaint_id = $1 OR l.other_id = $1)`;

/** What others noted is hidden from whom either of the two complaints is about. */
function shownLink(viewer: Actor, complaintId: string, row: LinkRow): LinkDto {
  const { id, type, reference, version } = row;
  const isAbout = viewer.id !== null && row.aboutUserIds.includes(viewer.id);
  return {
    id,
    type: row.complaintId === complaintId ? type : INVERSE[type],
    complaintId: otherEnd(complaintId, row),
    reference,
    note: isAbout && row.createdById !== viewer.id ? null : row.note,
    createdBy: { id: row.createdById, name: row.createdByName },
    version,
    createdAt: row.createdAt.toISOString(),
  };
}
