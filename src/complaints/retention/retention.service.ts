import { Injectable } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import type { Need } from '../../kernel/workflow.js';
import { Cases } from '../case/cases.service.js';
import type { CaseView } from '../case/case-view.js';
import { permit } from '../parts/nouns.js';
import type { ChangeRetentionBody } from './retention.dto.js';
import { classFor, eraseAfter, keepsAsLong } from './retention.js';
import type { RetentionClass } from './retention.words.js';

/** Says how long a complaint is kept. */
@Injectable()
export class RetentionService {
  constructor(private readonly cases: Cases) {}

  /** What is already so is no change. @throws Refusal 404, 409 */
  change(call: Call, id: string, { retentionClass, reason }: ChangeRetentionBody): Promise<Written> {
    return this.cases.work(call, 'change retention', id, (c) => {
      const { retentionClass: formerClass } = c.complaint;
      if (retentionClass === formerClass) return undefined;
      permit(c, 'change-retention', [longEnough(retentionClass)]);
      c.complaint.retentionClass = retentionClass;
      const until = eraseAfter(c.complaint)?.toISOString() ?? null;
      c.recordHere('complaint.retention_changed', { retentionClass, formerClass, eraseAfter: until, reason });
      return undefined;
    });
  }
}

const longEnough = (chosen: RetentionClass): Need<CaseView, unknown> => ({
  code: 'retention_too_short',
  detail: 'a class that is as long as the regulator asks',
  lacks: ({ terms }) => !keepsAsLong(chosen, classFor(terms.profile.retention)),
});
