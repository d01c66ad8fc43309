/** What the parts of the policy are for, wherever they are written or read. */

export const TITLE = { max: 300, example: 'How to complain, and what happens then' } as const;
export const LONG = { max: 10_000 } as const;

export const HOW_TO_COMPLAIN = 'Where and how to complain.';
export const WHAT_WE_NEED = 'What the customer is to tell.';
export const REMEDIES = 'What can be made good, and how.';
export const CHARGES = 'What it costs.';
export const HELP = 'What help there is for those to whom complaining is hard.';
export const ON_CHANNELS = 'On which ways complaints are taken.';
