import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, MAX_LIMIT, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { CalendarBook } from '../calendars/calendar-book.js';
import type { ContactPointDto, ContactPointNowDto } from './contact-point.dto.js';
import type { ContactPoint } from './contact-point.entity.js';
import { openness } from './openness.js';

/** Where the house can be reached, as everybody sees it, and as the house does. */
@Injectable()
export class ContactPointReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly calendars: CalendarBook,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal 404, also for what this viewer does not see */
  async one(viewer: Actor, id: string): Promise<ContactPointDto> {
    const [point] = await this.database.read<ContactPoint>(
      `SELECT p.* FROM contact_points p WHERE p.id = $1 AND ${VISIBLE('$2')}`,
      [id, seesAll(viewer)],
    );
    if (!point) throw notFound();
    return shown(point);
  }

  /** What everybody sees, by place, as far as a page of it goes. */
  async published(): Promise<ContactPointDto[]> {
    const rows = await this.database.read<ContactPoint>(
      `SELECT p.* FROM contact_points p WHERE ${VISIBLE('false')} ORDER BY p.place, p.id LIMIT $1`,
      [MAX_LIMIT],
    );
    return rows.map(shown);
  }

  /** By place; each with whether somebody answers there now. */
  async list(viewer: Actor, query: PageQuery): Promise<Page<ContactPointNowDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listContactPoints', query, viewer);
    const [place = null, id = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<ContactPoint>(
      `SELECT p.* FROM contact_points p
       WHERE ($1::integer IS NULL OR (p.place, p.id) > ($1::integer, $2::uuid)) AND ${VISIBLE('$3')}
       ORDER BY p.place, p.id LIMIT $4`,
      [place, id, seesAll(viewer), limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.place, last.id], scope));
    return { ...page, items: await Promise.all(page.items.map((point) => this.now(point))) };
  }

  private async now(point: ContactPoint): Promise<ContactPointNowDto> {
    const { calendarId, closures } = point;
    const calendar = calendarId === null ? null : (await this.calendars.current(calendarId)).arithmetic;
    const { open, changesAt } = openness(calendar, closures, this.clock.now());
    return { ...shown(point), open, changesAt: changesAt?.toISOString() ?? null };
  }
}

/** Who works here sees all of them, to everybody else there are the public ones that are in use. */
const VISIBLE = (all: string) => `(${all}::boolean OR (p.public AND NOT p.retired))`;

function seesAll({ kind }: Actor): boolean {
  return kind === 'user';
}

function shown(point: ContactPoint): ContactPointDto {
  const { id, kind, label, value, languages, calendarId, closures, note, place, retired, version } = point;
  return {
    ...{
      id,
      kind,
      label,
      value,
      languages,
      calendarId,
      closures,
      note,
      place,
      public: point.public,
      retired,
    },
    version,
    createdAt: point.createdAt.toISOString(),
    updatedAt: point.updatedAt.toISOString(),
  };
}
