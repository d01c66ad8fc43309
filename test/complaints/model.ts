import type { Action } from './steps.js';

const OPEN = ['received', 'acknowledged', 'facts_established', 'in_progress', 'awaiting_customer'];
const UNMERGED = [...OPEN, 'resolved', 'closed', 'withdrawn', 'declined'];
/** What the steps before the decision keep. */
const STEP_BY_STEP = ['acknowledge', 'establish_facts', 'name_owner'];
export const NOUNS = ['write', 'hear from customer', 'note', 'claim', 'settle', 'call', 'keep call'] as const;
export type Step = Action | (typeof NOUNS)[number];

/** The table once more, as small as it can be: what a complaint is after each step, and what is refused. */
export class Model {
  state = 'received';
  level = 0;
  owned = false;
  open = ['acknowledge', 'resolve'];
  private askedIn = '';
  private endedIn = '';
  private lapsed: string[] = [];
  private pauses = 0;
  private unheard = false;
  claimed = 0;
  private settled = 0;
  private fact = false;

  /** The codes of what is missing; nothing where the step is taken. */
  take(step: Step): string[] {
    const missing = this.missing(step);
    if (missing.length === 0) this[step in this.ways ? 'act' : 'do'](step as never);
    return missing;
  }

  private readonly ways: Record<Action, () => void> = {
    acknowledge: () => this.go('acknowledged', ['acknowledge'], ['establish_facts', 'update'], true),
    'establish-facts': () => this.go('facts_established', ['establish_facts'], ['name_owner']),
    'assign-owner': () => {
      const first = this.state === 'awaiting_customer' && !this.owned;
      if (first && this.askedIn === 'facts_established') this.askedIn = 'in_progress';
      this.owned = true;
      this.go(this.state === 'facts_established' ? 'in_progress' : this.state, ['name_owner'], ['action']);
    },
    'ask-customer': () => {
      this.askedIn = this.state;
      this.pauses += 1;
      this.go('awaiting_customer', [], [], true);
    },
    resume: () => this.go(this.askedIn),
    resolve: () => this.go('resolved', ['resolve', 'update']),
    accept: () => this.go('closed', ['name_owner']),
    dispute: () => this.back(),
    reopen: () => {
      if (!this.endedIn) {
        this.back();
        return;
      }
      this.open = this.lapsed;
      this.go(this.endedIn);
      this.endedIn = '';
    },
    withdraw: () => this.end('withdrawn', this.open),
    decline: () => this.end('declined', without(this.open, ['acknowledge'])),
    merge: () => {
      // What is claimed goes to the complaint that goes on.
      this.claimed = 0;
      this.fact = this.settled > 0;
      this.end('merged', this.open);
    },
    escalate: () => (this.level += 1),
    restandardise: () => undefined,
    'resolve-on-the-spot': () => {
      this.owned = true;
      this.fact = true;
      this.settled += 1;
      this.go('resolved', [...STEP_BY_STEP, 'resolve', 'update'], ['action'], true);
    },
  };

  private act(action: Action): void {
    this.ways[action]();
  }

  private do(noun: (typeof NOUNS)[number]): void {
    if (noun === 'write') this.unheard = false;
    if (noun === 'hear from customer') {
      this.unheard = true;
      if (this.state === 'awaiting_customer') this.go(this.askedIn);
    }
    if (noun === 'claim') {
      this.fact = true;
      this.claimed += 1;
    }
    if (noun === 'settle') {
      this.claimed -= 1;
      this.settled += 1;
    }
    if (noun === 'call') this.open.push('callback');
    if (noun === 'keep call') this.open = without(this.open, ['callback']);
  }

  private missing(step: Step): string[] {
    const from: Partial<Record<Step, string[]>> = {
      acknowledge: ['received'],
      'establish-facts': ['acknowledged'],
      'assign-owner': ['facts_established', 'in_progress', 'awaiting_customer', 'resolved'],
      'ask-customer': ['acknowledged', 'facts_established', 'in_progress'],
      resume: ['awaiting_customer'],
      resolve: ['in_progress'],
      accept: ['resolved'],
      dispute: ['resolved', 'closed'],
      reopen: ['resolved', 'closed', 'withdrawn', 'declined', 'merged'],
      withdraw: OPEN,
      decline: OPEN,
      merge: OPEN,
      escalate: OPEN,
      restandardise: OPEN,
      'resolve-on-the-spot': ['received', 'acknowledged', 'facts_established'],
      write: UNMERGED,
      note: UNMERGED,
      claim: OPEN,
      settle: OPEN,
      call: OPEN,
      'keep call': [...OPEN, 'resolved', 'closed'],
    };
    if (from[step]?.includes(this.state) === false) return ['state_not_allowed'];
    const needs: [Step, string, boolean][] = [
      ['establish-facts', 'customer_not_heard', this.fact],
      ['ask-customer', 'pause_spent', this.pauses < 2],
      ['resolve', 'customer_unheard', !this.unheard],
      ['resolve', 'facts_unsettled', this.claimed === 0],
      ['resolve-on-the-spot', 'facts_unsettled', this.claimed === 0],
      ['escalate', 'level_highest', this.level < 3],
    ];
    return needs.flatMap(([one, code, met]) => (one === step && !met ? [code] : []));
  }

  private go(state: string, gone: string[] = [], come: string[] = [], hears = false): void {
    this.state = state;
    this.open = [...gone.reduce((open, kind) => without(open, [kind]), this.open), ...come];
    if (hears) this.unheard = false;
  }

  private back(): void {
    this.level = Math.min(3, this.level + 1);
    this.go('in_progress', [], ['resolve', 'update']);
  }

  private end(state: string, lapsed: string[]): void {
    this.endedIn = this.state;
    this.lapsed = lapsed;
    this.open = [];
    this.state = state;
  }
}

/** The list without one of each of these. */
function without(list: string[], gone: string[]): string[] {
  const rest = [...list];
  for (const one of gone) if (rest.includes(one)) rest.splice(rest.indexOf(one), 1);
  return rest;
}
