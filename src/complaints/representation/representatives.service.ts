import { Injectable } from '@nestjs/common';
import type { Change, Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { stateNotAllowed } from '../../kernel/refusal.js';
import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { type Noun, permit } from '../parts/nouns.js';
import type {
  ConfirmRepresentativeBody,
  NewRepresentativeBody,
  RepresentativeReasonBody,
} from './representative.dto.js';
import type { Representative } from './representative.entity.js';
import type { RepresentativeState } from './representative.words.js';
import { confirm, dismiss, name } from './representing.js';

/** What staff do about those who complain for somebody. */
@Injectable()
export class RepresentativesService {
  constructor(private readonly cases: Cases) {}

  /** @throws Refusal 409 also where there is one already */
  name(call: Call, complaintId: string, body: NewRepresentativeBody): Promise<Written> {
    return this.cases.work(call, 'name representative', complaintId, (c) => {
      permit(c, 'name-representative', [noneYet]);
      const { id } = name(c, body);
      return { id, location: `/v1/complaints/${complaintId}/representatives/${id}` };
    });
  }

  confirm(
    call: Call,
    complaintId: string,
    id: string,
    { authority }: ConfirmRepresentativeBody,
  ): Promise<Written> {
    const noun = 'confirm-representative';
    return this.change(call, complaintId, id, noun, ['claimed', 'confirmed'], (c, representative) => {
      confirm(c, representative, authority);
    });
  }

  refuse(
    call: Call,
    complaintId: string,
    id: string,
    { reason }: RepresentativeReasonBody,
  ): Promise<Written> {
    const noun = 'refuse-representative';
    return this.change(call, complaintId, id, noun, ['claimed'], async (c, representative, change) => {
      dismiss(c, representative, 'refused', reason);
      await closeTokensOfMerged(change, complaintId);
    });
  }

  end(call: Call, complaintId: string, id: string, { reason }: RepresentativeReasonBody): Promise<Written> {
    const noun = 'end-representative';
    return this.change(call, complaintId, id, noun, ['confirmed'], async (c, representative, change) => {
      dismiss(c, representative, 'ended', reason);
      await closeTokensOfMerged(change, complaintId);
    });
  }

  private change(
    call: Call,
    complaintId: string,
    id: string,
    noun: Noun,
    possible: RepresentativeState[],
    work: (c: Case, representative: Representative, change: Change) => void | Promise<void>,
  ): Promise<Written> {
    const subject: Subject = { type: 'representative', id, complaintId, versioned: true };
    const changed = async (c: Case, change: Change) => {
      const { representative } = c.view;
      if (representative?.id !== id || !possible.includes(representative.state)) {
        const { state } = change.row<Representative>(subject);
        throw stateNotAllowed(noun, `${noun} is possible while one is ${possible.join(' or ')}`, state);
      }
      permit(c, noun);
      await work(c, representative, change);
      return { id };
    };
    return this.cases.work(call, noun, complaintId, changed, [subject]);
  }
}

const noneYet: Need<CaseView, unknown> = {
  code: 'representative_exists',
  detail: 'no other representative who is claimed or confirmed',
  lacks: ({ representative }) => representative !== null,
};

/** Their tokens open this complaint as well, and the representative may have come with one of them. */
async function closeTokensOfMerged(change: Change, complaintId: string): Promise<void> {
  await change.tx.rows(CLOSE_TOKENS, [complaintId]);
}

const CLOSE_TOKENS = `
  WITH RECURSIVE merged AS (
    SELECT c.id FROM complaints c WHERE c.merged_into_id = $1
    UNION ALL
    SELECT c.id FROM merged m JOIN complaints c ON c.merged_into_id = m.id)
  UPDATE complaints c SET token_generation = c.token_generation + 1 FROM merged m WHERE c.id = m.id`;
