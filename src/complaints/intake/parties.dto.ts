import { Nested } from '../../platform/http/fields/nested.js';
import { Id } from '../../platform/http/fields/text.js';
import { NewRepresentativeBody } from '../representation/representative.dto.js';

/** Whose complaint it is, beside who complains: what anybody may hand in, and what staff may correct. */

const O = { optional: true } as const;
const ENTITY =
  'The legal entity that answers for it; follows from the brand or the branch where one is named.';
const BRAND = 'The brand that it is about; follows from the branch where that serves only one.';
const BRANCH = 'The branch that it is about.';
const NOT_RETIRED = 'Not retired, nor does it belong to what is.';

export class PartiesBody {
  @Nested(
    'Who complains for the complainant. `complainant` is the person whom the complaint is about; what a ' +
      'representative is owed depends on an authority that staff confirm.',
    () => NewRepresentativeBody,
    O,
  )
  representative?: NewRepresentativeBody;

  @Id(`${ENTITY} ${NOT_RETIRED}`, O)
  legalEntityId?: string;

  @Id(`${BRAND} ${NOT_RETIRED} A front end of a brand names it in each complaint.`, O)
  brandId?: string;

  @Id(`${BRANCH} ${NOT_RETIRED}`, O)
  branchId?: string;
}

const KEPT = 'The one that it has, or one that is not retired, nor belongs to what is.';
const CLEARED = 'To change what follows from another, change or clear that.';

export class PartyChangesBody {
  @Id(`${ENTITY} ${KEPT} ${CLEARED}`, O)
  legalEntityId?: string | null;

  @Id(`${BRAND} ${KEPT} ${CLEARED}`, O)
  brandId?: string | null;

  @Id(`${BRANCH} ${KEPT}`, O)
  branchId?: string | null;
}
