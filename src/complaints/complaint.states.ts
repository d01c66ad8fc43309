import type { State } from '../kernel/workflow.js';

/** The states of a complaint. */
export const STATES = {
  received: {
    open: true,
    end: false,
    meaning: 'The complaint is on record; the customer waits for a first answer.',
  },
  acknowledged: {
    open: true,
    end: false,
    meaning: 'The customer was told that we are sorry and what happens next.',
  },
  facts_established: {
    open: true,
    end: false,
    meaning: 'What happened is on record, assessed and summed up.',
  },
  in_progress: {
    open: true,
    end: false,
    meaning: 'An owner, known to the customer by name, does what was agreed.',
  },
  awaiting_customer: {
    open: true,
    end: false,
    meaning: 'The customer was asked something that we cannot go on without.',
  },
  resolved: {
    open: false,
    end: false,
    meaning: 'The decision left the house; the customer may accept or dispute it.',
  },
  closed: {
    open: false,
    end: true,
    meaning: 'The customer accepted the decision, or was silent for the closing window.',
  },
  withdrawn: { open: false, end: true, meaning: 'The customer took the complaint back.' },
  declined: {
    open: false,
    end: true,
    meaning: 'The house does not treat this as its complaint, and said why.',
  },
  merged: {
    open: false,
    end: true,
    meaning: 'Another complaint of the customer is about the same, and goes on for both.',
  },
} as const satisfies Record<string, State>;

export type ComplaintState = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as ComplaintState[];
export const STATE_MEANINGS: Readonly<Record<string, string>> = Object.fromEntries(
  STATE_NAMES.map((name) => [name, STATES[name].meaning]),
);
export const OPEN_STATES = STATE_NAMES.filter((name) => STATES[name].open);

export const isOpen = (state: ComplaintState): boolean => STATES[state].open;
