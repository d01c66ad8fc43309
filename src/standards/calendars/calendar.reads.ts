import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type { CalendarDto } from './calendar.dto.js';
import type { Calendar, CalendarSpec } from './calendar.entity.js';

/** What is shown of calendars. */
@Injectable()
export class CalendarReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `not_found` */
  async one(id: string): Promise<CalendarDto> {
    const [calendar] = await this.database.read<Calendar>(`${SELECT} WHERE c.id = $1`, [id]);
    if (!calendar) throw notFound();
    return shown(calendar);
  }

  /** In the order in which the calendars were created. */
  async list(viewer: Actor, query: PageQuery): Promise<Page<CalendarDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listCalendars', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const calendars = await this.database.read<Calendar>(
      `${SELECT} WHERE $1::uuid IS NULL OR c.id > $1 ORDER BY c.id LIMIT $2`,
      [after, limit + 1],
    );
    return mapPage(
      pageOf(calendars, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /**
   * A calendar as it was in a version, also when it is deleted by now.
   * @throws Refusal `not_found`
   */
  async version(id: string, version: number): Promise<CalendarDto> {
    const [found] = await this.database.read<Omit<Calendar, keyof CalendarSpec> & { spec: CalendarSpec }>(
      `SELECT v.calendar_id AS id, v.version, v.spec, v.created_at AS updated_at, f.created_at
       FROM calendar_versions v JOIN calendar_versions f ON f.calendar_id = v.calendar_id AND f.version = 1
       WHERE v.calendar_id = $1 AND v.version = $2`,
      [id, version],
    );
    if (!found) throw notFound();
    const { spec, ...rest } = found;
    return shown({ ...rest, ...spec });
  }
}

const SELECT = `SELECT c.id, c.name, c.zone, c.hours, c.holidays, c.exceptions, c.moves, c.version, c.created_at,
  c.updated_at FROM calendars c`;

function shown(calendar: Calendar): CalendarDto {
  const { id, name, zone, hours, holidays, exceptions, moves, version, createdAt, updatedAt } = calendar;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, name, zone, hours, holidays, exceptions, moves, version, ...times };
}
