import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { newId } from '../../kernel/identifiers.js';
import { inputError, invalid, Refusal } from '../../kernel/refusal.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CalendarBook } from './calendar-book.js';
import { COUNT_ANEW } from './calendar.jobs.js';
import type { CalendarChangesDto, NewCalendarDto } from './calendar.dto.js';
import type { Calendar, CalendarSpec, Holiday } from './calendar.entity.js';
import { differences, flawsOf, MOST, namesOf, openingHoursOf, specOf } from './calendar-spec.js';
import { countryHolidays } from './holidays/country-holidays.js';
import { holidaysOfFile } from './holidays/i-calendar.js';
import type { ImportHolidaysDto } from './import-holidays.dto.js';

/** Writing calendars. Each change is a new version, and the old ones stay. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly book: CalendarBook,
    private readonly jobs: Jobs,
  ) {}

  create(call: Call, given: NewCalendarDto): Promise<Written> {
    const { holidays = [], exceptions = [], moves = [] } = given;
    const spec = specOf({ ...given, holidays, exceptions, moves });
    return this.ledger.write(call, 'create calendar', [], async (c) => {
      const id = newId();
      const calendar = { id, ...spec, version: 1, createdAt: c.now, updatedAt: c.now };
      await save(c, calendar);
      c.record('calendar.created', { type: 'calendar', id }, onRecord(calendar));
      return { id, location: `/v1/calendars/${id}` };
    });
  }

  /** Takes on what is given and leaves the rest. What is already so is no change and raises no version. */
  change(call: Call, id: string, given: CalendarChangesDto): Promise<Written> {
    return this.write(call, 'change calendar', id, (before) => specOf({ ...before, ...given }));
  }

  /** Adds the holidays that are not there yet, unless the day is an exception already. */
  async importHolidays(call: Call, id: string, given: ImportHolidaysDto): Promise<Written> {
    const found = await holidaysFor(given);
    return this.write(call, 'import holidays', id, (before) => withHolidays(before, found));
  }

  /** The versions stay: promises are explained by them. @throws Refusal 409 `calendar_in_use` */
  async remove(call: Call, id: string): Promise<void> {
    const subject = { type: 'calendar', id, versioned: true } as const;
    await this.ledger.write(call, 'delete calendar', [subject], async (c) => {
      const { version } = c.row<Calendar>(subject);
      const standards = await c.tx.rows<{ id: string; name: string }>(USING, [id]);
      const contactPoints = await c.tx.rows<{ id: string; label: string }>(OPEN_BY, [id]);
      if (standards.length + contactPoints.length > 0) throw inUse(standards, contactPoints);
      await c.tx.rows('DELETE FROM calendars c WHERE c.id = $1', [id]);
      c.record('calendar.deleted', subject, { version });
      return { id };
    });
    this.book.forget(id);
  }

  /** The one place where a calendar that exists becomes another. @throws Refusal 400 where that one has flaws */
  private async write(
    call: Call,
    action: string,
    id: string,
    next: (before: CalendarSpec) => CalendarSpec,
  ): Promise<Written> {
    const subject = { type: 'calendar', id, versioned: true } as const;
    const written = await this.ledger.write(call, action, [subject], async (c) => {
      const before = c.row<Calendar>(subject);
      const after = { ...before, ...next(specOf(before)), version: before.version + 1, updatedAt: c.now };
      const changed = differences(before, after);
      if (changed.length === 0) return { id };
      refuseFlaws(after);
      await save(c, after);
      c.record('calendar.updated', subject, { changed, ...onRecord(after) });
      if (!countsOtherwise(before, after)) return { id };
      await this.jobs.enqueue(c.tx, COUNT_ANEW, { calendarId: id }, { key: id });
      const startAfter = new Date(c.now.getTime() + LATER_MS);
      await this.jobs.enqueue(c.tx, COUNT_ANEW, { calendarId: id }, { key: id, startAfter });
      return { id };
    });
    this.book.forget(id);
    return written;
  }
}

/** Another process may count by the version before for a second: what it counted meanwhile is counted again. */
const LATER_MS = 3000;

/** By whichever of its versions: complaints keep the version of a standard that they began with. */
const USING = `
  SELECT DISTINCT s.id, s.name FROM standard_versions v JOIN standards s ON s.id = v.standard_id
  WHERE v.spec ->> 'calendarId' = $1 ORDER BY s.name LIMIT 100`;

const OPEN_BY = `
  SELECT p.id, p.label FROM contact_points p WHERE p.calendar_id = $1 ORDER BY p.place, p.id LIMIT 100`;

function inUse(
  standards: { id: string; name: string }[],
  contactPoints: { id: string; label: string }[],
): Refusal {
  const detail = 'A standard counts, or counted, by this calendar, or a contact point is open by it.';
  return new Refusal('calendar_in_use', detail, { standards, contactPoints });
}

/** Another name changes no date. */
function countsOtherwise(before: Calendar, after: Calendar): boolean {
  return canonicalJson(openingHoursOf(before)) !== canonicalJson(openingHoursOf(after));
}

async function save(c: Change, calendar: Calendar): Promise<void> {
  const { id, version, updatedAt } = calendar;
  await c.tx.save('calendars', [calendar]);
  const spec = specOf(calendar);
  await c.tx.insert('calendar_versions', [{ calendarId: id, version, spec, createdAt: updatedAt }]);
}

function onRecord(calendar: Calendar) {
  const { version, name } = calendar;
  return { version, name, ...openingHoursOf(calendar), ...namesOf(calendar) };
}

function refuseFlaws(spec: CalendarSpec): void {
  const flaws = flawsOf(spec);
  if (flaws.length > 0) throw invalid(flaws.map(({ at, code, detail }) => inputError(at, code, detail)));
}

/** @throws Refusal 400 where the file cannot be read, or the country is not known */
async function holidaysFor({ iCalendar, country, region, ...years }: ImportHolidaysDto): Promise<Holiday[]> {
  if (iCalendar !== undefined) return await holidaysOfFile(iCalendar, years);
  return country === undefined ? [] : await countryHolidays(country, region, years);
}

function withHolidays(spec: CalendarSpec, found: Holiday[]): CalendarSpec {
  const taken = new Set([...spec.holidays, ...spec.exceptions].map(({ date }) => date));
  const added = new Map<string, Holiday>();
  for (const holiday of found) {
    if (!taken.has(holiday.date) && !added.has(holiday.date)) added.set(holiday.date, holiday);
  }
  const holidays = [...spec.holidays, ...added.values()];
  if (holidays.length > MOST.holidays) {
    const detail = `the calendar would have ${holidays.length} holidays, and ${MOST.holidays} is the most`;
    throw invalid([inputError('/toYear', 'max_items', detail)]);
  }
  if (added.size === 0) return spec;
  return { ...spec, holidays: holidays.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}
