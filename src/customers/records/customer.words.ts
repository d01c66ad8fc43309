/** The ways on which a house reaches its customers. */
export const CONTACT_CHANNELS = {
  email: 'an email',
  phone: 'a telephone call',
  letter: 'a letter by post',
  chat: 'a chat',
  social: 'a social network',
} as const;
export type ContactChannel = keyof typeof CONTACT_CHANNELS;

/** What allows the house to keep a note of a vulnerability (GDPR, articles 6 and 9). */
export const VULNERABILITY_BASES = {
  consent: 'the customer agreed',
  legal_obligation: 'the law asks for it',
  vital_interest: 'it protects the life or health of the customer or of somebody else',
} as const;
export type VulnerabilityBasis = keyof typeof VULNERABILITY_BASES;

/** How a customer came by a tier. */
export const TIER_BY = {
  hand: 'somebody said so; rules leave it alone',
  rule: 'a rule of the tier, when it was last applied',
} as const;
export type TierBy = keyof typeof TIER_BY;
