import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, type Page, pageOf } from '../../platform/http/page.js';
import type { ComplaintDto } from '../complaint.dto.js';
import type { Complaint } from '../complaint.entity.js';
import type { ComplaintQuery } from '../search/complaint-query.dto.js';
import {
  askWhatIsCommon,
  countComplaints,
  ORDERS,
  type Search,
  searchComplaints,
} from '../search/complaint-search.js';
import type { IssueOfComplaint } from '../issues/issue.reads.js';
import type { Representative } from '../representation/representative.entity.js';
import { AT_WORK_ON } from '../representation/representative.reads.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import { shownComplaint } from './shown-complaint.js';

/** What is shown of complaints. Every signed-in user of the house sees all of them until teams narrow it. */
@Injectable()
export class ComplaintReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<ComplaintDto> {
    return this.shownOf(await this.row(id));
  }

  /** A complaint whose row was just read. */
  async shownOf(complaint: Complaint): Promise<ComplaintDto> {
    const { promises, issues, representatives } = await this.below([complaint]);
    return shownComplaint(complaint, promises, issues, representatives[0]);
  }

  /** @throws Refusal 404 */
  async row(id: string): Promise<Complaint> {
    const [complaint] = await this.database.read<Complaint>('SELECT c.* FROM complaints c WHERE c.id = $1', [
      id,
    ]);
    if (!complaint) throw notFound();
    return complaint;
  }

  /** Whether it is the viewer who is complained about. @throws Refusal 404 */
  async isAbout(viewer: Actor, id: string): Promise<boolean> {
    const [found] = await this.database.read<{ about: boolean }>(ABOUT, [id, viewer.id]);
    if (!found) throw notFound();
    return found.about;
  }

  /** @throws Refusal 400 `bad_cursor`. */
  async list(viewer: Actor, query: ComplaintQuery): Promise<Page<ComplaintDto>> {
    const { cursor, limit = DEFAULT_LIMIT, sort = '-receivedAt', count, ...filter } = query;
    const scope = cursorScope('listComplaints', { ...filter, sort }, viewer);
    const after = cursor === undefined ? null : this.cursors.decode(cursor, scope);
    const search = { viewer, query, common: await this.common(query) };
    const { sql, params } = searchComplaints(search, after, limit + 1);
    const page = pageOf(await this.database.read<Complaint>(sql, params), limit, (last) =>
      this.cursors.encode([ORDERS[sort].of(last), last.id], scope),
    );
    const items = await this.shown(page.items);
    return { ...page, items, ...(count && { count: await this.count(search) }) };
  }

  private async common(query: ComplaintQuery): Promise<Search['common']> {
    const ask = askWhatIsCommon(query);
    if (!ask) return [];
    const rows = await this.database.read<{ part: Search['common'][number] }>(ask.sql, ask.params);
    return rows.map(({ part }) => part);
  }

  private async count(search: Search): Promise<number> {
    const { sql, params } = countComplaints(search);
    const [row] = await this.database.read<{ count: number }>(sql, params);
    return row?.count ?? 0;
  }

  private async shown(complaints: Complaint[]): Promise<ComplaintDto[]> {
    if (complaints.length === 0) return [];
    const { promises, issues, representatives } = await this.below(complaints);
    const of = (complaint: Complaint) => (part: { complaintId: string }) => part.complaintId === complaint.id;
    return complaints.map((one) =>
      shownComplaint(one, promises.filter(of(one)), issues.filter(of(one)), representatives.find(of(one))),
    );
  }

  /** The parts of complaints that are shown with them. */
  private async below(complaints: Complaint[]) {
    const ids = complaints.map(({ id }) => id);
    const [promises, issues, representatives] = await Promise.all([
      this.database.read<CustomerPromise>(RUNNING, [ids]),
      this.database.read<IssueOfComplaint>(ISSUES, [ids]),
      this.representatives(complaints),
    ]);
    return { promises, issues, representatives };
  }

  private async representatives(complaints: Complaint[]): Promise<Representative[]> {
    const ids = complaints.flatMap(({ id, represented }) => (represented ? [id] : []));
    return ids.length > 0 ? this.database.read<Representative>(AT_WORK_ON, [ids]) : [];
  }
}

const ABOUT = `
  SELECT coalesce($2::uuid = ANY (c.complained_about_user_ids), false) AS about FROM complaints c WHERE c.id = $1`;

const RUNNING = `
  SELECT p.* FROM promises p WHERE p.complaint_id = ANY ($1::uuid[]) AND p.state IN ('open', 'broken')
  ORDER BY p.due_at, p.id`;

const ISSUES = `
  SELECT i.id, i.complaint_id, i.what, i.state, i.outcome FROM issues i WHERE i.complaint_id = ANY ($1::uuid[])
  ORDER BY i.created_at, i.id`;
