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
import type { Query } from '../query.js';
import { samePerson } from '../same-person.js';
import { contentOf } from './content.js';
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
    const { customerId = null, complaintId = null } = body;
    const about = { customerId, complaintId };
    return this.ledger.write(call, 'make subject export', subjectsOf(about), async (c) => {
      await refuseConflicted(c, 'make-subject-export', about);
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
    await this.ledger.write(call, 'read subject export', subjectsOf(made), async (c) => {
      if (made.expiresAt <= c.now) throw isExpired();
      await refuseConflicted(c, 'read-subject-export', made);
      c.record('subject_export.read', { type: 'subject_export', id }, aboutOf(made), complaintOf(c, made));
      return { id };
    });
    const query: Query = (sql, params) => this.database.read(sql, params);
    const { customerIds, complaintIds } = await samePerson(query, made);
    const contacts = await query<{ id: string }>(CONTACTS, [customerIds]);
    const ids = { complaint: complaintIds, customer: customerIds, contact: contacts.map((one) => one.id) };
    const renderedAt = this.clock.now().toISOString();
    return Readable.from(contentOf(query, { exportId: id, renderedAt, customerIds, complaintIds }, ids));
  }
}

type About = Pick<SubjectExport, 'customerId' | 'complaintId'>;

function subjectsOf({ customerId, complaintId }: About): Subject[] {
  const absent = (field: string) => invalid([inputError(`/${field}`, 'not_found')]);
  const mode = 'share';
  return [
    ...(customerId
      ? [{ type: 'customer', id: customerId, mode, missing: absent('customerId') } as const]
      : []),
    ...(complaintId ? [{ type: 'complaint', id: complaintId, missing: absent('complaintId') } as const] : []),
  ];
}

/** An export of a complaint stands in its timeline. Its version stays: nothing of it changes. */
function complaintOf(c: Change, { complaintId: id }: About): { id: string; version: number } | undefined {
  if (id === null) return undefined;
  return { id, version: c.row<Complaint>({ type: 'complaint', id }).version };
}

const aboutOf = ({ customerId, complaintId }: About) => ({ customerId, aboutComplaintId: complaintId });

function isExpired() {
  const detail = 'the time in which the content could be read is over; a new export can be made';
  return actionRefused('read-subject-export', [{ code: 'export_expired', detail }], 'expired');
}

const CONTACTS = 'SELECT t.id FROM contacts t WHERE t.customer_id = ANY ($1::uuid[]) ORDER BY t.id';
