import { Injectable } from '@nestjs/common';
import { moveGrants } from '../../access/authority/granting.js';
import type { Change, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { act } from '../actions/act.js';
import { Cases } from '../case/cases.service.js';
import type { Fact } from '../facts/fact.entity.js';
import { References } from '../intake/references.js';
import type { Message } from '../messages/message.entity.js';
import type { MergeBody } from './merge.dto.js';

/** Merges complaints. Both are in hand at once, so that of two people who merge them crosswise one comes too late. */
@Injectable()
export class MergingService {
  constructor(
    private readonly cases: Cases,
    private readonly references: References,
  ) {}

  /** @throws Refusal 400 where `intoId` names no complaint, 404, 412, 409 with everything that is missing. */
  async merge(call: Call, complaintId: string, body: MergeBody): Promise<Written> {
    await this.references.check(body);
    return this.cases.workOnTwo(call, 'merge', complaintId, body.intoId, async (c, target, change) => {
      const unheard = c.view.unheard.map(({ id }) => id);
      const claimed = c.view.claimedFactIds;
      act(c, 'merge', {
        ...body,
        into: {
          view: target.view,
          case: target,
          mergedIntoIds: await wayOn(change, body.intoId),
          claimed: claimed.length > 0 ? await change.tx.rows<Fact>(FACTS, [claimed]) : [],
          unheard: unheard.length > 0 ? await change.tx.rows<Message>(MESSAGES, [unheard]) : [],
        },
      });
      const carried = target.view.remedies.map(({ id }) => id);
      await moveGrants(change.tx, carried, body.intoId);
      return undefined;
    });
  }
}

async function wayOn(change: Change, complaintId: string): Promise<string[]> {
  const rows = await change.tx.rows<{ id: string }>(WAY_ON, [complaintId]);
  return rows.map(({ id }) => id);
}

const WAY_ON = `
  WITH RECURSIVE way AS (
    SELECT c.merged_into_id AS id, 1 AS step FROM complaints c WHERE c.id = $1 AND c.merged_into_id IS NOT NULL
    UNION ALL
    SELECT c.merged_into_id, w.step + 1 FROM way w JOIN complaints c ON c.id = w.id
    WHERE c.merged_into_id IS NOT NULL)
  SELECT w.id FROM way w ORDER BY w.step`;

const MESSAGES = 'SELECT m.* FROM messages m WHERE m.id = ANY ($1::uuid[]) ORDER BY m.created_at, m.id';

const FACTS = 'SELECT f.* FROM facts f WHERE f.id = ANY ($1::uuid[]) ORDER BY f.created_at, f.id';
