import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Reachable } from '../support/make.js';
import type { Complaint } from '../support/resources.js';
import { type Action, ACTIONS, attempt, entryTypes, offers, unmet } from './steps.js';

const app = useTestApp();

const STATES: Record<string, Reachable> = {
  rec: 'received',
  ack: 'acknowledged',
  fac: 'facts_established',
  pro: 'in_progress',
  wai: 'awaiting_customer',
  res: 'resolved',
  clo: 'closed',
  wit: 'withdrawn',
  dec: 'declined',
  mer: 'merged',
};

/** From each state by each action to which state, as the design has it. What ended otherwise was received before. */
const TABLE = `
                    rec  ack  fac  pro  wai  res  clo  wit  dec  mer
  acknowledge       ack   ·    ·    ·    ·    ·    ·    ·    ·    ·
  establish-facts    ·   fac   ·    ·    ·    ·    ·    ·    ·    ·
  assign-owner       ·    ·   pro  pro  wai  res   ·    ·    ·    ·
  ask-customer       ·   wai  wai  wai   ·    ·    ·    ·    ·    ·
  resume             ·    ·    ·    ·   pro   ·    ·    ·    ·    ·
  resolve            ·    ·    ·   res   ·    ·    ·    ·    ·    ·
  accept             ·    ·    ·    ·    ·   clo   ·    ·    ·    ·
  dispute            ·    ·    ·    ·    ·   pro  pro   ·    ·    ·
  reopen             ·    ·    ·    ·    ·   pro  pro  rec  rec  rec
  withdraw          wit  wit  wit  wit  wit   ·    ·    ·    ·    ·
  decline           dec  dec  dec  dec  dec   ·    ·    ·    ·    ·
  merge             mer  mer  mer  mer  mer   ·    ·    ·    ·    ·
  escalate          rec  ack  fac  pro  wai   ·    ·    ·    ·    ·
  restandardise     rec  ack  fac  pro  wai   ·    ·    ·    ·    ·
  resolve-on-the-spot res res res   ·    ·    ·    ·    ·    ·    ·`;

const ENTRIES: Record<Action, string> = {
  acknowledge: 'complaint.acknowledged',
  'establish-facts': 'complaint.facts_established',
  'assign-owner': 'complaint.owner_assigned',
  'ask-customer': 'complaint.customer_asked',
  resume: 'complaint.resumed',
  resolve: 'complaint.resolved',
  accept: 'complaint.closed',
  dispute: 'complaint.disputed',
  reopen: 'complaint.reopened',
  withdraw: 'complaint.withdrawn',
  decline: 'complaint.declined',
  merge: 'complaint.merged',
  escalate: 'complaint.escalated',
  restandardise: 'complaint.restandardised',
  'resolve-on-the-spot': 'complaint.resolved',
};

const [head = '', ...lines] = TABLE.trim().split('\n');
const COLUMNS = head.trim().split(/\s+/);
/** Every cell of the table. */
const cells = lines.flatMap((line) => {
  const [action = '', ...targets] = line.trim().split(/\s+/);
  return targets.map((to, column) => ({
    action: action as Action,
    from: STATES[COLUMNS[column] ?? ''] ?? 'received',
    to: STATES[to],
  }));
});
const leading = cells.flatMap(({ to, ...cell }) => (to ? [{ ...cell, to }] : []));

it('the table has every action and every state', () => {
  expect(cells).toHaveLength(ACTIONS.length * Object.keys(STATES).length);
  expect(new Set(cells.map(({ action }) => action))).toEqual(new Set(ACTIONS));
});

describe('an action that the table allows', () => {
  it.each(leading)('$action leads from $from to $to', async ({ action, from, to }) => {
    const made = await app.make.complaint(from);
    if (action === 'establish-facts') await app.make.fact(made);
    const before = await app.make.read(made);
    const after = expectStatus(200, await attempt(app, made, action, 'sam')) as unknown as Complaint;
    expect(after.state).toBe(to);
    expect(after.version).toBe(before.version + 1);
    const handover = action === 'assign-owner' && from !== 'facts_established';
    const entries = (await entryTypes(app, made)).filter((type) => type.startsWith('complaint.'));
    expect(entries.at(-1)).toBe(handover ? 'complaint.owner_changed' : ENTRIES[action]);
  });
});

