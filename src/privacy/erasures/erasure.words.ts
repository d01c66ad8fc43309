/** What can become of an erasure, explained. */
export const ERASURE_STATES = {
  planned: 'it waits for the approval of somebody else',
  cancelled: 'nothing was erased',
  done: 'it was approved and carried out',
} as const;
export type ErasureState = keyof typeof ERASURE_STATES;

/** Why data are erased. */
export const BASES = {
  request: 'the person asked for it',
  retention: 'the time for which the house keeps such data is over',
} as const;
export type Basis = keyof typeof BASES;

/** What stays after an erasure, and why. Said in every plan and every certificate. */
export const STAYS: readonly { what: string; why: string }[] = [
  {
    what: 'Ids, references, states, outcomes, categories, causes by their id, tiers, languages and channels.',
    why: 'Nobody can be known by them alone, and figures over all complaints stay true.',
  },
  {
    what: 'All times: when something came, was promised, kept, broken, decided and closed.',
    why: 'They prove that the house kept its word, or did not, and say nothing of the person.',
  },
  {
    what: 'Amounts and currencies of remedies, and what a customer was worth in a year.',
    why: 'Books have to add up, for as long as the law asks.',
  },
  {
    what: 'Names, addresses and ids of the people of the house, as owners, authors and deciders.',
    why: 'They are not the person who was erased, and answer for what they did.',
  },
  {
    what: 'The entries of the log, with commitments in the place of personal values.',
    why: 'The log is append-only: its order and its hashes can be checked as before, and tell nothing.',
  },
  {
    what:
      'What the house wrote about itself, about a company, or in the complaints of other people: names of causes and ' +
      'teams, corrective actions, notes about a company.',
    why: 'It belongs to no single person and is not searched; whoever finds somebody named there changes it.',
  },
  {
    what:
      'Copies outside of this database: backups, letters that were printed, mails that were sent, and those that lie ' +
      'in a mailbox.',
    why: 'They are out of reach. After a restore from a backup, erasures since then are planned and approved anew.',
  },
];
