import type { ValueOf, VariableName } from './variables.js';

/**
 * What a template owes to a variable: `must` always has a value and is always written; `if_any` is written wherever it
 * has a value; `may` is left to the template, and can be empty unless it is a choice.
 */
export const DUTIES = {
  must: 'always has a value, and the body always names it',
  if_any: 'may be empty; the body names it wherever it is not',
  may: 'may be empty; the template may leave it out',
} as const;
export type Duty = keyof typeof DUTIES;

interface Kind {
  meaning: string;
  /** It is put into other letters, so it has no subject. */
  part?: true;
  variables: Readonly<Partial<Record<VariableName, Duty>>>;
}

/** What every letter can name. */
const COMMON = { reference: 'may', complainantName: 'may' } as const;

/** The letters of the house. What `must` or `if_any` be named is what the customer is owed in it. */
export const LETTER_KINDS = {
  receipt: {
    meaning: 'The confirmation that a complaint arrived, sent at once.',
    variables: { ...COMMON, reference: 'must', acknowledgeBy: 'if_any', trackingLink: 'if_any' },
  },
  acknowledgement: {
    meaning: 'The first answer of a person, with the dates that the customer can count on.',
    variables: {
      ...COMMON,
      message: 'must',
      updateBy: 'must',
      resolveBy: 'if_any',
      legalBy: 'if_any',
      legalClause: 'may',
    },
  },
  owner_named: {
    meaning: 'Who is responsible from now on, how to reach them, and what they will do.',
    variables: { ...COMMON, message: 'if_any', ownerName: 'must', ownerContact: 'must', plan: 'if_any' },
  },
  planned_action: {
    meaning: 'One line of `plan`, in `owner_named` and `decision`.',
    part: true,
    variables: { ...COMMON, what: 'if_any', dueBy: 'must' },
  },
  question: {
    meaning: 'A question to the customer, with the date by which an answer is asked for.',
    variables: { ...COMMON, message: 'must', replyBy: 'must' },
  },
  update: {
    meaning: 'How the complaint stands, or any other words of staff.',
    variables: { ...COMMON, message: 'must' },
  },
  date_moved: {
    meaning: 'A promise cannot be kept in time: why, and which date holds instead.',
    variables: { ...COMMON, message: 'must', newDate: 'must', routes: 'if_any' },
  },
  apology: {
    meaning: 'An apology for a broken promise.',
    variables: { ...COMMON, message: 'must' },
  },
  decision: {
    meaning:
      'The decision with its reasons, what is still to come, and what the customer can do who disagrees.',
    variables: {
      ...COMMON,
      explanation: 'must',
      outcome: 'may',
      points: 'if_any',
      plan: 'if_any',
      disputeUntil: 'if_any',
      routes: 'must',
    },
  },
  decision_point: {
    meaning: 'What was found about one point of the complaint, in `points` of `decision`.',
    part: true,
    variables: { ...COMMON, number: 'must', what: 'must', outcome: 'may', explanation: 'if_any' },
  },
  declined: {
    meaning: 'Why the house does not handle the complaint, and who can.',
    variables: { ...COMMON, message: 'must', forwardedTo: 'if_any', routes: 'if_any' },
  },
  merged: {
    meaning: 'Two complaints are gone on with as one.',
    variables: { ...COMMON, reference: 'must', formerReference: 'must' },
  },
  record_confirmed: {
    meaning: 'What staff recorded of the words of the customer, to be contradicted.',
    variables: { ...COMMON, step: 'may', saidOn: 'must' },
  },
  closing_notice: {
    meaning: 'Silence will close the complaint, and when.',
    variables: { ...COMMON, closesOn: 'must' },
  },
  closed_by_silence: {
    meaning: 'Silence has closed the complaint, and what is still possible.',
    variables: { ...COMMON, disputeUntil: 'if_any', routes: 'must' },
  },
  conflict_told: {
    meaning: 'Nobody but a person complained about can act at present.',
    variables: { ...COMMON, routes: 'must' },
  },
  tracking_renewed: {
    meaning: 'A new way to the complaint, for who lost theirs; it stands below, in `mail_ending`.',
    variables: { ...COMMON, reference: 'must' },
  },
  mail_ending: {
    meaning: 'What stands below each mail: how to follow the complaint, and what to name when asking.',
    part: true,
    variables: { ...COMMON, reference: 'must', trackingLink: 'if_any', trackingCode: 'if_any' },
  },
  survey_invitation: {
    meaning: 'How the customer found the handling of the complaint is asked.',
    variables: { ...COMMON, surveyLink: 'must', replyBy: 'if_any' },
  },
} as const satisfies Record<string, Kind>;

export type LetterKind = keyof typeof LETTER_KINDS;

export const LETTER_KIND_NAMES = Object.keys(LETTER_KINDS) as LetterKind[];

export const LETTER_KIND_MEANINGS = Object.fromEntries(
  LETTER_KIND_NAMES.map((kind) => [kind, LETTER_KINDS[kind].meaning]),
) as Record<LetterKind, string>;

type VariablesOf<K extends LetterKind> = (typeof LETTER_KINDS)[K]['variables'];

type Given<V extends VariableName, D> = D extends 'must'
  ? ValueOf<V>
  : V extends 'outcome' | 'step'
    ? ValueOf<V>
    : ValueOf<V> | null;

/** What a letter of this kind is written from. */
type ValuesOf<K extends LetterKind> = {
  [V in keyof VariablesOf<K> & VariableName]: Given<V, VariablesOf<K>[V]>;
};

/** What every letter is written from, and what one of this kind is besides. */
export type OwnValuesOf<K extends LetterKind> = Omit<ValuesOf<K>, keyof typeof COMMON>;

export function kindOf(kind: LetterKind): Kind {
  return LETTER_KINDS[kind];
}

export function dutiesOf(kind: LetterKind): [VariableName, Duty][] {
  return Object.entries(LETTER_KINDS[kind].variables) as [VariableName, Duty][];
}
