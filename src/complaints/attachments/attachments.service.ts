import { Injectable } from '@nestjs/common';
import type { Change, Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { Refusal } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import type { ArrivingFile } from '../../platform/http/input/form-parts.js';
import type { IncomingForm } from '../../platform/http/input/incoming-form.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { MalwareScanner } from '../../platform/malware/malware-scanner.js';
import { Storage } from '../../platform/storage/storage.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import { about, attach, type Said } from './attaching.js';
import type { NewAttachmentsForm } from './attachment.dto.js';
import type { Attachment } from './attachment.entity.js';
import { type ReceivedFile, Receiving } from './receiving.js';
import { SCAN } from './scan.job.js';

/** Milliseconds that a file may lie about without a row: far longer than any call takes. */
const GRACE = 86_400_000;

/**
 * Attaches files, and removes them. A file is kept before its row is written, and removed after its row let go of it:
 * what a crash leaves behind is a file too many, which the sweep removes, and never a row without its file.
 */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly cases: Cases,
    private readonly complaints: ComplaintReads,
    private readonly receiving: Receiving,
    private readonly storage: Storage,
    private readonly scanner: MalwareScanner,
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The files of a form. @throws Refusal 404 before a byte is read, 413, 400, 409 */
  async upload(
    call: Call,
    complaintId: string,
    form: IncomingForm<NewAttachmentsForm>,
    from: Said['from'],
    location: string,
  ): Promise<Written> {
    await this.complaints.row(complaintId);
    const { body, files, call: whole } = await form.read(call, this.receiving);
    const { messageId = null, description = null } = body;
    return this.keep(whole, complaintId, files, { from, messageId, description }, location);
  }

  /**
   * One file that another part of the program brings, such as a picture in a mail.
   * @returns the `id` is that of the upload: `attachments.upload_id`
   * @throws Refusal 404, 413, 409, 400 where there is no such message
   */
  async add(
    call: Call,
    complaintId: string,
    { stream, name, declaredType, description = null, messageId, from }: NewFile,
  ): Promise<Written> {
    const file = await this.receiving.take({ bytes: stream, name, declaredType });
    return this.keep(call, complaintId, [file], { from, messageId, description }, pathOf(complaintId));
  }

  /**
   * Files that are kept by now become attachments within a write that does more. Whoever brings them lets go of those
   * of which nothing came.
   * @returns the id of the upload
   * @throws Refusal 409, 400 where there is no such message
   */
  async attachWithin(c: Case, { tx }: Change, files: ReceivedFile[], said: Said): Promise<string> {
    const { uploadId, attachments } = await attach(c, tx, files, said);
    if (this.scanner.isThere)
      for (const { id } of attachments) await this.jobs.enqueue(tx, SCAN, { attachmentId: id });
    return uploadId;
  }

  /** Deletes the file and all that tells of a person; digest, size and type stay. Again it changes nothing. */
  async remove(
    call: Call,
    complaintId: string,
    id: string,
    reason: 'request' | 'retention',
  ): Promise<Written> {
    const subject: Subject = { type: 'attachment', id, complaintId };
    const work = async (c: Case, change: Change) => {
      const attachment = change.row<Attachment>(subject);
      if (attachment.removedAt) return { id };
      await change.tx.rows(REMOVE, [id, c.now]);
      c.record('attachment.removed', about(attachment), { reason });
      return { id };
    };
    const written = await this.cases.work(call, 'remove attachment', complaintId, work, [subject]);
    await this.forgetRemoved();
    return written;
  }

  /** Deletes the files of attachments that were removed or erased; the row lets go of a file when it is gone. */
  async forgetRemoved(): Promise<void> {
    for (;;) {
      const rows = await this.database.read<{ id: string; storageKey: string }>(REMOVED, [BATCH]);
      for (const { storageKey } of rows) await this.storage.delete(storageKey);
      await this.database.read(FORGET, [rows.map(({ id }) => id)]);
      if (rows.length < BATCH) return;
    }
  }

  /** What a crash left: removed files, and after a day those of no attachment. @returns how many of the latter */
  async sweep(): Promise<number> {
    await this.forgetRemoved();
    const before = new Date(this.clock.now().getTime() - GRACE);
    let removed = 0;
    await this.storage.forgetUnfinished(before);
    for await (const keys of this.storage.keysBefore(before)) {
      const rows = await this.database.read<{ storageKey: string }>(KNOWN, [keys]);
      const known = new Set(rows.map(({ storageKey }) => storageKey));
      for (const key of keys.filter((one) => !known.has(one))) {
        await this.storage.delete(key);
        removed += 1;
      }
    }
    return removed;
  }

  private async keep(
    call: Call,
    complaintId: string,
    files: ReceivedFile[],
    said: Said,
    location: string,
  ): Promise<Written> {
    try {
      const written = await this.cases.work(call, 'attach files', complaintId, async (c, change) => ({
        id: await this.attachWithin(c, change, files, said),
        location,
      }));
      if (written.replayed) await this.receiving.discard(files);
      return written;
    } catch (error) {
      // After anything else nobody knows whether the rows were committed: the sweep finds out.
      if (error instanceof Refusal) await this.receiving.discard(files);
      throw error;
    }
  }
}

/** A file that another part of the program brings. */
export interface NewFile
  extends Pick<ArrivingFile, 'name' | 'declaredType'>, Pick<Said, 'from' | 'messageId'> {
  stream: ArrivingFile['bytes'];
  description?: string | null;
}

function pathOf(complaintId: string): string {
  return `/v1/complaints/${complaintId}/attachments`;
}

const REMOVE = `
  UPDATE attachments a
  SET name = NULL, description = NULL, declared_type = NULL, removed_at = $2, version = a.version + 1
  WHERE a.id = $1`;

/** Files deleted before their rows let go of them. */
const BATCH = 100;

const REMOVED = `
  SELECT a.id, a.storage_key FROM attachments a
  WHERE a.removed_at IS NOT NULL AND a.storage_key IS NOT NULL ORDER BY a.id LIMIT $1`;

const FORGET = 'UPDATE attachments a SET storage_key = NULL WHERE a.id = ANY ($1::uuid[])';

/** Whole mails lie in the same storage. */
const KNOWN = `
  SELECT a.storage_key FROM attachments a WHERE a.storage_key = ANY ($1::text[])
  UNION ALL SELECT i.storage_key FROM inbound_mails i WHERE i.storage_key = ANY ($1::text[])`;
