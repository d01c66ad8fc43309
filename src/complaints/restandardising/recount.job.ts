import { Injectable, Logger } from '@nestjs/common';
import { systemCall } from '../../kernel/call.js';
import { Database } from '../../platform/database/database.js';
import { DoesJob } from '../../platform/jobs/job.js';
import { describeError } from '../../platform/logging/describe-error.js';
import { CalendarBook } from '../../standards/calendars/calendar-book.js';
import { COUNT_ANEW } from '../../standards/calendars/calendar.jobs.js';
import { Cases } from '../case/cases.service.js';
import { recount } from './recounting.js';

/** Complaints read at once. */
const BATCH = 500;

/** Counts open promises anew when their calendar changed. Done again it changes nothing more. */
@Injectable()
export class RecountJob {
  private readonly logger = new Logger(RecountJob.name);

  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly calendars: CalendarBook,
  ) {}

  /** @throws Error where some could not be counted, after all the others were. */
  @DoesJob(COUNT_ANEW)
  async countAnew({ calendarId }: { calendarId: string }): Promise<void> {
    this.calendars.forget(calendarId);
    const failed: string[] = [];
    for (let after: string | null = null; ;) {
      const found: { id: string }[] = await this.database.read(COUNTED_BY, [calendarId, after, BATCH]);
      for (const { id } of found) if (!(await this.counted(id))) failed.push(id);
      after = found.at(-1)?.id ?? null;
      if (found.length < BATCH) break;
    }
    if (failed.length > 0) throw new Error(`could not be counted anew: ${failed.slice(0, 10).join(', ')}`);
  }

  private async counted(id: string): Promise<boolean> {
    try {
      await this.cases.work(systemCall('calendar'), 'count anew', id, (c) => {
        recount(c, 'calendar');
        return undefined;
      });
      return true;
    } catch (error) {
      this.logger.error({
        what: 'promises could not be counted anew',
        complaintId: id,
        error: describeError(error),
      });
      return false;
    }
  }
}

const COUNTED_BY = `
  SELECT DISTINCT p.complaint_id AS id FROM promises p
  WHERE p.state = 'open' AND p.rule ->> 'calendarId' = $1 AND ($2::uuid IS NULL OR p.complaint_id > $2)
  ORDER BY p.complaint_id LIMIT $3`;
