/** What a unit of the organisation is. */
export const UNIT_KINDS = {
  legal_entity: 'who answers by law, and reports to the regulator',
  brand: 'the name under which customers know it; belongs to a legal entity',
  branch:
    'a place where customers are served; belongs to a legal entity, and to a brand where it serves only that',
} as const;
export type UnitKind = keyof typeof UNIT_KINDS;

/** Also the firm's number at a regulator, or a legal entity identifier (ISO 17442). */
export const UNIT_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
export const UNIT_CODE_MAX = 50;
