import { Injectable } from '@nestjs/common';
import { EvidenceReads, type Extent } from '../../audit/proofs/evidence.reads.js';
import { Ledger } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { zip } from '../../platform/zip.js';
import type { Complaint } from '../complaint.entity.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import { type Bundle, filesOf } from './bundle.js';

/** Hands out the evidence of a complaint. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly complaints: ComplaintReads,
    private readonly evidence: EvidenceReads,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything is looked at, and the reading is on record, before the first byte is sent.
   * @throws Refusal 404, 409 `proof_pending`
   */
  async export(call: Call, id: string): Promise<{ name: string; bytes: AsyncIterable<Uint8Array> }> {
    const complaint = await this.complaints.row(id);
    const extent = { viewer: call.actor, complaintId: id };
    const signed = await this.evidence.covering(id);
    const bundle: Bundle = {
      complaint: await this.complaints.one(id),
      signed,
      keys: await this.evidence.keys(),
      exportedAt: this.clock.now(),
      ...(await this.evidence.count(extent, signed)),
    };
    await this.putOnRecord(call, extent, bundle);
    const files = filesOf(bundle, this.evidence.entries(extent, signed));
    return { name: `${complaint.reference}-evidence.zip`, bytes: zip(files, bundle.exportedAt) };
  }

  /** The version stays: nothing of the complaint has changed. */
  private async putOnRecord(call: Call, { complaintId }: Extent, bundle: Bundle): Promise<void> {
    const subject = { type: 'complaint', id: complaintId } as const;
    await this.ledger.write(call, 'export-evidence', [subject], (c) => {
      const { version } = c.row<Complaint>(subject);
      const data = { entries: bundle.entries, size: bundle.signed.size };
      c.record('evidence.exported', subject, data, { id: complaintId, version });
      return Promise.resolve({ id: complaintId });
    });
  }
}
