import { Injectable } from '@nestjs/common';
import { BusinessCalendar } from '../../kernel/business-time.js';
import { Clock } from '../../kernel/clock.js';
import type { OpeningHours } from '../../kernel/opening-hours.js';
import { notFound } from '../../kernel/refusal.js';
import { ShortMemory } from '../../kernel/short-memory.js';
import { Database } from '../../platform/database/database.js';
import type { CalendarSpec } from './calendar.entity.js';
import { openingHoursOf } from './calendar-spec.js';

/** One version of a calendar, ready to count with. */
export interface BookedCalendar {
  id: string;
  name: string;
  version: number;
  hours: OpeningHours;
  arithmetic: BusinessCalendar;
}

/** What one process changes is felt on every other within a second. */
const REMEMBERED_MS = 1000;
const CALENDARS = 200;

/** The calendars as promises need them, from memory: a promise is counted anew with every change of it. */
@Injectable()
export class CalendarBook {
  private readonly newest = new ShortMemory<Promise<number>>(CALENDARS);
  private readonly versions = new ShortMemory<Promise<BookedCalendar>>(CALENDARS);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A calendar as it is now.
   * @throws Refusal `not_found`
   */
  async current(id: string): Promise<BookedCalendar> {
    const now = this.clock.now().getTime();
    const newest = remembered(this.newest, id, () => this.loadNewest(id), {
      now,
      until: now + REMEMBERED_MS,
    });
    return this.at(id, await newest);
  }

  /**
   * A calendar as it was in a version, which never changes.
   * @throws Refusal `not_found`
   */
  at(id: string, version: number): Promise<BookedCalendar> {
    const load = () => this.loadVersion(id, version);
    return remembered(this.versions, `${id}/${version}`, load, { now: 0, until: Infinity });
  }

  /** After this process changed a calendar. */
  forget(id: string): void {
    this.newest.delete(id);
  }

  private async loadNewest(id: string): Promise<number> {
    const [row] = await this.database.read<{ version: number }>(
      'SELECT c.version FROM calendars c WHERE c.id = $1',
      [id],
    );
    if (!row) throw notFound();
    return row.version;
  }

  private async loadVersion(id: string, version: number): Promise<BookedCalendar> {
    const [row] = await this.database.read<{ spec: CalendarSpec }>(
      'SELECT v.spec FROM calendar_versions v WHERE v.calendar_id = $1 AND v.version = $2',
      [id, version],
    );
    if (!row) throw notFound();
    const hours = openingHoursOf(row.spec);
    return { id, name: row.spec.name, version, hours, arithmetic: new BusinessCalendar(hours) };
  }
}

/** Asks once for all who ask meanwhile; a failure is not remembered. */
function remembered<T>(
  memory: ShortMemory<Promise<T>>,
  key: string,
  load: () => Promise<T>,
  { now, until }: { now: number; until: number },
): Promise<T> {
  const known = memory.get(key, now);
  if (known) return known;
  const asked = load();
  memory.set(key, asked, until);
  asked.catch(() => memory.delete(key));
  return asked;
}
