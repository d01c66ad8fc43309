import { Injectable } from '@nestjs/common';
import type { Change, Subject } from '../../audit/ledger.service.js';
import { systemCall } from '../../kernel/call.js';
import { Database } from '../../platform/database/database.js';
import { DoesJob, job } from '../../platform/jobs/job.js';
import { MalwareScanner } from '../../platform/malware/malware-scanner.js';
import { Storage } from '../../platform/storage/storage.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { about } from './attaching.js';
import type { Attachment } from './attachment.entity.js';

/** A file is to be looked at for malware. */
export const SCAN = job<{ attachmentId: string }>('scan-attachment');

/** Has files looked at once they are attached, and puts on record what the scanner says. */
@Injectable()
export class ScanJob {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly scanner: MalwareScanner,
    private readonly cases: Cases,
  ) {}

  /** @throws Error where the scanner gave no answer: it is asked again later */
  @DoesJob(SCAN)
  async scan({ attachmentId }: { attachmentId: string }): Promise<void> {
    const [found] = await this.database.read<Attachment>(WAITING, [attachmentId]);
    if (!found?.storageKey) return;
    const { threat } = await this.scanner.scan(await this.storage.get(found.storageKey));
    const { id, complaintId } = found;
    const subject: Subject = { type: 'attachment', id, complaintId };
    const work = async (c: Case, change: Change) => {
      const attachment = change.row<Attachment>(subject);
      if (attachment.removedAt || attachment.scan !== 'unscanned') return undefined;
      const scan = threat === null ? 'clean' : 'infected';
      await change.tx.rows(SCANNED, [id, scan, threat, c.now]);
      c.record('attachment.scanned', about(attachment), { scan, threat });
      return { id };
    };
    await this.cases.work(systemCall('scan-attachment'), 'scan attachment', complaintId, work, [subject]);
  }
}

const WAITING = `
  SELECT a.* FROM attachments a WHERE a.id = $1 AND a.scan = 'unscanned' AND a.removed_at IS NULL`;

const SCANNED = `
  UPDATE attachments a SET scan = $2, threat = $3, scanned_at = $4, version = a.version + 1 WHERE a.id = $1`;
