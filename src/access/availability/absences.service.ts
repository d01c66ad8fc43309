import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { actionRefused, inputError, invalid, stateNotAllowed, type Unmet } from '../../kernel/refusal.js';
import type { User } from '../user.entity.js';
import type { AbsenceChangesBody, NewAbsenceBody } from './absence.dto.js';
import type { Absence } from './absence.entity.js';
import { lackingOfActor, lackingOfPlan } from './absence-needs.js';
import { AbsenceReads } from './absence.reads.js';
import { begun, ended, save, subjectOf, whoOf } from './coming-and-going.js';

/** Says who is away and who stands in. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reads: AbsenceReads,
  ) {}

  /** @throws Refusal 404, 400 for a stand-in who is no user, 409 with everything that is missing */
  announce(call: Call, userId: string, body: NewAbsenceBody): Promise<Written> {
    const { standInId, note = null } = body;
    return this.ledger.write(call, 'announce absence', usersOf(userId, standInId), async (c) => {
      const standIn = userIn(c, standInId);
      const absence: Absence = {
        ...{ id: newId(), userId, userName: userIn(c, userId).name },
        ...{ standInId, standInName: standIn.name, note },
        ...{ beginsAt: new Date(body.from), endsAt: timeOf(body.to) },
        ...{ state: 'planned', endedAt: null, version: 1, createdAt: c.now, updatedAt: c.now },
      };
      refuse('announce-absence', absence, await lackingOfPlan(c, absence, standIn));
      c.record('absence.announced', subjectOf(absence), planOf(absence));
      await c.tx.insert('absences', [await begun(c, absence)]);
      return { id: absence.id, location: `/v1/users/${userId}/absences/${absence.id}` };
    });
  }

  /** What is already so is no change. @throws Refusal as `announce`, and 409 for what begun or is over */
  async change(call: Call, userId: string, id: string, body: AbsenceChangesBody): Promise<Written> {
    await this.reads.one(userId, id);
    const { standInId } = body;
    const subject = { type: 'absence', id, versioned: true } as const;
    const subjects = [...usersOf(userId, standInId), subject];
    return this.ledger.write(call, 'change absence', subjects, async (c) => {
      const absence = c.row<Absence>(subject);
      const standIn = standInId === undefined ? null : userIn(c, standInId);
      const next = withChanges(absence, body, userIn(c, userId), standIn);
      const changed = PLAN.filter((field) => String(planOf(next)[field]) !== String(planOf(absence)[field]));
      if (changed.length === 0) return { id };
      const states = changed.includes('from') ? ['planned'] : ['planned', 'running'];
      expectState('update-absence', absence, states);
      if (next.endsAt && next.endsAt <= next.beginsAt)
        throw invalid([body.to ? inputError('/to', 'min') : inputError('/from', 'max')]);
      refuse('update-absence', absence, await lackingOfPlan(c, next, standIn));
      c.record('absence.updated', subjectOf(absence), { changed, ...planOf(next) });
      await save(c, absence, await begun(c, next));
      return { id };
    });
  }

  /** Back at work, or not gone at all. @throws Refusal 404, 409 */
  async end(call: Call, userId: string, id: string): Promise<Written> {
    await this.reads.one(userId, id);
    const subject = { type: 'absence', id, versioned: true } as const;
    return this.ledger.write(call, 'end absence', [...usersOf(userId), subject], async (c) => {
      const absence = c.row<Absence>(subject);
      expectState('end-absence', absence, ['planned', 'running']);
      refuse('end-absence', absence, lackingOfActor(call.actor, userId));
      await save(c, absence, ended(c, absence, 'asked'));
      return { id };
    });
  }
}

/**
 * Who is away waits for every other absence that is written: only so is no circle of stand-ins made by two at once.
 * Who stands in stays as they are meanwhile.
 */
function usersOf(userId: string, standInId: string = userId): Subject[] {
  const missing = invalid([inputError('/standInId', 'not_found')]);
  const standIn: Subject = { type: 'user', id: standInId, mode: 'share', missing };
  return [{ type: 'user', id: userId, alone: true }, ...(standInId === userId ? [] : [standIn])];
}

const userIn = (c: Change, id: string) => c.row<User>({ type: 'user', id });

const timeOf = (time: string | null | undefined) => (time ? new Date(time) : null);

function withChanges(absence: Absence, body: AbsenceChangesBody, user: User, standIn: User | null): Absence {
  return {
    ...absence,
    userName: user.name,
    ...(standIn && { standInId: standIn.id, standInName: standIn.name }),
    beginsAt: timeOf(body.from) ?? absence.beginsAt,
    endsAt: body.to === undefined ? absence.endsAt : timeOf(body.to),
    note: body.note === undefined ? absence.note : body.note,
  };
}

const PLAN = ['from', 'to', 'standInId', 'note'] as const;

function planOf(absence: Absence) {
  const { beginsAt, endsAt, note } = absence;
  return { ...whoOf(absence), from: beginsAt.toISOString(), to: endsAt?.toISOString() ?? null, note };
}

function refuse(name: string, { state }: Absence, unmet: Unmet[]): void {
  if (unmet.length > 0) throw actionRefused(name, unmet, state);
}

function expectState(name: string, { state }: Absence, states: string[]): void {
  if (!states.includes(state))
    throw stateNotAllowed(name, `${name} is possible in ${states.join(', ')}`, state);
}
