import { Injectable } from '@nestjs/common';
import type { Change, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { actionRefused, inputError, invalid, notFound } from '../../kernel/refusal.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { References } from '../intake/references.js';
import { permit } from '../parts/nouns.js';
import { NOT_ERASED } from '../../kernel/erased.js';
import type { NewLinkBody } from './link.dto.js';
import type { Link } from './link.entity.js';
import { LinkReads, otherEnd } from './link.reads.js';
import { INVERSE, type LinkType } from './link.words.js';

/** Says, and unsays, how complaints belong together. Both have an entry of it, each from its own side. */
@Injectable()
export class LinksService {
  constructor(
    private readonly cases: Cases,
    private readonly references: References,
    private readonly reads: LinkReads,
  ) {}

  /** @throws Refusal 400 for itself and for what is no complaint, 404, 409 also where there is such a link. */
  async add(call: Call, complaintId: string, body: NewLinkBody): Promise<Written> {
    const { complaintId: otherId, type, note = null } = body;
    if (otherId === complaintId) throw invalid([inputError('/complaintId', 'not_applicable')]);
    await this.references.check({ complaintId: otherId });
    return this.cases.workOnTwo(call, 'add link', complaintId, otherId, async (c, other, change) => {
      permit(c, 'write-link');
      permit(other, 'write-link');
      await refuseSecond(c, change, [complaintId, otherId, type]);
      const { id: createdById, name: createdByName } = c.actor;
      const link: Link = {
        ...{ id: newId(), complaintId, otherId, type, note, createdById, createdByName },
        version: 1,
        createdAt: c.now,
      };
      await change.tx.insert('links', [link]);
      const subject = { type: 'link', id: link.id } as const;
      c.record('link.added', subject, { type, otherId, note });
      other.record('link.added', subject, { type: INVERSE[type], otherId: complaintId, note });
      return { id: link.id, location: `/v1/complaints/${complaintId}/links/${link.id}` };
    });
  }

  /** From either side. @throws Refusal 404, 409 */
  async remove(call: Call, complaintId: string, id: string): Promise<void> {
    const otherId = otherEnd(complaintId, await this.reads.row(complaintId, id));
    await this.cases.workOnTwo(call, 'remove link', complaintId, otherId, async (c, other, change) => {
      permit(c, 'write-link');
      const { complaint, view } = other;
      if (complaint.erasedAt) throw actionRefused('write-link', [NOT_ERASED], view.state);
      const [link] = await change.tx.rows<Link>('DELETE FROM links l WHERE l.id = $1 RETURNING l.*', [id]);
      if (!link) throw notFound();
      const subject = { type: 'link', id } as const;
      const seenFrom = (side: Case) =>
        link.complaintId === side.complaint.id ? link.type : INVERSE[link.type];
      c.record('link.removed', subject, { type: seenFrom(c), otherId });
      other.record('link.removed', subject, { type: seenFrom(other), otherId: complaintId });
      return { id };
    });
  }
}

/** Both complaints are locked, so that nobody links them meanwhile. */
async function refuseSecond(c: Case, change: Change, of: [string, string, LinkType]): Promise<void> {
  const rows = await change.tx.rows<{ id: string }>(SAME, of);
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const detail = 'no link of this type between the two yet';
  throw actionRefused('write-link', [{ code: 'link_exists', detail, ids }], c.view.state);
}

const SAME = `
  SELECT l.id FROM links l
  WHERE least(l.complaint_id, l.other_id) = least($1::uuid, $2::uuid)
    AND greatest(l.complaint_id, l.other_id) = greatest($1::uuid, $2::uuid) AND l.type = $3`;
