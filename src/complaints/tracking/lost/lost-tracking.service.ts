import { Injectable } from '@nestjs/common';
import { MailSettings } from '../../../communications/mail-out/mail-settings.js';
import { Postman } from '../../../communications/mail-out/postman.js';
import { systemCall } from '../../../kernel/call.js';
import { parseReference } from '../../../kernel/reference.js';
import { Database } from '../../../platform/database/database.js';
import { DoesJob, job } from '../../../platform/jobs/job.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { Cases } from '../../case/cases.service.js';
import { ComplaintReads } from '../../shown/complaint.reads.js';
import { write } from '../../messages/letters.js';
import { tell } from '../../messages/telling.js';
import type { LostTrackingBody } from './lost-tracking.dto.js';
import { LostTrackingLimit } from './lost-tracking.limit.js';

/** `complaintId` is null where reference and address do not belong together. */
const RENEW_TRACKING = job<{ complaintId: string | null }>('renew-tracking');

/** Brings a lost tracking token back to the one who complained, and tells nobody else whether there is a complaint. */
@Injectable()
export class LostTrackingService {
  constructor(
    private readonly limit: LostTrackingLimit,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly complaints: ComplaintReads,
    private readonly cases: Cases,
    private readonly settings: MailSettings,
    private readonly postman: Postman,
  ) {}

  /** Does the same and takes the same time, whether there is such a complaint or not. @throws Refusal `rate_limited` */
  async ask(address: string, { reference: given, email }: LostTrackingBody): Promise<void> {
    const reference = parseReference(given) ?? given.toUpperCase().replace(/[\s-]/g, '');
    await this.limit.count(address, reference);
    const [found] = await this.database.read<{ id: string }>(MEANT, [reference, email]);
    await this.database.transaction((tx) =>
      this.jobs.enqueue(tx, RENEW_TRACKING, { complaintId: found?.id ?? null }),
    );
  }

  /** A token dies only where the next one can be sent: else whoever knows the address could lock the customer out. */
  @DoesJob(RENEW_TRACKING)
  async renew({ complaintId }: { complaintId: string | null }): Promise<void> {
    if (complaintId === null || !this.settings.configured) return;
    const { complainantEmail } = await this.complaints.row(complaintId);
    if (complainantEmail === null || (await this.postman.isFull(complainantEmail))) return;
    await this.cases.work(systemCall('tracking'), 'renew tracking token', complaintId, (c) => {
      c.complaint.tokenGeneration += 1;
      c.recordHere('complaint.tracking_renewed', { generation: c.complaint.tokenGeneration });
      tell(c, { kind: 'notice', automatic: true, via: 'email', ...write(c, 'tracking_renewed', {}) });
      return undefined;
    });
  }
}

const MEANT = `
  SELECT c.id FROM complaints c WHERE c.reference = $1 AND lower(c.complainant_email) = lower($2)`;
