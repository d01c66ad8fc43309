import { type InputCode, inputError, type InputError } from '../kernel/refusal.js';
import type { OrganisationUnit } from './unit.entity.js';
import type { UnitKind } from './unit.words.js';

/** Where in the organisation something belongs; what is null is not known, or of no account. */
export interface Place {
  legalEntityId: string | null;
  brandId: string | null;
  branchId: string | null;
}

export const NOWHERE: Place = { legalEntityId: null, brandId: null, branchId: null };

/** Runs a statement, inside or outside of a transaction. */
type Query = <T>(sql: string, params: unknown[]) => Promise<T[]>;

type Unit = Pick<OrganisationUnit, 'id' | 'kind' | 'legalEntityId' | 'brandId'> & { choosable: boolean };

/** What the field of a place can name. */
const KINDS: Record<keyof Place, UnitKind> = {
  legalEntityId: 'legal_entity',
  brandId: 'brand',
  branchId: 'branch',
};
const FIELDS = Object.keys(KINDS) as (keyof Place)[];

/**
 * What a body says of where something belongs, made whole: a branch has its legal entity and mostly its brand, and a
 * brand its legal entity. What a body does not name gives way, what it names and is otherwise is an error.
 * @param now where it belongs so far: this may stay chosen though it is retired
 */
export async function placed(
  query: Query,
  now: Place,
  given: Partial<Place>,
): Promise<{ place: Place; errors: InputError[] }> {
  const named = FIELDS.filter((field) => given[field] !== undefined);
  const { legalEntityId, brandId, branchId } = now;
  const so: Place = { legalEntityId, brandId, branchId };
  if (named.length === 0) return { place: so, errors: [] };
  const wanted: Place = { ...so, ...Object.fromEntries(named.map((field) => [field, given[field]])) };
  const ids = FIELDS.flatMap((field) => wanted[field] ?? []);
  const units = ids.length > 0 ? await query<Unit>(UNITS, [ids]) : [];
  const errors = named.flatMap((field) => {
    const id = wanted[field];
    const code =
      id === null || id === now[field]
        ? null
        : wrongChoice(
            field,
            units.find((one) => one.id === id),
          );
    return code ? [inputError(`/${field}`, code)] : [];
  });
  return errors.length > 0 ? { place: so, errors } : whole(wanted, given, units);
}

function wrongChoice(field: keyof Place, unit: Unit | undefined): InputCode | null {
  if (unit?.kind !== KINDS[field]) return 'not_found';
  return unit.choosable ? null : 'not_applicable';
}

/** Each step downwards decides about what stands above it. */
function whole(wanted: Place, given: Partial<Place>, units: Unit[]): { place: Place; errors: InputError[] } {
  const unit = (id: string | null) => units.find((one) => one.id === id);
  const errors: InputError[] = [];
  const implied = (field: keyof Place, value: string | null) => {
    if (given[field] !== undefined && given[field] !== value)
      errors.push(inputError(`/${field}`, 'not_applicable', 'contradicts what stands below it'));
    return value;
  };
  const branch = unit(wanted.branchId);
  const brand = unit(wanted.brandId);
  const { branchId } = wanted;
  let { brandId, legalEntityId } = wanted;
  if (branch?.brandId) brandId = implied('brandId', branch.brandId);
  else if (branch && brand && brand.legalEntityId !== branch.legalEntityId)
    brandId = implied('brandId', null);
  const above = branch ?? brand;
  if (above) legalEntityId = implied('legalEntityId', above.legalEntityId);
  return { place: { legalEntityId, brandId, branchId }, errors };
}

/** What is retired cannot be chosen, nor what belongs to it. */
const UNITS = `
  SELECT u.id, u.kind, u.legal_entity_id, u.brand_id,
    NOT (u.retired OR coalesce(e.retired, false) OR coalesce(b.retired, false)) AS choosable
  FROM organisation_units u
  LEFT JOIN organisation_units e ON e.id = u.legal_entity_id
  LEFT JOIN organisation_units b ON b.id = u.brand_id
  WHERE u.id = ANY ($1::uuid[])`;
