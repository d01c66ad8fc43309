/** The chapters of the documentation, in reading order. Each operation stands in exactly one. */
export const TAGS = {
  complaints: 'Hand in a complaint, find it, read it whole and correct its particulars.',
  actions: 'What can be done with a complaint: each action is one step of the workflow, asked for by name.',
  facts: 'What is known about a case: who says it, and whether it is confirmed, disputed or refuted.',
  messages: 'The words between the house and the customer, and the internal notes that no customer sees.',
  promises: 'What was promised by when: kept, moved with the customer told, or broken on record.',
  tracking: 'The view of the complainant, opened by the tracking token that the receipt carries.',
  workflow: 'The published workflow: its states, its actions, who may take them and what they need.',
  log: 'The log: every change as one entry that nobody alters.',
  sessions: 'Signing in, renewing a session and signing out.',
  users: 'The people who work here, their roles, and oneself.',
  health: 'Whether this process runs, and whether it can serve.',
  documentation: 'The description of the API itself.',
} as const;

export type Tag = keyof typeof TAGS;
