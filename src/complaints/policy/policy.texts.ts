/** What stands at more than one place about the parts of the policy. */

export const LONG = { max: 10_000 } as const;

export const CHARGES = 'What it costs.';
export const ON_CHANNELS = 'On which ways complaints are taken.';
