import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Cursors, cursorScope } from '../../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, MAX_COUNT, type Page, pageOf } from '../../../platform/http/page.js';
import { type ComplaintState, OPEN_STATES } from '../../complaint.states.js';
import type { BreachState } from '../../complaint.words.js';
import type { CustomerPromise } from '../promise.entity.js';
import { shownPromise } from '../promise.reads.js';
import type { BoardPromiseDto, PromiseQuery, Standing } from './board.dto.js';

/** A promise with what the board shows of its complaint and of its breach. */
interface Row extends CustomerPromise {
  reference: string;
  subject: string | null;
  complaintState: ComplaintState;
  level: number;
  tier: string | null;
  ownerId: string | null;
  ownerName: string | null;
  breachId: string | null;
  breachState: BreachState | null;
  causeMissing: boolean;
}

/** Promises over all complaints: what is due next, what is late, and where an answer is owed. */
@Injectable()
export class BoardReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** The first to be due first. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: PromiseQuery): Promise<Page<BoardPromiseDto>> {
    const { cursor, limit = DEFAULT_LIMIT, count, ...filter } = query;
    const now = this.clock.now();
    const scope = cursorScope('listBoard', filter, viewer);
    const params: unknown[] = [limit + 1];
    const parameter = (value: unknown) => `$${params.push(value)}`;
    const conditions = conditionsOf(query, now, parameter);
    const counted = { conditions: [...conditions], params: [...params] };
    if (cursor !== undefined) {
      const [dueAt, id] = this.cursors.decode(cursor, scope);
      conditions.push(`(p.due_at, p.id) > (${parameter(dueAt)}::timestamptz, ${parameter(id)}::uuid)`);
    }
    const sql = `SELECT ${COLUMNS} ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY p.due_at, p.id LIMIT $1`;
    const page = pageOf(await this.database.read<Row>(sql, params), limit, (last) =>
      this.cursors.encode([last.dueAt.toISOString(), last.id], scope),
    );
    const shown = mapPage(page, (row) => shownOnBoard(row, now));
    return count ? { ...shown, count: await this.count(counted) } : shown;
  }

  private async count({ conditions, params }: { conditions: string[]; params: unknown[] }): Promise<number> {
    const found = `SELECT 1 ${FROM} WHERE ${conditions.join(' AND ')} LIMIT $1`;
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) AS count FROM (${found}) found`,
      [MAX_COUNT, ...params.slice(1)],
    );
    return row?.count ?? 0;
  }
}

const FROM = `
  FROM promises p JOIN complaints c ON c.id = p.complaint_id LEFT JOIN breaches b ON b.promise_id = p.id`;

const CAUSE_MISSING = `(b.state = 'unanswered' OR b.state = 'answered' AND (b.cause ->> 'notKnownYet')::boolean)`;

const COLUMNS = `
  p.*, c.reference, c.subject, c.state AS complaint_state, c.level, c.tier, c.owner_id, c.owner_name,
  b.id AS breach_id, b.state AS breach_state, coalesce(${CAUSE_MISSING}, false) AS cause_missing`;

/** A promise that waits is not late: its time goes on when the customer has answered. */
const IS_OVER = (now: string) => `p.paused_since IS NULL AND p.due_at <= ${now}`;

/** What was broken and never kept counts while the complaint is not over. */
const BROKEN = `p.state = 'broken' AND c.state = ANY ('{${[...OPEN_STATES, 'resolved'].join()}}')`;

const STANDING: Record<Standing, (now: string) => string> = {
  due: (now) => `p.state = 'open' AND NOT (${IS_OVER(now)})`,
  late: (now) => `p.state IN ('open', 'broken') AND (${BROKEN} OR p.state = 'open' AND ${IS_OVER(now)})`,
  cause_missing: () => CAUSE_MISSING,
};

/** Only the conditions that were given stand in the statement: its plan is made for just these. */
function conditionsOf(query: PromiseQuery, now: Date, parameter: (value: unknown) => string): string[] {
  const { standing, ownerId } = query;
  const timed = standing === 'due' || standing === 'late';
  const conditions = [
    standing
      ? STANDING[standing](timed ? `${parameter(now)}::timestamptz` : '')
      : `p.state IN ('open', 'broken') AND (p.state = 'open' OR ${BROKEN})`,
  ];
  const where = (condition: (parameter: string) => string, value: unknown) => {
    if (value !== undefined) conditions.push(condition(parameter(value)));
  };
  where((kinds) => `p.kind = ANY (${kinds}::text[])`, query.kind);
  where((legal) => `p.legal = ${legal}`, query.legal);
  where((before) => `p.due_at < ${before}::timestamptz`, query.dueBefore);
  if (ownerId === 'none') conditions.push('c.owner_id IS NULL');
  else where((owner) => `c.owner_id = ${owner}::uuid`, ownerId);
  where(
    (team) => `c.owner_id IN (SELECT unnest(t.member_ids) FROM teams t WHERE t.id = ${team})`,
    query.teamId,
  );
  return conditions;
}

function shownOnBoard(row: Row, now: Date): BoardPromiseDto {
  const { breachId, breachState, causeMissing, ownerId, ownerName } = row;
  return {
    ...shownPromise(row),
    late: row.state === 'broken' || (row.state === 'open' && !row.pausedSince && row.dueAt <= now),
    complaint: {
      id: row.complaintId,
      reference: row.reference,
      subject: row.subject,
      state: row.complaintState,
      level: row.level,
      tier: row.tier,
      owner: ownerId === null ? null : { id: ownerId, name: ownerName },
    },
    breach: breachId && breachState ? { id: breachId, state: breachState, causeMissing } : null,
  };
}
