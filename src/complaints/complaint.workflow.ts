import type { Role } from '../kernel/actor.js';
import type { ActionRow, Workflow } from '../kernel/workflow.js';
import type { CaseView } from './case/case-view.js';
import { type ComplaintState, OPEN_STATES, STATES } from './complaint.states.js';
import { PROMISE_KINDS } from './complaint.words.js';
import * as merging from './merging/merge-needs.js';
import { onTheSpot } from './on-the-spot/on-the-spot-row.js';
import * as need from './workflow/needs.js';
import { OF_AN_OWNER } from './workflow/owner-needs.js';
import { from, same } from './workflow/ways-between.js';

const STAFF = need.notConflicted('agent', 'supervisor', 'admin');
const SUPERVISORS = need.notConflicted('supervisor', 'admin');
const HOUSE: Role[] = ['supervisor', 'admin', 'system'];
const ASKED_IN: ComplaintState[] = ['acknowledged', 'facts_established', 'in_progress'];
const EVERY_PROMISE = Object.keys(PROMISE_KINDS);

/**
 * THE TABLE: how a house treats a complainant, action by action. Enforcement, permissions, `GET /v1/workflow`,
 * the drawing, the names of the entries and the test of every state with every action all read it.
 */
const STEP_BY_STEP = {
  version: '1.3.0',
  states: STATES,
  actions: {
    receive: {
      summary: 'Put a complaint on record',
      permission: 'complaint:receive',
      transitions: [{ from: null, to: 'received' }],
      needs: [],
      asks: { channel: 'always', description: 'always', complainant: 'always' },
      opens: ['acknowledge', 'resolve'],
      entry: 'complaint.received',
      offered: false,
    },
    acknowledge: {
      summary: 'Say sorry for how it feels, and what happens next',
      permission: 'complaint:acknowledge',
      transitions: [{ from: 'received', to: 'acknowledged' }],
      needs: [STAFF],
      asks: { message: 'always' },
      opens: ['establish_facts', 'update'],
      keeps: ['acknowledge'],
      entry: 'complaint.acknowledged',
    },
    'establish-facts': {
      summary: 'State what happened, with the customer heard, and assess it',
      permission: 'complaint:establish-facts',
      transitions: [{ from: 'acknowledged', to: 'facts_established' }],
      needs: [STAFF, need.customerOnRecord],
      asks: { summary: 'always', assessment: 'always' },
      opens: ['name_owner'],
      keeps: ['establish_facts'],
      entry: 'complaint.facts_established',
    },
    'assign-owner': {
      summary: 'Name the person responsible, and tell the customer the name and what will be done',
      permission: 'complaint:assign-owner',
      transitions: [
        { from: 'facts_established', to: 'in_progress' },
        ...same('in_progress', 'awaiting_customer', 'resolved'),
      ],
      needs: [STAFF, ...OF_AN_OWNER],
      asks: {
        ownerId: 'always',
        agreedActions: ['facts_established', 'awaiting_customer'],
        reason: ['in_progress', 'awaiting_customer', 'resolved'],
      },
      opens: ['action'],
      keeps: ['name_owner'],
      entry: 'complaint.owner_assigned',
    },
    'ask-customer': {
      summary: 'Ask the customer something and wait for the answer',
      permission: 'complaint:ask-customer',
      transitions: from(ASKED_IN, 'awaiting_customer'),
      needs: [STAFF, need.byOwnerOrStaffBefore, need.pauseLeft],
      asks: { question: 'always', replyBy: 'always' },
      entry: 'complaint.customer_asked',
    },
    resume: {
      summary: 'Go on, with or without the answer of the customer',
      permission: 'complaint:resume',
      transitions: ASKED_IN.flatMap((to) => from(['awaiting_customer'], to)),
      needs: [STAFF, need.byOwnerOrStaffBefore],
      asks: {},
      entry: 'complaint.resumed',
    },
    resolve: {
      summary: 'Decide, and tell the customer the decision with its reasons and the routes outside the house',
      permission: 'complaint:resolve',
      transitions: [{ from: 'in_progress', to: 'resolved' }],
      needs: [STAFF, need.byOwner, ...need.OF_A_DECISION],
      asks: { outcome: 'always', explanation: 'always', rootCause: 'always', notDeterminedReason: 'always' },
      keeps: ['resolve'],
      releases: ['update'],
      entry: 'complaint.resolved',
    },
    accept: {
      summary: 'The customer is content with the decision',
      permission: 'complaint:accept',
      transitions: [{ from: 'resolved', to: 'closed' }],
      needs: [STAFF],
      asks: { how: 'always', saidAt: 'always' },
      releases: ['name_owner'],
      entry: 'complaint.closed',
    },
    close: {
      summary: 'Close after silence, and say that it was silence',
      permission: 'complaint:close',
      transitions: [{ from: 'resolved', to: 'closed' }],
      needs: [need.customerHeard, need.noticeGiven, need.referralsDecided],
      asks: {},
      releases: ['name_owner'],
      entry: 'complaint.closed',
      offered: false,
    },
    dispute: {
      summary: 'The customer is not content with the decision',
      permission: 'complaint:dispute',
      transitions: from(['resolved', 'closed'], 'in_progress'),
      needs: [STAFF, need.notErased, need.windowOpen, need.notFinal],
      asks: { how: 'always', saidAt: 'always', reason: 'always' },
      opens: ['resolve', 'update'],
      entry: 'complaint.disputed',
    },
    reopen: {
      summary: 'Bring a complaint back that was thought to be over',
      permission: 'complaint:reopen',
      transitions: [
        ...from(['resolved', 'closed'], 'in_progress', HOUSE),
        ...OPEN_STATES.flatMap((to) => from(['withdrawn', 'declined'], to)),
        ...OPEN_STATES.flatMap((to) => from(['merged'], to, HOUSE)),
      ],
      needs: [SUPERVISORS, need.notErased, need.windowOpenToCustomer],
      asks: { reason: 'always' },
      opens: ['resolve', 'update'],
      entry: 'complaint.reopened',
    },
    withdraw: {
      summary: 'The customer takes the complaint back',
      permission: 'complaint:withdraw',
      transitions: from(OPEN_STATES, 'withdrawn'),
      needs: [STAFF],
      asks: { how: 'always', saidAt: 'always', reason: 'always' },
      releases: EVERY_PROMISE,
      entry: 'complaint.withdrawn',
    },
    decline: {
      summary: 'Say that the house does not treat this as its complaint, why, and where else to turn',
      permission: 'complaint:decline',
      transitions: from(OPEN_STATES, 'declined'),
      needs: [SUPERVISORS, need.nothingGranted, need.breachesAnsweredUnlessSpam],
      asks: { reason: 'always', message: 'always', forwardedTo: 'always' },
      keeps: ['acknowledge'],
      releases: EVERY_PROMISE,
      entry: 'complaint.declined',
    },
    merge: {
      summary: 'Go on with this and another complaint of the same customer as one',
      permission: 'complaint:merge',
      transitions: from(OPEN_STATES, 'merged'),
      needs: merging.NEEDS,
      asks: { intoId: 'always', reason: 'always' },
      releases: EVERY_PROMISE,
      entry: 'complaint.merged',
    },
    escalate: {
      summary: 'Raise the complaint to the next level',
      permission: 'complaint:escalate',
      transitions: same(...OPEN_STATES),
      needs: [STAFF, need.levelLeft],
      asks: { reason: 'always' },
      entry: 'complaint.escalated',
    },
    restandardise: {
      summary: 'Measure the complaint by another standard, or by the present version of its own',
      permission: 'complaint:restandardise',
      transitions: same(...OPEN_STATES),
      needs: [SUPERVISORS],
      asks: { reason: 'always' },
      entry: 'complaint.restandardised',
    },
  } satisfies Record<string, ActionRow<ComplaintState, CaseView, need.Brief>>,
};

/** The table with what stands for several steps: its row follows from theirs. */
export const COMPLAINT_WORKFLOW = {
  ...STEP_BY_STEP,
  actions: { ...STEP_BY_STEP.actions, 'resolve-on-the-spot': onTheSpot(STEP_BY_STEP.actions) },
};

export type ActionName = keyof typeof COMPLAINT_WORKFLOW.actions;

/** The table as the engine reads it. */
export const WORKFLOW: Workflow<ComplaintState, ActionName, CaseView, need.Brief> = COMPLAINT_WORKFLOW;

export const ACTION_NAMES = Object.keys(COMPLAINT_WORKFLOW.actions) as ActionName[];
