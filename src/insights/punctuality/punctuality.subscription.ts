import { Injectable } from '@nestjs/common';
import type { Entry } from '../../audit/entries/entry.js';
import type { DataOf } from '../../audit/entry-catalogue.js';
import { On } from '../../audit/subscriptions.events.js';
import { isoWeek } from '../../kernel/business-time/iso-week.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { countsOf, type Outcome } from './counts.js';
import type { PunctualityPromise } from './punctuality.entity.js';

type Settled = 'promise.kept' | 'promise.broken' | 'promise.moved';
type Team = 'team.created' | 'team.updated';
/** What is read of them is never erased. */
type Said = DataOf<'promise.kept'> | DataOf<'promise.broken'> | DataOf<'promise.moved'>;

/**
 * Counts what became of promises, from the log alone. A promise belongs to whom it belonged to when it was first
 * settled: who keeps late what another let break does not take the break over.
 * These tables are the only ones written outside of the write door. They say nothing that the log does not say.
 */
@Injectable()
export class PunctualitySubscription {
  constructor(private readonly database: Database) {}

  /** Teams too, by the same subscriber: an owner's teams are those of that moment, also when all is counted anew. */
  @On(['promise.kept', 'promise.broken', 'promise.moved', 'team.created', 'team.updated'], {
    from: 'beginning',
  })
  async count(entry: Entry<Settled | Team>): Promise<void> {
    if (isTeam(entry)) await this.database.read(TEAM, [entry.subject.id, entry.data.memberIds]);
    else if (saysWhose(entry as Entry<Settled>))
      await this.database.transaction((tx) => countPromise(tx, entry as Entry<Settled>));
  }
}

/** The name of the row that says how far this subscriber is. */
export const PUNCTUALITY = 'PunctualitySubscription.count';

/** An entry that was counted already changes nothing. */
async function countPromise(tx: Tx, entry: Entry<Settled>): Promise<void> {
  const { id } = entry.subject;
  const position = entry.position ?? 0;
  const data = entry.data as Said;
  const outcome = outcomeOf(data);
  const former = await tx.one<PunctualityPromise>(FORMER, [id]);
  if (!former) {
    const countIds = await rowsFor(tx, data);
    await tx.insert('punctuality_promises', [{ promiseId: id, outcome, countIds, position }]);
    await tx.rows(ADD, [countIds, outcome, null]);
  } else if (former.position < position) {
    await tx.rows(CHANGED, [id, outcome, position]);
    await tx.rows(ADD, [former.countIds, outcome, former.outcome]);
  }
}

/** `kept` after a break means that it was kept in time after all. A date moved after a break leaves it broken. */
function outcomeOf(data: Said): Outcome {
  if ('late' in data) return data.late ? 'kept_late' : 'kept';
  return 'movedToId' in data && !data.broken ? 'moved' : 'broken';
}

/** The rows that the promise is counted in from now on. @returns their ids */
async function rowsFor(tx: Tx, data: Said): Promise<string[]> {
  const { kind, legal, ownerId, tier, categoryId } = data;
  const teams = ownerId === null ? [] : await tx.rows<{ teamId: string }>(TEAMS, [ownerId]);
  const teamIds = teams.map(({ teamId }) => teamId);
  const counts = countsOf({ week: isoWeek(data.dueAt), kind, legal, ownerId, teamIds, tier, categoryId });
  await tx.rows(ROWS, [JSON.stringify(counts)]);
  return counts.map(({ id }) => id);
}

/** Entries from before promises were counted do not say whose promise it was, nor when it was due. */
function saysWhose({ data }: Entry<Settled>): boolean {
  return (data as Partial<Said>).dueAt !== undefined;
}

function isTeam(entry: Entry<Settled | Team>): entry is Entry<Team> {
  return entry.subject.type === 'team';
}

const TEAM = `INSERT INTO punctuality_teams (team_id, member_ids) VALUES ($1, $2)
  ON CONFLICT (team_id) DO UPDATE SET member_ids = excluded.member_ids`;

const TEAMS = `SELECT t.team_id FROM punctuality_teams t WHERE $1 = ANY (t.member_ids) ORDER BY t.team_id`;

const FORMER = 'SELECT p.* FROM punctuality_promises p WHERE p.promise_id = $1 FOR UPDATE';

const CHANGED = 'UPDATE punctuality_promises SET outcome = $2, position = $3 WHERE promise_id = $1';

const ROWS = `
  INSERT INTO punctuality_counts (id, split, week, kind, legal, owner_id, team_ids, tier, category_id)
  SELECT r.id, r.split, r.week, r.kind, r.legal, r."ownerId", r."teamIds", r.tier, r."categoryId"
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, split text, week text, kind text, legal boolean,
    "ownerId" uuid, "teamIds" uuid[], tier text, "categoryId" uuid)
  ON CONFLICT (id) DO NOTHING`;

const CHANGE = (column: string, outcome: Outcome) =>
  `${column} = n.${column} + ($2 = '${outcome}')::int - coalesce($3 = '${outcome}', false)::int`;

/** One more of the outcome, one less of the former one. */
const ADD = `UPDATE punctuality_counts n SET ${[
  CHANGE('kept', 'kept'),
  CHANGE('kept_late', 'kept_late'),
  CHANGE('broken', 'broken'),
  CHANGE('moved', 'moved'),
].join(', ')} WHERE n.id = ANY ($1::uuid[])`;
