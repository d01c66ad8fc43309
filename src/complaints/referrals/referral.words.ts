/** The closed lists of words about referrals, each value with its meaning. */

export const REFERRAL_KINDS = {
  ombudsman: 'an ombudsman, set up for complaints about houses like this one',
  adr: 'another body of alternative dispute resolution: conciliation, mediation, arbitration',
  regulator: 'an authority that supervises the house',
  court: 'a court',
  other: 'another body',
} as const;
export type ReferralKind = keyof typeof REFERRAL_KINDS;

export const REFERRED_BY = {
  customer: 'the customer turned to it',
  house: 'the house put the complaint before it',
} as const;
export type ReferredBy = keyof typeof REFERRED_BY;

export const REFERRAL_STATES = {
  open: 'the body has it, and nothing is known yet of what it says',
  decided: 'what became of it is on record',
} as const;
export type ReferralState = keyof typeof REFERRAL_STATES;

export const REFERRAL_OUTCOMES = {
  for_customer: 'the customer was right',
  partly_for_customer: 'the customer was right in part',
  for_house: 'the house was right',
  settled: 'both agreed before it was decided',
  not_taken_up: 'the body did not take it up',
  withdrawn: 'whoever referred it took it back',
} as const;
export type ReferralOutcome = keyof typeof REFERRAL_OUTCOMES;

/** Those with which the house may owe money. */
export const MAY_AWARD: readonly ReferralOutcome[] = ['for_customer', 'partly_for_customer', 'settled'];
