import { expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { ACTIONS } from './steps.js';

const app = useTestApp();

interface Published {
  version: string;
  hash: string;
  states: { name: string; open: boolean; end: boolean; meaning: string }[];
  actions: {
    name: string;
    transitions: { from: string | null; to: string }[];
    who: string[];
    permission: string;
    needs: { code: string; detail: string }[];
    asks: string[];
    opens: string[];
    keeps: string[];
    entry: string;
  }[];
}

it('the workflow is published to everybody, without a token', async () => {
  const workflow = expectStatus(200, await app.anonymous.get<Published>('/v1/workflow'));
  expect(workflow.states.filter(({ open }) => open).map(({ name }) => name)).toEqual([
    'received',
    'acknowledged',
    'facts_established',
    'in_progress',
    'awaiting_customer',
  ]);
  expect(workflow.states.filter(({ end }) => end).map(({ name }) => name)).toEqual([
    'closed',
    'withdrawn',
    'declined',
    'merged',
  ]);
  const dispute = ACTIONS.indexOf('dispute');
  const withClose = [...ACTIONS.slice(0, dispute), 'close', ...ACTIONS.slice(dispute)];
  expect(workflow.actions.map(({ name }) => name)).toEqual(['receive', ...withClose]);
  expect((await app.as('otto').get('/v1/workflow')).body).toEqual(workflow);
});

it('a row says who, what is needed, what follows', async () => {
  const { actions } = expectStatus(200, await app.anonymous.get<Published>('/v1/workflow'));
  expect(actions.find(({ name }) => name === 'acknowledge')).toMatchObject({
    transitions: [{ from: 'received', to: 'acknowledged' }],
    who: ['agent', 'supervisor', 'admin'],
    permission: 'complaint:acknowledge',
    asks: ['message'],
    opens: ['establish_facts', 'update'],
    keeps: ['acknowledge'],
    entry: 'complaint.acknowledged',
  });
  const resolve = actions.find(({ name }) => name === 'resolve');
  expect(resolve?.needs.map(({ code }) => code)).toEqual([
    'conflicted',
    'not_the_owner',
    'customer_unheard',
    'facts_unsettled',
    'breach_unanswered',
    'action_open',
    'remedy_pending',
    'issue_undecided',
    'representative_unconfirmed',
    'not_final_yet',
  ]);
});

it('the drawing is Mermaid', async () => {
  const answer = await app.anonymous.get<string>('/v1/workflow/diagram');
  expect(answer.headers.get('content-type')).toMatch(/^text\/vnd\.mermaid/);
  expect(answer.body).toContain('in_progress --> resolved : resolve');
});

it('a bad token is refused there too', async () => {
  expect((await app.withToken('nonsense').get('/v1/workflow')).status).toBe(401);
});
