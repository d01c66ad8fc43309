import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, PathVersion, Query, TheCall } from '../../platform/http/params.js';
import { CalendarChangesDto, CalendarDto, NewCalendarDto } from './calendar.dto.js';
import { CalendarReads } from './calendar.reads.js';
import { CalendarsService } from './calendars.service.js';
import { ImportHolidaysDto } from './import-holidays.dto.js';

/** Two thousand holidays of a date and a name each, and the hours beside them. */
const MAX_KEYS = 10_000;

@Controller('v1/calendars')
export class CalendarsController {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly reads: CalendarReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createCalendar',
    tag: 'calendars',
    summary: 'Create a calendar',
    description: 'Everything that is wrong with the hours and days is named at once.',
    permission: 'calendar:write',
    status: 201,
    body: NewCalendarDto,
    maxKeys: MAX_KEYS,
    answers: CalendarDto,
    location: true,
    etag: true,
  })
  async create(@TheCall() call: Call, @Body() body: NewCalendarDto): Promise<Answer> {
    const { id, location, replayed } = await this.calendars.create(call, body);
    const calendar = await this.reads.one(id);
    return answer(calendar, { version: calendar.version, location, replayed });
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listCalendars',
    tag: 'calendars',
    summary: 'List calendars',
    description: 'Oldest first.',
    permission: 'calendar:read',
    query: PageQuery,
    answers: CalendarDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<CalendarDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getCalendar',
    tag: 'calendars',
    summary: 'Read a calendar',
    permission: 'calendar:read',
    answers: CalendarDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const calendar = await this.reads.one(id);
    return answer(calendar, { version: calendar.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateCalendar',
    tag: 'calendars',
    summary: 'Change a calendar',
    description:
      'A list is replaced whole. Open promises that count by this calendar are counted anew, but never become due ' +
      'later than the customer was told.',
    permission: 'calendar:write',
    body: CalendarChangesDto,
    maxKeys: MAX_KEYS,
    answers: CalendarDto,
    etag: true,
  })
  async change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: CalendarChangesDto,
  ): Promise<Answer> {
    const { replayed } = await this.calendars.change(call, id, body);
    const calendar = await this.reads.one(id);
    return answer(calendar, { version: calendar.version, replayed });
  }

  @Endpoint({
    method: 'DELETE',
    path: ':id',
    operationId: 'deleteCalendar',
    tag: 'calendars',
    summary: 'Delete a calendar',
    description:
      'Refused while a standard uses it. Its versions stay readable: promises are explained by them.',
    permission: 'calendar:write',
    status: 204,
    ifMatch: 'honoured',
    refuses: ['calendar_in_use'],
  })
  remove(@TheCall() call: Call, @PathId('id') id: string): Promise<void> {
    return this.calendars.remove(call, id);
  }

  @Endpoint({
    method: 'GET',
    path: ':id/versions/:version',
    operationId: 'getCalendarVersion',
    tag: 'calendars',
    summary: 'Read a calendar as it was',
    description: 'A version never changes, and stays when the calendar is deleted.',
    permission: 'calendar:read',
    answers: CalendarDto,
    etag: true,
  })
  async version(@PathId('id') id: string, @PathVersion('version') version: number): Promise<Answer> {
    return answer(await this.reads.version(id, version), { version });
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/import-holidays',
    operationId: 'importHolidays',
    tag: 'calendars',
    summary: 'Import holidays',
    description:
      'Adds the holidays of an iCalendar file or of a country that are not there yet; what is there stays, and a day ' +
      'that is an exception already is left to the exception. **Look at the answer before you rely on it.** Rules of ' +
      'countries do not know what a government decides each year: swapped working days (the Saturdays of Hungary), ' +
      'substitute days (those of Bulgaria), days moved or added for once. Days of which only the afternoon is free ' +
      'are left out; add them as exceptions. Dates of moon calendars are computed and may be a day off.',
    permission: 'calendar:write',
    body: ImportHolidaysDto,
    answers: CalendarDto,
    etag: true,
    ifMatch: 'honoured',
  })
  async importHolidays(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: ImportHolidaysDto,
  ): Promise<Answer> {
    const { replayed } = await this.calendars.importHolidays(call, id, body);
    const calendar = await this.reads.one(id);
    return answer(calendar, { version: calendar.version, replayed });
  }
}
