import { Injectable } from '@nestjs/common';
import { before } from '../../kernel/duration.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Complaint } from '../complaint.entity.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import { digitsOf } from '../merging/same-complainant.js';
import { type PossibleDuplicateDto, type Reason, REASONS } from './duplicate.dto.js';
import { similarWords } from './similar-words.js';

/** Over for longer than this it is another story. */
const LOOKS_BACK = 'P90D';

/** Finds complaints that may be the same as one that is there. */
@Injectable()
export class DuplicateReads {
  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintReads,
    private readonly clock: Clock,
  ) {}

  /** The likeliest ten. @throws Refusal 404 */
  async of(complaintId: string): Promise<PossibleDuplicateDto[]> {
    return this.like(await this.complaints.row(complaintId));
  }

  /** The likeliest ten, of a complaint whose row was just read. */
  async like(c: Complaint): Promise<PossibleDuplicateDto[]> {
    if (c.erasedAt) return [];
    const rows = await this.database.read<Row>(DUPLICATES, [
      c.id,
      before(this.clock.now(), LOOKS_BACK),
      c.complainantEmail,
      digitsOf(c.complainantPhone),
      c.orderReference,
      c.externalId,
      similarWords(c.subject, c.description),
    ]);
    return rows.map(({ id, reference, subject, state, receivedAt, reasons, score }) => ({
      id,
      reference,
      subject,
      state,
      receivedAt: receivedAt.toISOString(),
      reasons: (Object.keys(REASONS) as Reason[]).filter((reason) => reasons.includes(reason)),
      score,
    }));
  }
}

type Row = Pick<Complaint, 'id' | 'reference' | 'subject' | 'state' | 'receivedAt'> & {
  reasons: Reason[];
  score: number;
};

/** The latest of those that an index finds by one thing in common. */
function latest(reason: Reason, says: number, same: string): string {
  return `(SELECT f.id, '${reason}' AS reason, ${says} AS says FROM complaints f WHERE ${same}
    ORDER BY f.received_at DESC LIMIT 200)`;
}

/** Words that more than so many complaints have tell nothing: some of these are looked at, and no more. */
const SIMILAR = `
  (SELECT w.complaint_id, 'similar_words', 25 FROM complaint_words w WHERE w.words @@ $7::tsquery LIMIT 500)`;

/** By the reference in its subject, a reply address or a Message-ID of the house. */
const NAMED = `
  (SELECT i.suggested_id, 'named_in_mail', 60 FROM inbound_mails i
    WHERE i.complaint_id = $1 AND i.decision = 'suggestion' AND i.suggested_id IS NOT NULL)`;

const DUPLICATES = `
  SELECT c.id, c.reference, c.subject, c.state, c.received_at,
    array_agg(found.reason) AS reasons, least(100, sum(found.says))::integer AS score
  FROM (
    ${[
      latest('same_email', 30, 'lower(f.complainant_email) = lower($3)'),
      latest('same_phone', 30, `regexp_replace(f.complainant_phone, '[^0-9]', '', 'g') = $4`),
      latest('same_order', 40, 'lower(f.order_reference) = lower($5)'),
      latest('same_external', 40, 'lower(f.external_id) = lower($6)'),
      NAMED,
      SIMILAR,
    ].join(' UNION ALL ')}) found
  JOIN complaints c ON c.id = found.id
  WHERE c.id <> $1 AND c.state <> 'merged' AND c.erased_at IS NULL
    AND coalesce(c.closed_at, c.ended_at, 'infinity') >= $2::timestamptz
  GROUP BY c.id ORDER BY score DESC, c.received_at DESC, c.id LIMIT 10`;
