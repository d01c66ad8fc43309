import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { inputError, invalid } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, type Page } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { CalendarBook } from '../../standards/calendars/calendar-book.js';
import { changedSpec } from '../../standards/spec-of.js';
import type { Standard } from '../../standards/standard.js';
import { StandardReads } from '../../standards/standard.reads.js';
import { StandardReferences } from '../../standards/standard.references.js';
import { defaultFlaws, standardFlaws } from '../../standards/standard.rules.js';
import type { Complaint } from '../complaint.entity.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import { underTerms } from './recounting.js';
import { fitting, type Measure, traitsOf } from '../promises/terms.js';
import { type House, TermsService } from '../promises/terms.service.js';
import type { PreviewedComplaintDto, PreviewStandardBody } from './preview.dto.js';

/** Complaints looked at in one call at most, found or not, so that a call stays short. */
const LOOKED_AT = 2000;
const BATCH = 500;

/** Which open complaints another standard would change, and how. It changes nothing. */
@Injectable()
export class PreviewReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
    private readonly standards: StandardReads,
    private readonly references: StandardReferences,
    private readonly calendars: CalendarBook,
    private readonly terms: TermsService,
  ) {}

  /**
   * @param body the standard as it would be; without anything in it, as it is now.
   * @throws Refusal 404, 400 for what would be wrong with it, 400 `bad_cursor`
   */
  async list(
    viewer: Actor,
    id: string,
    body: PreviewStandardBody,
    query: PageQuery,
  ): Promise<Page<PreviewedComplaintDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const standard = await this.proposed(id, body);
    const scope = cursorScope('previewStandard', standard, viewer);
    let [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const house = await this.houseWith(standard);
    const items: PreviewedComplaintDto[] = [];
    for (let looked = 0; looked < LOOKED_AT && items.length < limit;) {
      const complaints = await this.database.read<Complaint>(OPEN, [after, BATCH]);
      const promises = await this.promisesOf(complaints);
      for (const complaint of complaints) {
        if (items.length === limit) break;
        const changed = await this.changed(house, id, complaint, promises.get(complaint.id) ?? []);
        if (changed) items.push(changed);
        after = complaint.id;
        looked += 1;
        // Others get their turn in between.
        if (looked % 50 === 0) await setImmediate();
      }
      if (complaints.length < BATCH && after === (complaints.at(-1)?.id ?? after))
        return { items, nextCursor: null };
    }
    return { items, nextCursor: this.cursors.encode([after], scope) };
  }

  private async proposed(id: string, body: PreviewStandardBody): Promise<Standard & { active: boolean }> {
    const now = await this.standards.one(id);
    await this.references.check(body);
    const spec = changedSpec(now, body);
    const flaws = [...standardFlaws(spec), ...defaultFlaws(spec, { ...now, isDefault: now.default })];
    if (flaws.length > 0) throw invalid(flaws.map(({ at, code }) => inputError(at, code)));
    const same = canonicalJson(changedSpec(now, {})) === canonicalJson(spec);
    return { id, version: same ? now.version : now.version + 1, ...spec };
  }

  /** The house as it would be with this standard in place of its own version of it. */
  private async houseWith(standard: Standard & { active: boolean }): Promise<House> {
    const house = await this.terms.house();
    const others = house.offered.map((one) => one.standard).filter(({ id }) => id !== standard.id);
    const { active, calendarId } = standard;
    const calendar = calendarId === null ? null : await this.calendars.current(calendarId);
    return house.offering(active ? [...others, standard] : others, calendar);
  }

  private async promisesOf(complaints: Complaint[]): Promise<Map<string, CustomerPromise[]>> {
    const ids = complaints.map(({ id }) => id);
    const promises = await this.database.read<CustomerPromise>(PROMISES, [ids]);
    const of = new Map<string, CustomerPromise[]>();
    for (const promise of promises)
      of.set(promise.complaintId, [...(of.get(promise.complaintId) ?? []), promise]);
    return of;
  }

  private async changed(
    house: House,
    id: string,
    complaint: Complaint,
    promises: CustomerPromise[],
  ): Promise<PreviewedComplaintDto | undefined> {
    const measure = fitting(house.offered, traitsOf(complaint));
    const kept = { id: complaint.standardId, version: complaint.standardVersion };
    const fits = standardOf(measure);
    if (fits.id !== id && kept.id !== id) return undefined;
    const terms = { ...(await house.of(complaint)), ...measure };
    const now = this.clock.now();
    const moved = promises.flatMap((promise) => {
      const next = underTerms(terms, promise, now);
      if (!next || next.dueAt.getTime() === promise.dueAt.getTime()) return [];
      const { id: promiseId, kind, dueAt } = promise;
      return [{ id: promiseId, kind, dueAt: dueAt.toISOString(), newDueAt: next.dueAt.toISOString() }];
    });
    if (moved.length === 0 && fits.id === kept.id) return undefined;
    const { reference, state } = complaint;
    return { id: complaint.id, reference, state, standard: kept, newStandard: fits, promises: moved };
  }
}

function standardOf({ standard: { id, version } }: Measure) {
  return { id, version };
}

const OPEN = `
  SELECT c.* FROM complaints c
  WHERE c.state IN ('received', 'acknowledged', 'facts_established', 'in_progress', 'awaiting_customer')
    AND ($1::uuid IS NULL OR c.id > $1)
  ORDER BY c.id LIMIT $2`;

const PROMISES = `
  SELECT p.* FROM promises p WHERE p.complaint_id = ANY ($1::uuid[]) AND p.state = 'open' ORDER BY p.id`;