describe('in a state', () => {
  it.each(Object.values(STATES))(
    '%s every other action is refused with state_not_allowed alone',
    async (from) => {
      const made = await app.make.complaint(from);
      const before = await app.make.read(made);
      for (const { action } of cells.filter((cell) => cell.from === from && !cell.to)) {
        const answer = await attempt(app, made, action, 'sam');
        expect([action, ...unmet(answer)]).toEqual([action, 'state_not_allowed']);
        expect(answer.body.state).toBe(from);
      }
      expect(await app.make.read(made)).toEqual(before);
    },
  );

  it.each(Object.values(STATES))('%s a supervisor is offered what the table allows', async (from) => {
    const made = await app.make.complaint(from);
    if (from === 'acknowledged') await app.make.fact(made);
    const offered = await offers(app, made, 'sam');
    expect(offered.map(({ action }) => action)).toEqual(ACTIONS);
    const possible = leading.filter((cell) => cell.from === from).map(({ action }) => action);
    expect(offered.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(possible);
    for (const { action, href, method } of offered) {
      expect([method, href]).toEqual(['POST', `/v1/complaints/${made.id}/actions/${action}`]);
    }
  });
});

describe('a role', () => {
  it.each(ACTIONS)('that never works on complaints is refused %s with 403 or 401', async (action) => {
    const made = await app.make.complaint();
    expect((await attempt(app, made, action, 'otto')).status).toBe(403);
    const path = `/v1/complaints/${made.id}/actions/${action}`;
    expect((await app.anonymous.post(path, {})).status).toBe(401);
    expect((await app.withToken(made.trackingToken).post(path, {})).status).toBe(401);
  });

  it('of an agent may neither decline nor reopen, whatever the body and the complaint', async () => {
    for (const action of ['decline', 'reopen'] as const) {
      for (const state of ['received', 'withdrawn', 'closed'] as const) {
        const made = await app.make.complaint(state);
        expect((await attempt(app, made, action, 'anna')).status).toBe(403);
        const nonsense = await app.as('anna').post(`/v1/complaints/${made.id}/actions/${action}`, '{');
        expect(nonsense.status).toBe(403);
      }
    }
  });

  it('is offered only what it may ever do', async () => {
    const made = await app.make.complaint();
    const forAgents = ACTIONS.filter((action) => !['decline', 'reopen', 'restandardise'].includes(action));
    expect((await offers(app, made, 'anna')).map(({ action }) => action)).toEqual(forAgents);
    expect((await offers(app, made, 'ada')).map(({ action }) => action)).toEqual(ACTIONS);
    expect(await offers(app, made, 'otto')).toEqual([]);
  });
});

describe('where it was asked', () => {
  it.each(['acknowledged', 'facts_established', 'in_progress'] as const)('%s it goes on', async (state) => {
    const made = await app.make.complaint(state);
    expectStatus(200, await attempt(app, made, 'ask-customer'));
    expect((await app.make.act(made, 'resume')).complaint.state).toBe(state);
  });

  it.each(['withdraw', 'decline'] as const)('and after %s it comes back to where it stood', async (end) => {
    for (const state of ['acknowledged', 'facts_established', 'in_progress', 'awaiting_customer'] as const) {
      const made = await app.make.complaint(state);
      expectStatus(200, await attempt(app, made, end, 'sam'));
      const back = await app.make.act(made, 'reopen', { reason: 'It was a mistake.' }, 'sam');
      expect(back.complaint).toMatchObject({ state, level: 0, disputableUntil: null });
    }
  });
});

it('what is no action of staff is no path', async () => {
  const made = await app.make.complaint();
  for (const action of ['close', 'receive', 'anything']) {
    const answer = await app.as('ada').post(`/v1/complaints/${made.id}/actions/${action}`, {});
    expect(answer.status).toBe(404);
  }
});
