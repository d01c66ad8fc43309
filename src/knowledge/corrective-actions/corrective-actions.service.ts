import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Written } from '../../audit/ledger.service.js';
import type { User } from '../../access/user.entity.js';
import { isStaff, isSupervisor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { actionRefused, type InputCode, inputError, invalid, stateNotAllowed } from '../../kernel/refusal.js';
import { TreeReads } from '../trees/tree.reads.js';
import type * as bodies from './corrective-action.dto.js';
import type { CorrectiveAction, CorrectiveActionState } from './corrective-action.entity.js';
import { CorrectiveActionReads } from './corrective-action.reads.js';

/** Plans corrective actions and sees them through: planned, done, and checked for their effect, or dropped. */
@Injectable()
export class CorrectiveActionsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reads: CorrectiveActionReads,
    private readonly trees: TreeReads,
  ) {}

  /** @throws Refusal 400 for an owner who is not active staff, and for a cause that cannot be chosen */
  async plan(call: Call, body: bodies.NewCorrectiveActionBody): Promise<Written> {
    const { what, causeId = null, ownerId } = body;
    const { ownerName = '', causeName = null } = await this.namesOf(body);
    return this.ledger.write(call, 'plan corrective action', [], async (c) => {
      const action: CorrectiveAction = {
        ...{ id: newId(), what, causeId, causeName, ownerId, ownerName },
        ...{ dueAt: new Date(body.dueAt), checkAt: new Date(body.checkAt) },
        ...{ state: 'planned', doneAt: null, checkedAt: null, finding: null },
        ...{ version: 1, createdAt: c.now, updatedAt: c.now },
      };
      await c.tx.insert('corrective_actions', [action]);
      c.record('corrective_action.planned', subjectOf(action), { causeId, causeName, ...planOf(action) });
      return { id: action.id, location: `/v1/corrective-actions/${action.id}` };
    });
  }

  /**
   * What is already so is no change.
   * @throws Refusal 400 as `plan`, and where the check would not come after the date it is due; 409 once it is over
   */
  async change(call: Call, id: string, body: bodies.CorrectiveActionChangesBody): Promise<Written> {
    const { ownerName } = await this.namesOf(body);
    return this.take(call, id, 'update-corrective-action', async (c, action) => {
      const { what = action.what, ownerId = action.ownerId } = body;
      const next = {
        ...{ what, ownerId },
        ownerName: ownerId === action.ownerId ? action.ownerName : (ownerName ?? action.ownerName),
        dueAt: body.dueAt === undefined ? action.dueAt : new Date(body.dueAt),
        checkAt: body.checkAt === undefined ? action.checkAt : new Date(body.checkAt),
      };
      const changed = PLAN.filter((field) => String(next[field]) !== String(action[field]));
      if (changed.length === 0) return;
      if (next.checkAt <= next.dueAt) {
        const wrong =
          body.checkAt === undefined ? inputError('/dueAt', 'max') : inputError('/checkAt', 'min');
        throw invalid([wrong]);
      }
      expectState('update-corrective-action', action, ['planned', 'done']);
      const saved = await save(c, action, next);
      c.record('corrective_action.updated', subjectOf(action), { changed, ...planOf(saved) });
    });
  }

  /** @throws Refusal 409 */
  complete(call: Call, id: string, { note }: bodies.CompleteCorrectiveActionBody): Promise<Written> {
    return this.take(call, id, 'complete-corrective-action', async (c, action) => {
      expectState('complete-corrective-action', action, ['planned']);
      if (!isSupervisor(call.actor) && action.ownerId !== call.actor.id) {
        throw actionRefused('complete-corrective-action', [NOT_THE_OWNER], action.state);
      }
      await save(c, action, { state: 'done', doneAt: c.now });
      c.record('corrective_action.completed', subjectOf(action), { note: note ?? null });
    });
  }

  /** @throws Refusal 409 */
  check(call: Call, id: string, body: bodies.CheckCorrectiveActionBody): Promise<Written> {
    const { effective, finding } = body;
    return this.take(call, id, 'check-corrective-action', async (c, action) => {
      expectState('check-corrective-action', action, ['done']);
      if (c.now < action.checkAt) {
        throw actionRefused('check-corrective-action', [CHECK_NOT_DUE], action.state);
      }
      await save(c, action, { state: effective ? 'effective' : 'ineffective', checkedAt: c.now, finding });
      c.record('corrective_action.checked', subjectOf(action), { effective, finding });
    });
  }

  /** @throws Refusal 409 */
  drop(call: Call, id: string, { reason }: bodies.DropCorrectiveActionBody): Promise<Written> {
    return this.take(call, id, 'drop-corrective-action', async (c, action) => {
      expectState('drop-corrective-action', action, ['planned']);
      await save(c, action, { state: 'dropped' });
      c.record('corrective_action.dropped', subjectOf(action), { reason });
    });
  }

  private take(
    call: Call,
    id: string,
    name: string,
    work: (c: Change, action: CorrectiveAction) => Promise<void>,
  ): Promise<Written> {
    const subject = { type: 'corrective_action', id, versioned: true } as const;
    return this.ledger.write(call, name, [subject], async (c) => {
      await work(c, c.row<CorrectiveAction>(subject));
      return { id };
    });
  }

  /** The names of those that a body names. @throws Refusal 400 with everything that cannot be named */
  private async namesOf(body: { ownerId?: string; causeId?: string }) {
    const { ownerId, causeId } = body;
    const { owner, causeName } = await this.reads.named(body);
    const wrongCause = causeId === undefined ? null : await this.trees.wrongChoice('cause', causeId);
    const wrongOwner = ownerId === undefined ? null : wrongOwnerOf(owner);
    const errors = [
      ...(wrongCause ? [inputError('/causeId', wrongCause)] : []),
      ...(wrongOwner ? [inputError('/ownerId', wrongOwner)] : []),
    ];
    if (errors.length > 0) throw invalid(errors);
    return { ownerName: owner?.name, causeName };
  }
}

function wrongOwnerOf(owner: User | undefined): InputCode | null {
  if (!owner) return 'not_found';
  return !owner.disabled && isStaff({ ...owner, kind: 'user' }) ? null : 'not_applicable';
}

const PLAN = ['what', 'ownerId', 'dueAt', 'checkAt'] as const;

const NOT_THE_OWNER = { code: 'not_the_owner', detail: 'only its owner or a supervisor may do this' };
const CHECK_NOT_DUE = { code: 'check_not_due', detail: 'the date of the check is not reached yet' };

function expectState(name: string, { state }: CorrectiveAction, states: CorrectiveActionState[]): void {
  if (!states.includes(state)) {
    throw stateNotAllowed(name, `${name} is possible in ${states.join(', ')}`, state);
  }
}

async function save(
  c: Change,
  action: CorrectiveAction,
  changes: Partial<CorrectiveAction>,
): Promise<CorrectiveAction> {
  const next = { ...action, ...changes, version: action.version + 1, updatedAt: c.now };
  await c.tx.save('corrective_actions', [next]);
  return next;
}

const subjectOf = ({ id }: CorrectiveAction) => ({ type: 'corrective_action', id }) as const;

function planOf({ what, ownerId, ownerName, dueAt, checkAt }: CorrectiveAction) {
  return { what, ownerId, ownerName, dueAt: dueAt.toISOString(), checkAt: checkAt.toISOString() };
}
