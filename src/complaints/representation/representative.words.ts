/** The closed lists of words about representatives, each value with its meaning. */

export const RELATIONS = {
  lawyer: 'a lawyer',
  claims_manager: 'somebody who pursues claims as a business',
  consumer_body: 'a consumer association, an advice centre, or an ombudsman’s helper',
  family: 'a relative or a partner',
  carer: 'somebody who cares for the complainant',
  guardian: 'somebody appointed by law or by a court',
  other: 'somebody else',
} as const;
export type Relation = keyof typeof RELATIONS;

export const REPRESENTATIVE_STATES = {
  claimed: 'says so; nobody of the house has seen the authority yet',
  confirmed: 'the authority was seen, and is on record with its end',
  refused: 'does not represent the complainant',
  ended: 'represented the complainant until the authority was taken back or was of no use any more',
} as const;
export type RepresentativeState = keyof typeof REPRESENTATIVE_STATES;

export const AUTHORITY_KINDS = {
  written_authority: 'a letter of authority that the complainant signed',
  power_of_attorney: 'a power of attorney',
  court_order: 'an order of a court',
  statutory: 'the law itself, as for the parents of a child',
  spoken: 'words of the complainant to the house',
} as const;
export type AuthorityKind = keyof typeof AUTHORITY_KINDS;

export const AUTHORITY_SCOPES = {
  full: 'speaks and decides for the complainant',
  information_only: 'may be told everything; the complainant decides',
} as const;
export type AuthorityScope = keyof typeof AUTHORITY_SCOPES;

/** Who is to be told what the case holds, beyond that it was received. */
export const TOLD = {
  complainant: 'the complainant only: no authority of the representative was seen',
  representative: 'the representative in place of the complainant',
  both: 'the complainant, and the representative as well',
} as const;
export type Told = keyof typeof TOLD;
