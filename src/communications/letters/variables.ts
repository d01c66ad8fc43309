/** What a letter can name. A name means the same in every kind of letter. */

/**
 * `words` are as long as somebody made them and stand in a letter as they are: once, and never in its subject. A
 * `choice` is one of a few words, and the only thing that a template compares. Dates are written out for people, in the
 * language of the letter.
 */
export const VARIABLE_TYPES = {
  line: 'a few words in one line',
  words: 'text of any length, as it was written; at most once in the body, never in the subject',
  date: 'a day, written out in the language of the letter',
  choice: 'one of the listed values, to be compared in `if`',
} as const;
export type VariableType = keyof typeof VARIABLE_TYPES;

interface Variable {
  meaning: string;
  type: VariableType;
  /** What a preview shows; a time for a date. */
  example: string;
  /** What a choice can be. */
  choices?: readonly string[];
}

export const VARIABLES = {
  reference: { meaning: 'The number of the complaint.', type: 'line', example: '7KQ-M3X-W94' },
  complainantName: { meaning: 'The name of whoever complained.', type: 'line', example: 'Marta Kis' },
  message: {
    meaning: 'What the person who writes wants to say.',
    type: 'words',
    example: 'We are sorry that the bed arrived with a broken leg. We look into it today.',
  },
  updateBy: {
    meaning: 'By when the customer hears from the house again.',
    type: 'date',
    example: '2026-12-07T12:00:00.000Z',
  },
  resolveBy: {
    meaning: 'By when the house promises its decision.',
    type: 'date',
    example: '2026-12-14T12:00:00.000Z',
  },
  legalBy: {
    meaning: 'By when the law asks for the decision.',
    type: 'date',
    example: '2026-12-28T12:00:00.000Z',
  },
  legalClause: { meaning: 'Where the law says so.', type: 'line', example: 'DISP 1.6.2R' },
  ownerName: { meaning: 'Who is responsible for the complaint.', type: 'line', example: 'Anna Agent' },
  ownerContact: {
    meaning: 'How to reach that person.',
    type: 'line',
    example: '+36 1 555 0100, anna@example.org',
  },
  plan: {
    meaning: 'What the house will do and by when, one line for each: those of `planned_action`.',
    type: 'words',
    example: '- Send a new leg (7 December 2026)',
  },
  what: {
    meaning: 'What it is, in the words of whoever put it on record.',
    type: 'words',
    example: 'Send a new leg',
  },
  dueBy: { meaning: 'By when it is done.', type: 'date', example: '2026-12-07T12:00:00.000Z' },
  replyBy: { meaning: 'By when an answer is asked for.', type: 'date', example: '2026-12-10T12:00:00.000Z' },
  newDate: { meaning: 'The date that holds from now on.', type: 'date', example: '2026-12-21T12:00:00.000Z' },
  explanation: {
    meaning: 'The decision and its reasons, in the words of whoever decided.',
    type: 'words',
    example: 'You are right: the leg broke because the packaging was too weak.',
  },
  outcome: {
    meaning: 'What was found.',
    type: 'choice',
    example: 'upheld',
    choices: ['upheld', 'partly_upheld', 'not_upheld', 'not_determined'],
  },
  points: {
    meaning: 'What was found about each point that was decided: the texts of `decision_point`.',
    type: 'words',
    example: '1. The leg is broken.',
  },
  number: { meaning: 'Which point it is, from 1.', type: 'line', example: '1' },
  disputeUntil: {
    meaning: 'Until when the customer can disagree; empty where the decision is the last word of the house.',
    type: 'date',
    example: '2027-05-30T12:00:00.000Z',
  },
  routes: {
    meaning: 'Where else the customer can turn, in the words of the rules that bind the house.',
    type: 'words',
    example: 'If you are not satisfied, you can turn to the ombudsman.',
  },
  forwardedTo: {
    meaning: 'Who was sent the complaint instead.',
    type: 'words',
    example: 'Parcel Service Ltd, complaints@example.org',
  },
  formerReference: {
    meaning: 'The number of the complaint that is not gone on with by itself.',
    type: 'line',
    example: '3FH-A9T-WB2',
  },
  closesOn: {
    meaning: 'When silence closes the complaint.',
    type: 'date',
    example: '2026-12-14T12:00:00.000Z',
  },
  step: {
    meaning: 'What the customer said, as staff recorded it.',
    type: 'choice',
    example: 'accepted',
    choices: ['accepted', 'disputed', 'withdrawn'],
  },
  saidOn: { meaning: 'When the customer said so.', type: 'date', example: '2026-11-30T12:00:00.000Z' },
  acknowledgeBy: {
    meaning: 'By when somebody answers.',
    type: 'date',
    example: '2026-12-01T12:00:00.000Z',
  },
  trackingLink: {
    meaning: 'The page on which the customer sees the complaint.',
    type: 'line',
    example: 'https://example.org/complaint#amt_example',
  },
  trackingCode: {
    meaning: 'What opens the complaint on the tracking page, where the house has given no address of one.',
    type: 'line',
    example: 'amt_example',
  },
  surveyLink: {
    meaning: 'Where the questions are answered.',
    type: 'line',
    example: 'https://example.org/survey#example',
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;

export function variableOf(name: VariableName): Variable {
  return VARIABLES[name];
}

export function isVariable(name: string): name is VariableName {
  return Object.hasOwn(VARIABLES, name);
}

type Choices<V extends VariableName> = (typeof VARIABLES)[V] extends { choices: readonly (infer C)[] }
  ? C
  : never;

/** The value of a variable: dates as such, for whoever writes them out. */
export type ValueOf<V extends VariableName> = (typeof VARIABLES)[V]['type'] extends 'date'
  ? Date
  : (typeof VARIABLES)[V]['type'] extends 'choice'
    ? Choices<V>
    : string;
