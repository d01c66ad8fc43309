import { Injectable } from '@nestjs/common';
import { renderEntry, STORED_ENTRY, type StoredEntry } from '../../../audit/entries/entry.js';
import { notFound } from '../../../kernel/refusal.js';
import { Database } from '../../../platform/database/database.js';
import { CalendarBook } from '../../../standards/calendars/calendar-book.js';
import { profileCalendar } from '../../../standards/profiles/profile-calendar.js';
import { PROFILES, type ProfileName } from '../../../standards/profiles/profiles.js';
import type { PromiseKind } from '../../complaint.words.js';
import type { PromiseRule } from '../promise.entity.js';
import type { CalendarAtHand } from '../terms.js';
import { courseOf, type Interval, intervalsOf, type PromiseEntry, totalsOf } from './explain.js';
import { MOST_INTERVALS, type CountingRuleDto, type PromiseExplanationDto } from './explanation.dto.js';

/** Explains the time of a promise from its entries. */
@Injectable()
export class ExplanationReads {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarBook,
  ) {}

  /** @throws Refusal 404 */
  async one(complaintId: string, promiseId: string): Promise<PromiseExplanationDto> {
    const stored = await this.database.read<StoredEntry>(ENTRIES, [complaintId, promiseId]);
    const entries = stored.map((entry) => renderEntry(entry) as PromiseEntry);
    if (entries.length === 0) throw notFound();
    const course = courseOf(entries);
    const calendar = await this.calendarOf(course.rule);
    const arithmetic = calendar?.arithmetic ?? null;
    const { wall, counted, paused, closed } = totalsOf(course, arithmetic);
    return {
      promiseId,
      kind: course.kind as PromiseKind,
      rule: course.rule && shownRule(course.rule, calendar),
      from: course.from.toISOString(),
      dueAt: course.dueAt.toISOString(),
      pausedSince: course.pausedSince?.toISOString() ?? null,
      wallSeconds: seconds(wall),
      countedSeconds: seconds(counted),
      pausedSeconds: seconds(paused),
      closedSeconds: seconds(closed),
      intervals: intervalsOf(course, arithmetic, MOST_INTERVALS).map(shownInterval),
      entries: entries.map(({ id, type, at }) => ({ id, type, at })),
    };
  }

  /** The calendar in the version that the entries name, whatever became of it since. */
  private async calendarOf(rule: PromiseRule | null): Promise<CalendarAtHand | null> {
    if (rule?.time !== 'business') return null;
    if (rule.calendarId !== null) return this.calendars.at(rule.calendarId, rule.calendarVersion ?? 1);
    const business = await profileCalendar(PROFILES[rule.profile as ProfileName]);
    return business && { id: null, ...business };
  }
}

const ENTRIES = `
  SELECT ${STORED_ENTRY} FROM entries e LEFT JOIN entry_positions p ON p.entry_id = e.id
  WHERE e.complaint_id = ANY (ARRAY[$1::uuid] || (SELECT c.carried_from_ids FROM promises c WHERE c.id = $2))
    AND e.subject_type = 'promise' AND e.subject_id = $2 ORDER BY e.seq LIMIT 1000`;

function shownRule(rule: PromiseRule, calendar: CalendarAtHand | null): CountingRuleDto {
  const { target, time, zone, standardId, standardVersion, profile } = rule;
  return {
    target,
    time,
    zone,
    calendar: calendar && { id: calendar.id, name: calendar.name, version: calendar.version },
    standard: standardId === null ? null : { id: standardId, version: standardVersion ?? 1 },
    profile,
  };
}

function shownInterval({ from, to, counts }: Interval) {
  return { from: from.toISOString(), to: to.toISOString(), counts };
}

function seconds(milliseconds: number): number {
  return Math.max(0, Math.round(milliseconds / 1000));
}
