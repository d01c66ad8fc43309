import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { type Change, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Complaint } from '../../complaints/complaint.entity.js';
import type { Call } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { after } from '../../kernel/duration.js';
import { newId } from '../../kernel/identifiers.js';
import { actionRefused, inputError, invalid } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { refuseConflicted } from '../conflict.js';
import { type Reach, reach } from '../erasures/reach.js';
import { contentOf } from './content.js';
import type { Query } from './rows.js';
import type { NewSubjectExportBody } from './subject-export.dto.js';
import type { SubjectExport } from './subject-export.entity.js';
import { SubjectExportReads } from './subject-export.reads.js';

/** For how long the content can be read: the month that GDPR, article 12, gives for an answer. */
const READABLE = 'P30D';

/** Lets a person have everything that is known about them. That it was made, and each reading, is on record. */
@Injectable()
export class SubjectExportsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reads: SubjectExportReads,
  ) {}

  /** @throws Refusal 400 for what is not there, 409 for somebody who is complained about */
  make(call: Call, body: NewSubjectExportBody): Promise<Written> {
    const { customerId = null, contactId = null, complaintId = null } = body;
    const about = { customerId, contactId, complaintId };
    return this.ledger.write(call, 'make subject export', subjectsOf(about), async (c) => {
      await refuseConflicted(c, 'make-subject-export', await reach(c.tx, about));
      const { id: madeById, name: madeByName } = call.actor;
      const expiresAt = after(c.now, READABLE);
      const made: SubjectExport = {
        ...{ id: newId(), ...about, madeById, madeByName, expiresAt, version: 1, createdAt: c.now },
      };
      await c.tx.insert('subject_exports', [made]);
      const data = { ...aboutOf(made), expiresAt: expiresAt.toISOString() };
      c.record('subject_export.made', { type: 'subject_export', id: made.id }, data, complaintOf(c, made));
      return { id: made.id, location: `/v1/subject-exports/${made.id}` };
    });
  }

  /**
   * The content as things stand now, after the reading was put on record.
   * @throws Refusal 404, 409 when its time is over, and for somebody who is complained about
   */
  async content(call: Call, id: string): Promise<Readable> {
    const made = await this.reads.row(id);
    const found: Reach[] = [];
    await this.ledger.write(call, 'read subject export', subjectsOf(made), async (c) => {
      if (made.expiresAt <= c.now) throw isExpired();
      const covered = await reach(c.tx, made);
      await refuseConflicted(c, 'read-subject-export', covered);
      c.record('subject_export.read', { type: 'subject_export', id }, aboutOf(made), complaintOf(c, made));
      found.push(covered);
      return { id };
    });
    const covered = found.at(-1);
    if (!covered) throw new Error('the reading was not put on record');
    const query: Query = (sql, params) => this.database.read(sql, params);
    return Readable.from(
      contentOf(query, { exportId: id, renderedAt: this.clock.now().toISOString(), ...covered }),
    );
  }
}

type About = Pick<SubjectExport, 'customerId' | 'contactId' | 'complaintId'>;

function subjectsOf({ customerId, contactId, complaintId }: About): Subject[] {
  const named = (type: 'customer' | 'contact' | 'complaint', id: string | null): Subject[] =>
    id === null ? [] : [{ type, id, missing: invalid([inputError(`/${type}Id`, 'not_found')]) }];
  return [
    ...named('customer', customerId),
    ...named('contact', contactId),
    ...named('complaint', complaintId),
  ];
}

/** An export of a complaint stands in its timeline. Its version stays: nothing of it changes. */
function complaintOf(c: Change, { complaintId: id }: About): { id: string; version: number } | undefined {
  if (id === null) return undefined;
  return { id, version: c.row<Complaint>({ type: 'complaint', id }).version };
}

function aboutOf({ customerId, contactId, complaintId }: About) {
  return { customerId, contactId, aboutComplaintId: complaintId };
}

function isExpired() {
  const detail = 'the time in which the content could be read is over; a new export can be made';
  return actionRefused('read-subject-export', [{ code: 'export_expired', detail }], 'expired');
}
